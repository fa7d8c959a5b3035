using Rabta.Matching.Problems;
using Rabta.Matching.Results;
using static Rabta.Matching.Tests.Cast;

namespace Rabta.Matching.Tests;

public class UnmatchedReasonTests
{
    private static readonly Question Language = new("language", Counting.MustEqual);

    [Fact]
    public void Without_any_place_there_are_no_places_anywhere() =>
        Assert.Equal("no-places-anywhere", Reason(Round([Omar], [Sara with { Places = 0 }])));

    [Fact]
    public void Without_any_mentor_there_are_no_places_anywhere() => Assert.Equal("no-places-anywhere", Reason(Round([Omar], [])));

    [Fact]
    public void Where_acceptable_mentors_are_full_all_are_full() =>
        Assert.Equal("all-full", Reason(Round([Amina, Omar], [Sara]) with { Pins = [new("amina", "sara")] }));

    [Fact]
    public void Where_conflicts_remove_every_mentor_it_is_conflict()
    {
        var round = Round([Omar], [Sara, Huda, Tariq with { Places = 0 }]);
        Assert.Equal("conflict", Reason(round with { Conflicts = [new("omar", "sara"), new("huda", "omar")] }));
    }

    [Fact]
    public void Where_questions_remove_every_mentor_it_is_rule()
    {
        var round = Round([Omar.Answering("language", "urdu")], [Sara.Answering("language", "pashto")]);
        Assert.Equal("rule", Reason(round with { Questions = [Language] }));
    }

    [Fact]
    public void Where_different_rules_remove_different_mentors_nobody_is_acceptable()
    {
        var round = Round([Omar.Answering("language", "urdu")], [Sara.Answering("language", "pashto"), Huda]);
        Assert.Equal("no-acceptable-mentor", Reason(round with { Questions = [Language], Conflicts = [new("omar", "huda")] }));
    }

    [Fact]
    public void Where_staff_forbid_every_mentor_nobody_is_acceptable() =>
        Assert.Equal("no-acceptable-mentor", Reason(Round([Omar], [Sara]) with { Forbids = [new("omar", "sara")] }));

    [Fact]
    public void Alone_with_oneself_nobody_is_acceptable() =>
        Assert.Equal("no-acceptable-mentor", Reason(Round([Omar], [new Mentor("omar-mentors", "omar", 3)])));

    private static string Reason(MatchingProblem round) => round.Solved().Unmatched.Single(left => left.Mentee == "omar").Reason.Code();
}
