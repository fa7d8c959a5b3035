using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Rabta.Platform.Access;
using Rabta.Platform.Database;
using Rabta.Platform.Design;
using Rabta.Programmes.Arranging;
using Rabta.Programmes.Importing;
using Rabta.Programmes.Importing.Web;
using Rabta.Programmes.ReadingLists;

namespace Rabta.Programmes;

public static class ProgrammesModule
{
    public static void AddProgrammes(this IServiceCollection services)
    {
        services.AddScoped<OpenProgramme>();
        services.AddScoped<ArrangeProgramme>();
        services.AddScoped<Enrol>();
        services.AddScoped<Asking.SettleQuestions>();
        services.AddScoped<Answering.SeeMyAnswers>();
        services.AddScoped<Rabta.Platform.Events.IHandle<Rabta.People.Correcting.MyselfCorrected>, Answering.CorrectAnswers>();
        services.AddSingleton<Rabta.People.IShowAboutMe, Answering.AnswersAboutMe>();
        services.AddScoped<ReadKnownPeople>();
        services.AddScoped<LookAtLists>();
        services.AddScoped<StoreQuestions>();
        services.AddScoped<CountLateQuestions>();
        services.AddScoped<StorePeople>();
        services.AddScoped<StoreLinks>();
        services.AddScoped<ImportPeople>();
        services.AddScoped<ListPeople>();
        services.AddScoped<BringFiles>();
        services.AddScoped<ReadDraft>();
        services.AddScoped<SettleColumns>();
        services.AddScoped<RunImport>();
        services.AddSingleton<ImportProgress>();
        services.AddSingleton<ImportBell>();
        services.AddHostedService<ImportWorker>();
        services.AddSingleton(new BarItem(20, "/people", "people", typeof(Texts), "people", viewer => viewer.IsStaff));
    }

    /// <summary>What is no page: the rows of an import that need a look, to download.</summary>
    public static void MapProgrammes(this WebApplication app) =>
        app.MapGet(
                "/people/import/{id:guid}/problems",
                async (Guid id, RabtaDb db, ReadDraft read, LookAtLists look, IStringLocalizer<Texts> texts, CancellationToken stop) =>
                {
                    var draft = await db.ImportDrafts.AsNoTracking().FirstOrDefaultAsync(d => d.Id == new ImportDraftId(id), stop);
                    if (draft is null || await read.Run(draft, stop) is not { } lists)
                        return Results.NotFound();
                    return Results.File(
                        ProblemRows.Csv(await look.Run(draft.Programme, lists, stop), lists, texts),
                        "text/csv; charset=utf-8",
                        "rows.csv"
                    );
                }
            )
            .WithMetadata(new NeedsAttribute(Need.Staff));
}
