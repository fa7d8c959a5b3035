using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Rabta.Importing.ReadingLists;
using Rabta.People.Adding;
using Rabta.Platform.CommandLine;
using Rabta.Platform.Database;
using Rabta.Platform.Language;

namespace Rabta.Importing.Storing;

/// <summary><c>rabta import</c>: brings two lists into a programme, and says as sentences or as JSON what became of every row.</summary>
public sealed class ImportCommand(Languages languages) : ICommand
{
    /// <summary>Nobody reads further.</summary>
    private const int MostLines = 200;

    private Localizer<Texts> T { get; } = new(languages);

    public string Name => "import";
    public IReadOnlyList<string> Options => ["--programme", "--mentors", "--mentees", "--map"];
    public IReadOnlyList<string> Flags => ["--good-rows", "--take-guesses", "--json"];

    public async Task<int> Run(CommandContext context, CancellationToken stop)
    {
        var (mentors, mentees) = (context.One("--mentors"), context.One("--mentees"));
        if (string.IsNullOrWhiteSpace(context.One("--programme")) || (mentors is null && mentees is null))
            return context.Say(CommandContext.BadUse, T["import.use"]);
        if (new[] { mentors, mentees }.OfType<string>().FirstOrDefault(path => !File.Exists(path)) is { } missing)
            return context.Say(CommandContext.BadUse, T["import.no-file", missing]);
        var (maps, wrong) = ColumnMaps.Parse(context.Options["--map"], languages);
        if (wrong.Count > 0)
            return context.Say(CommandContext.BadUse, string.Join(' ', wrong.Select(problem => problem.In(T))));
        if (context.Host.Settings(context) is not { } settings)
            return CommandContext.Refused;

        // Before the database is touched: a file that cannot be read leaves nothing behind.
        var (lists, unreadable) = OpenLists.Run(FileAt(mentors), FileAt(mentees), maps, maps);
        if (lists is null)
            return Print(context, ImportResult.Nothing(unreadable));
        try
        {
            await using var services = context.Host.Services(settings);
            await services.Migrate(stop);
            await using var scope = services.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<FoundInstitution>().Run(T["import.institution"], stop);
            return Print(
                context,
                await scope
                    .ServiceProvider.GetRequiredService<ImportPeople>()
                    .Run(
                        context.One("--programme")!,
                        lists with
                        {
                            TakeGuesses = context.Has("--take-guesses"),
                        },
                        context.Has("--good-rows"),
                        null,
                        stop
                    )
            );
        }
        catch (Exception fault)
            when (fault
                    is DbException
                        or DbUpdateException
                        or IOException
                        or UnauthorizedAccessException
                        or InvalidOperationException { InnerException: DbException }
            )
        {
            return context.Say(CommandContext.Refused, T["import.fault"]);
        }
    }

    private static ListFile? FileAt(string? path) => path is null ? null : new ListFile(ListFile.NameOf(path), () => File.OpenRead(path));

    private int Print(CommandContext context, ImportResult result)
    {
        if (context.Has("--json"))
            context.Out.WriteLine(ImportJson.Of(result, T));
        var to = context.Has("--json") ? context.Error : context.Out;
        if (!context.Has("--json"))
        {
            foreach (var problem in result.Problems.Take(MostLines))
                to.WriteLine(problem.At(T));
            if (result.Problems.Count > MostLines)
                to.WriteLine(T["import.more-problems", result.Problems.Count - MostLines]);
        }
        foreach (var kept in result.KeptTheirOwn)
            to.WriteLine(T["import.kept", kept.Name, kept.FieldsIn(T)]);
        if (result.IsStored || !context.Has("--json"))
            to.WriteLine(T["import.summary", result.Imported, result.Updated, result.Refused, result.Mentors, result.Mentees]);
        if (result.IsStored)
            return CommandContext.Done;
        // Good rows help where rows are bad, not where a whole file is.
        return context.Say(
            CommandContext.Refused,
            T[result.Problems.Any(problem => problem.Kind == ProblemKind.File) ? "import.nothing.file" : "import.nothing"]
        );
    }
}
