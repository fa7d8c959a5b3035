using System.Text.RegularExpressions;
using Rabta.Meetings.Telling;
using Rabta.Platform.Language;
using Rabta.Tests.Architecture;
using Rabta.Tests.Worlds;

namespace Rabta.Tests.Walls.Journals;

/// <summary>Every line that a use case notes is asserted by a test that performs the act: left out, something is red.</summary>
public sealed partial class JournalWallTests
{
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
            NotedIn([("src/EndWorld.cs", Planted), ("src/JournalKinds.cs", PlantedKinds)]).Except(AssertedIn([]))
        );

    [Fact]
    public void Every_kind_has_a_key_of_its_own_and_happens_somewhere()
    {
        var kinds = KindsIn(Sources("src/Rabta"));

        Assert.Equal(kinds.Count, kinds.Values.Distinct().Count());
        Assert.Empty(kinds.Values.Except(NotedIn(Sources("src/Rabta")).Select(n => n.What)));
    }

    private const string Planted = """
        public sealed class EndWorld(JournalOf journal)
        {
            public void Run()
            {
                using var write = db.BeginWrite(JournalKinds.WorldMade.Or(JournalKinds.WorldEnded), stop);
                journal.Note(now ? JournalKinds.WorldEnded : JournalKinds.WorldPaused, id, by, after: "not.this");
            }
        }
        """;

    private const string PlantedKinds = """
        public static class JournalKinds
        {
            public static readonly JournalKind WorldEnded = new("world.ended");
            public static readonly JournalKind WorldMade = new("world.made");
            public static readonly JournalKind WorldPaused = new("world.paused");
        }
        """;

    /// <summary>The kinds that a class names, but for those with which it opens a write.</summary>
    private static List<(string UseCase, string What)> NotedIn(IReadOnlyCollection<(string Path, string Text)> sources)
    {
        var keys = KindsIn(sources);
        return
        [
            .. (
                from source in sources
                let text = Opening().Replace(source.Text, m => new string(' ', m.Length))
                from kind in Named().Matches(text)
                let useCase = Class().Matches(text[..kind.Index])[^1].Groups[1].Value
                select (useCase, keys[kind.Groups[1].Value])
            )
                .Distinct()
                .Order(),
        ];
    }

    private static Dictionary<string, string> KindsIn(IEnumerable<(string Path, string Text)> sources) =>
        (
            from source in sources
            from kind in Declared().Matches(source.Text)
            select (kind.Groups[1].Value, kind.Groups[2].Value)
        ).ToDictionary();

    private static IEnumerable<(string UseCase, string What)> AssertedIn(IEnumerable<(string Path, string Text)> sources) =>
        from source in sources
        from call in Asserted().Matches(source.Text)
        select (call.Groups[1].Value, call.Groups[2].Value);

    private static List<(string Path, string Text)> Sources(string folder) =>
        [
            .. from path in Directory.EnumerateFiles(Path.Combine(Code.Root.FullName, folder), "*.cs", SearchOption.AllDirectories)
            where
                !path.Contains("/Migrations/", StringComparison.Ordinal) && !path.EndsWith("/JournalWallTests.cs", StringComparison.Ordinal)
            select (path, File.ReadAllText(path)),
        ];

    [GeneratedRegex(@"BeginWrite\([^;]*;")]
    private static partial Regex Opening();

    [GeneratedRegex(@"JournalKinds\.(\w+)")]
    private static partial Regex Named();

    [GeneratedRegex("JournalKind (\\w+) = new\\(\"([^\"]+)\"\\)")]
    private static partial Regex Declared();

    [GeneratedRegex(@"\bclass (\w+)")]
    private static partial Regex Class();

    [GeneratedRegex("\\.Notes<(\\w+)>\\(\\s*\"([^\"]+)\"")]
    private static partial Regex Asserted();
}
