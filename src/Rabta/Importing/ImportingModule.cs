using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Rabta.Importing.Drafting;
using Rabta.Importing.Storing;
using Rabta.Platform.Access;
using Rabta.Platform.Database;
using Rabta.Platform.Design;
using Rabta.Programmes;
using Rabta.Programmes.Enrolling;

namespace Rabta.Importing;

public static class ImportingModule
{
    public static void AddImporting(this IServiceCollection services)
    {
        services.AddSingleton(new LinkOn(typeof(PeoplePage), _ => ImportPages.New, typeof(Texts), "people.import"));
        services.AddScoped<ReadKnownPeople>();
        services.AddScoped<LookAtLists>();
        services.AddScoped<StoreQuestions>();
        services.AddScoped<CountLateQuestions>();
        services.AddScoped<StorePeople>();
        services.AddScoped<StoreLinks>();
        services.AddScoped<ImportPeople>();
        services.AddScoped<BringFiles>();
        services.AddScoped<ReadDraft>();
        services.AddScoped<SettleColumns>();
        services.AddScoped<RunImport>();
        services.AddSingleton<ImportProgress>();
        services.AddSingleton<ImportBell>();
        services.AddHostedService<ImportWorker>();
    }

    /// <summary>What is no page: the rows of an import that need a look, to download.</summary>
    public static void MapImporting(this WebApplication app) =>
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
