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
    private Localizer<Texts> T { get; } = new(languages);

    public string Name => "import";
    public IReadOnlyList<string> Takes => ["--programme", "--mentors", "--mentees", "--map"];
    public IReadOnlyList<string> Flags => ["--good-rows", "--json"];

    public async Task<int> Run(Given given, CancellationToken stop)
    {
        var (mentors, mentees) = (given.One("--mentors"), given.One("--mentees"));
        if (string.IsNullOrWhiteSpace(given.One("--programme")) || (mentors is null && mentees is null))
            return given.Say(Given.BadUse, T["import.use"]);
        if (new[] { mentors, mentees }.OfType<string>().FirstOrDefault(path => !File.Exists(path)) is { } missing)
            return given.Say(Given.BadUse, T["import.no-file", missing]);
        var (maps, wrong) = ColumnMaps.Parse(given.Options["--map"], languages);
        if (wrong.Count > 0)
            return given.Say(Given.BadUse, string.Join(' ', wrong.Select(problem => problem.In(T))));
        if (given.Rabta.Settings(given) is not { } settings)
            return Given.Refused;

        // Before the database is touched: a file that cannot be read leaves nothing behind.
        var (lists, unreadable) = OpenLists.Run(FileAt(mentors), FileAt(mentees), maps, maps);
        if (lists is null)
            return Tell(given, ImportResult.Nothing(unreadable));
        try
        {
            await using var services = given.Rabta.Services(settings);
            await services.Migrate(stop);
            await using var scope = services.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<FoundInstitution>().Run(T["import.institution"], stop);
            return Tell(
                given,
                await scope
                    .ServiceProvider.GetRequiredService<ImportPeople>()
                    .Run(given.One("--programme")!, lists, given.Has("--good-rows"), null, stop)
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
            return given.Say(Given.Refused, T["import.fault"]);
        }
    }

    private static ListFile? FileAt(string? path) => path is null ? null : new ListFile(ListFile.NameOf(path), () => File.OpenRead(path));

    private int Tell(Given given, ImportResult result)
    {
        if (given.Has("--json"))
            given.Out.WriteLine(ImportJson.Of(result, T));
        var to = given.Has("--json") ? given.Aside : given.Out;
        if (!given.Has("--json"))
            foreach (var problem in result.Problems)
                to.WriteLine(problem.At(T));
        foreach (var kept in result.KeptTheirOwn)
            to.WriteLine(T["import.kept", kept.Name, kept.FieldsIn(T)]);
        if (result.IsStored || !given.Has("--json"))
            to.WriteLine(T["import.summary", result.Imported, result.Updated, result.Refused, result.Mentors, result.Mentees]);
        if (result.IsStored)
            return Given.Done;
        // Good rows help where rows are bad, not where a whole file is.
        return given.Say(
            Given.Refused,
            T[result.Problems.Any(problem => problem.Kind == ProblemKind.File) ? "import.nothing.file" : "import.nothing"]
        );
    }
}
