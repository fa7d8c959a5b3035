using Rabta.Tests.Worlds;

namespace Rabta.BrowserTests;

/// <summary>Every page of the authorization table, with the identities of the cast.</summary>
internal static class Pages
{
    /// <summary>The pages that open for this role; what is open to strangers is looked at once, as a stranger.</summary>
    public static IReadOnlyList<string> For(Cast cast, string role) =>
        [
            .. Table()
                .Where(row => (row[1] is "-" or "own" && (role == "stranger") == (row[2] is "200" or "404")) || row[0] == "/")
                .Where(row => row[Column(role)] == "200" || row[0] == "/not-found")
                .Select(row => PathOf(row[0], cast))
                .Distinct(),
        ];

    /// <summary>One that is not there for this role.</summary>
    public static string? ClosedTo(Cast cast, string role) =>
        Table().Where(row => row[1] == "own" && row[Column(role)] == "404").Select(row => PathOf(row[0], cast)).FirstOrDefault();

    private static int Column(string role) => Array.IndexOf(["stranger", "mentee", "mentor", "coordinator"], role) + 2;

    private static string PathOf(string endpoint, Cast cast) =>
        endpoint
            .Replace("{Secret}", "unknown-unknown-unknown-unknown", StringComparison.Ordinal)
            .Replace(
                "{Id:guid}",
                (
                    endpoint.StartsWith("/programmes", StringComparison.Ordinal) ? cast.Programme.Id.Value
                    : endpoint.StartsWith("/meetings", StringComparison.Ordinal) ? cast.Meeting.Value
                    : endpoint.StartsWith("/people/import/", StringComparison.Ordinal) ? cast.Draft.Value
                    : endpoint.StartsWith("/people", StringComparison.Ordinal) ? cast.Omar.Id.Value
                    : endpoint.StartsWith("/goals", StringComparison.Ordinal) ? cast.Goal.Value
                    : endpoint.StartsWith("/suggestions", StringComparison.Ordinal) ? cast.Suggestion.Value
                    : endpoint.StartsWith("/requests", StringComparison.Ordinal) ? cast.Request.Value
                    : endpoint.StartsWith("/cohorts", StringComparison.Ordinal) ? cast.Cohort.Id.Value
                    : endpoint.StartsWith("/matching", StringComparison.Ordinal) ? cast.Round.Value
                    : cast.SaraOmar.Id.Value
                ).ToString(),
                StringComparison.Ordinal
            )
            .Replace("{Kind}", "not-met", StringComparison.Ordinal)
            .Replace("{MentorId:guid}", cast.Bilal.Id.Value.ToString(), StringComparison.Ordinal)
            .Replace("{MenteeId:guid}", cast.Zara.Id.Value.ToString(), StringComparison.Ordinal);

    /// <summary>The folder of the whole repository.</summary>
    public static string Root { get; } = FindRoot();

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Rabta.slnx")))
            folder = folder.Parent!;
        return folder.FullName;
    }

    private static IEnumerable<string[]> Table() =>
        File.ReadAllLines(Path.Combine(Root, "tests", "authorization.csv"))
            .Skip(1)
            .Select(l => l.Split(','))
            .Where(r =>
                r[0] is { } e
                && !e.StartsWith("/health", StringComparison.Ordinal)
                && !e.StartsWith("/language", StringComparison.Ordinal)
                && !e.EndsWith("/problems", StringComparison.Ordinal)
                && !e.EndsWith(".ics", StringComparison.Ordinal)
            );
}
