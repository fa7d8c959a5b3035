using System.Text.RegularExpressions;
using Rabta.Tests.Architecture;

namespace Rabta.Tests.Walls.Journals;

/// <summary>Every line that a use case notes is asserted by a test that performs the act: left out, something is red.</summary>
public sealed partial class JournalWallTests
{
    /// <summary>Kinds that are put together while the program runs, and what they become.</summary>
    private static readonly Dictionary<string, string[]> PutTogether = new()
    {
        ["pair.{Words[change]}"] = ["pair.pinned", "pair.forbidden", "pair.moved", "pair.let-go"],
        ["meeting.{meeting.State.ToString().ToLowerInvariant()}"] = ["meeting.declined", "meeting.withdrawn", "meeting.cancelled"],
    };

    [Fact]
    public void Every_line_a_use_case_notes_is_asserted_by_a_test()
    {
        var noted = NotedIn(Sources("src/Rabta"));

        Assert.True(noted.Count >= 60, $"Only {noted.Count} journal lines were found: this test no longer reads them.");
        Assert.Empty(noted.Except(AssertedIn(Sources("tests/Rabta.Tests"))));
    }

    [Fact]
    public void Nothing_is_asserted_that_no_use_case_notes() =>
        Assert.Empty(AssertedIn(Sources("tests/Rabta.Tests")).Except(NotedIn(Sources("src/Rabta"))));

    [Fact]
    public void A_planted_line_that_no_test_asserts_is_found() =>
        Assert.Equal(
            [("EndWorld", "world.ended"), ("EndWorld", "world.paused")],
            NotedIn([("src/EndWorld.cs", Planted)]).Except(AssertedIn([]))
        );

    [Fact]
    public void A_planted_kind_that_is_put_together_in_secret_is_found() =>
        Assert.Throws<KeyNotFoundException>(() => NotedIn([("src/A.cs", "class A { void B() => journal.Note($\"a.{b}\", c); }")]));

    private const string Planted = """
        public sealed class EndWorld(JournalOf journal)
        {
            public void Run() => journal.Note(now ? "world.ended" : "world.paused", id, by, after: "not.this");
        }
        """;

    private static List<(string UseCase, string What)> NotedIn(IEnumerable<(string Path, string Text)> sources) =>
        [
            .. from source in sources
            from note in Note().Matches(source.Text)
            let useCase = Class().Matches(source.Text[..note.Index])[^1].Groups[1].Value
            from kind in Kind().Matches(note.Groups[1].Value)
            from what in kind.Groups[1].Value.Contains('{', StringComparison.Ordinal)
                ? PutTogether[kind.Groups[1].Value]
                : [kind.Groups[1].Value]
            orderby useCase, what
            select (useCase, what),
        ];

    private static IEnumerable<(string UseCase, string What)> AssertedIn(IEnumerable<(string Path, string Text)> sources) =>
        from source in sources
        from call in Asserted().Matches(source.Text)
        select (call.Groups[1].Value, call.Groups[2].Value);

    private static IEnumerable<(string Path, string Text)> Sources(string folder) =>
        from path in Directory.EnumerateFiles(Path.Combine(Code.Root.FullName, folder), "*.cs", SearchOption.AllDirectories)
        where !path.Contains("/Migrations/", StringComparison.Ordinal) && !path.EndsWith("/JournalWallTests.cs", StringComparison.Ordinal)
        select (path, File.ReadAllText(path));

    /// <summary>The first thing that is handed over: everything up to the comma.</summary>
    [GeneratedRegex(@"journal\.Note\(([^,]*),")]
    private static partial Regex Note();

    [GeneratedRegex("\"([^\"]*)\"")]
    private static partial Regex Kind();

    [GeneratedRegex(@"\bclass (\w+)")]
    private static partial Regex Class();

    [GeneratedRegex("\\.Notes<(\\w+)>\\(\\s*\"([^\"]+)\"")]
    private static partial Regex Asserted();
}
