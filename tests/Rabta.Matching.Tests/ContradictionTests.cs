using Rabta.Matching.Problems;
using static Rabta.Matching.Tests.Cast;

namespace Rabta.Matching.Tests;

public class ContradictionTests
{
    private static readonly MatchingProblem Fine = Round([Amina, Omar], [Sara, Huda]);

    public static TheoryData<ContradictionKind, MatchingProblem> Contradictory =>
        new()
        {
            { ContradictionKind.DuplicateMentee, Fine with { Mentees = [Omar, Omar] } },
            { ContradictionKind.DuplicateMentor, Fine with { Mentors = [Sara, Sara] } },
            { ContradictionKind.DuplicatePerson, Fine with { Mentees = [Omar, new Mentee("omar-again", "omar")] } },
            { ContradictionKind.DuplicatePerson, Fine with { Mentors = [Sara, new Mentor("sara-again", "sara", 1)] } },
            { ContradictionKind.DuplicateQuestion, Fine with { Questions = [new("q", Counting.Alike), new("q", Counting.MustEqual)] } },
            { ContradictionKind.DuplicateWish, Fine with { Mentees = [Omar.Wishing("sara", "sara")] } },
            { ContradictionKind.DuplicateWish, Fine with { Mentors = [Sara.Wishing("omar", "omar")] } },
            { ContradictionKind.FixedTwice, Fine with { Pins = [new("omar", "sara"), new("omar", "huda")] } },
            { ContradictionKind.FixedTwice, Fine with { Incumbents = [new("omar", "sara"), new("omar", "huda")] } },
            { ContradictionKind.FixedTwice, Fine with { Incumbents = [new("omar", "sara")], Pins = [new("omar", "huda")] } },
            { ContradictionKind.UnknownMentee, Fine with { Pins = [new("nobody", "sara")] } },
            { ContradictionKind.UnknownMentee, Fine with { Mentors = [Sara.Wishing("nobody")] } },
            { ContradictionKind.UnknownMentor, Fine with { Forbids = [new("omar", "nobody")] } },
            { ContradictionKind.UnknownMentor, Fine with { Mentees = [Omar.Wishing("nobody")] } },
            { ContradictionKind.UnknownMentor, Fine with { Recommendations = [new("omar", "nobody", "r1")] } },
            { ContradictionKind.UnknownPerson, Fine with { Conflicts = [new("omar", "nobody")] } },
            { ContradictionKind.PlacesOutOfRange, Fine with { Mentors = [Sara with { Places = 51 }] } },
            { ContradictionKind.PlacesOutOfRange, Fine with { Mentors = [Sara with { Places = -1 }] } },
            { ContradictionKind.WeightOutOfRange, Fine with { Questions = [new("q", Counting.Alike, 0)] } },
            { ContradictionKind.PinOnSamePerson, Fine with { Mentors = [new("sara", "omar", 1)], Pins = [new("omar", "sara")] } },
            { ContradictionKind.PinAgainstConflict, Fine with { Pins = [new("omar", "sara")], Conflicts = [new("sara", "omar")] } },
            { ContradictionKind.PinAgainstForbid, Fine with { Pins = [new("omar", "sara")], Forbids = [new("omar", "sara")] } },
            { ContradictionKind.PinAgainstRule, PinnedAgainstAQuestion },
            { ContradictionKind.PinsOverPlaces, Fine with { Pins = [new("omar", "sara"), new("amina", "sara")] } },
            { ContradictionKind.PinsOverPlaces, Fine with { Pins = [new("omar", "sara")], Incumbents = [new("amina", "sara")] } },
        };

    [Theory]
    [MemberData(nameof(Contradictory), DisableDiscoveryEnumeration = true)]
    public void A_contradiction_is_named_and_nothing_is_solved(ContradictionKind kind, MatchingProblem problem)
    {
        var outcome = Matchmaker.Match(problem);

        Assert.Equal(kind, Assert.Single(outcome.Contradictions).Kind);
        Assert.False(outcome.IsSolved);
        Assert.False(outcome.CanBePublished);
    }

    [Fact]
    public void All_contradictions_are_named_with_the_keys_concerned()
    {
        var outcome = Matchmaker.Match(
            PinnedAgainstAQuestion with
            {
                Pins = [new("omar", "sara"), new("amina", "huda")],
                Forbids = [new("amina", "huda")],
            }
        );

        Assert.Equal(
            [new(ContradictionKind.PinAgainstForbid, "amina", "huda"), new(ContradictionKind.PinAgainstRule, "omar", "sara", "language")],
            outcome.Contradictions
        );
    }

    [Fact]
    public void Saying_the_same_thing_twice_contradicts_nothing()
    {
        var round = Fine with
        {
            Forbids = [new("omar", "huda"), new("omar", "huda")],
            Conflicts = [new("amina", "sara"), new("sara", "amina")],
            Recommendations = [new("omar", "sara", "r1"), new("omar", "sara", "r2")],
            Incumbents = [new("omar", "sara")],
            Pins = [new("omar", "sara")],
        };

        Assert.Equal("amina-huda omar-sara", round.Pairs());
    }

    private static MatchingProblem PinnedAgainstAQuestion =>
        Round([Amina, Omar.Answering("language", "urdu")], [Sara.Answering("language", "pashto"), Huda]) with
        {
            Questions = [new("language", Counting.MustEqual)],
            Pins = [new("omar", "sara")],
        };

    private static T[] Many<T>(int count, Func<int, T> make) => [.. Enumerable.Range(0, count).Select(make)];
}
