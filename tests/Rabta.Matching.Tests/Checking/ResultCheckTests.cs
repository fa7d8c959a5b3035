using Rabta.Matching.Checking;
using Rabta.Matching.Markets;
using Rabta.Matching.Problems;
using static Rabta.Matching.Tests.Cast;

namespace Rabta.Matching.Tests.Checking;

public class ResultCheckTests
{
    // Amina stands with Huda, Bilal is pinned to Tariq, Omar has his wish, Zara finds every acceptable place taken.
    private static readonly MatchingProblem Round = Cast.Round(
        [
            Amina,
            Bilal,
            Omar.Wishing("sara").Answering("language", "urdu").Answering("town", "lahore"),
            Mentee("zara").Answering("language", "urdu").Answering("town", "lahore"),
        ],
        [
            Sara.Wishing("omar"),
            Huda,
            Tariq,
            new Mentor("zara-mentors", "zara", 1),
            Mentor("khalid"),
            Mentor("farid"),
            Mentor("pashto").Answering("language", "pashto"),
            Mentor("lahori").Answering("town", "lahore"),
        ]
    ) with
    {
        Questions = [new("language", Counting.MustEqual), new("town", Counting.MustDiffer)],
        Pins = [new("bilal", "tariq")],
        Incumbents = [new("amina", "huda")],
        Conflicts = [new("khalid", "zara")],
        Forbids = [new("zara", "farid")],
    };

    private static readonly Pair[] Pairs = [new("amina", "huda"), new("bilal", "tariq"), new("omar", "sara")];

    [Fact]
    public void The_correct_result_is_clean()
    {
        Assert.Equal(Pairs, Round.Solved().Pairs);
        Assert.Equal(["zara"], Round.Solved().Unmatched.Select(left => left.Mentee));

        var report = ResultCheck.Of(Round, Pairs, ["zara"]);

        Assert.True(report.Ok);
        Assert.Empty(report.Problems);
    }

    [Fact]
    public void A_stranger_is_found()
    {
        Finds(new(CheckCode.UnknownPerson, "nobody", "khalid"), [.. Pairs, new("nobody", "khalid")], ["zara"]);
        Finds(new(CheckCode.UnknownPerson, "zara", "nobody"), [.. Pairs, new("zara", "nobody")], ["zara"]);
        Finds(new(CheckCode.UnknownPerson, "nobody", null), Pairs, ["zara", "nobody"]);
    }

    [Fact]
    public void A_mentee_named_twice_is_found()
    {
        Finds(new(CheckCode.MenteeTwice, "omar", null), [.. Pairs, new("omar", "khalid")], ["zara"]);
        Finds(new(CheckCode.MenteeTwice, "omar", "sara"), [.. Pairs, new("omar", "sara")], ["zara"]);
        Finds(new(CheckCode.MenteeTwice, "omar", null), Pairs, ["zara", "omar"]);
        Finds(new(CheckCode.MenteeTwice, "zara", null), Pairs, ["zara", "zara"]);
    }

    [Fact]
    public void A_missing_mentee_is_found() => Finds(new(CheckCode.Missing, "zara", null), Pairs, []);

    [Fact]
    public void An_overfull_mentor_is_found() => Finds(new(CheckCode.OverPlaces, null, "sara"), [.. Pairs, new("zara", "sara")], []);

    [Fact]
    public void Every_broken_hard_rule_is_found()
    {
        Finds(new(CheckCode.SamePerson, "zara", "zara-mentors"), [.. Pairs, new("zara", "zara-mentors")], []);
        Finds(new(CheckCode.Conflict, "zara", "khalid"), [.. Pairs, new("zara", "khalid")], []);
        Finds(new(CheckCode.Forbidden, "zara", "farid"), [.. Pairs, new("zara", "farid")], []);
        Finds(new(CheckCode.Rule, "zara", "pashto"), [.. Pairs, new("zara", "pashto")], []);
        Finds(new(CheckCode.Rule, "zara", "lahori"), [.. Pairs, new("zara", "lahori")], []);
    }

    [Fact]
    public void A_pin_not_honoured_is_found() => Finds(new(CheckCode.PinNotHonoured, "bilal", "tariq"), Moved("bilal", "khalid"), ["zara"]);

    [Fact]
    public void A_standing_mentorship_moved_is_found() =>
        Finds(new(CheckCode.IncumbentMoved, "amina", "huda"), Moved("amina", "khalid"), ["zara"]);

    [Fact]
    public void A_blocking_pair_is_found()
    {
        Finds(new(CheckCode.BlockingPair, "omar", "sara"), Moved("omar", "khalid"), ["zara"]);
        Finds(new(CheckCode.BlockingPair, "omar", "sara"), [new("zara", "sara"), new("omar", "khalid"), .. Pairs[..2]], []);
    }

    [Fact]
    public void An_empty_seat_beside_an_unmatched_mentee_is_a_blocking_pair()
    {
        var report = ResultCheck.Of(Cast.Round([Omar], [Sara]), [], ["omar"]);

        Assert.Equal([new(CheckCode.BlockingPair, "omar", "sara")], report.Problems);
    }

    [Fact]
    public void Equal_likeness_blocks_nobody() =>
        Assert.True(ResultCheck.Of(Cast.Round([Amina, Omar], [Sara]), [new("omar", "sara")], ["amina"]).Ok);

    [Fact]
    public void Recommendations_and_likeness_count_in_blocking_pairs()
    {
        var round = Cast.Round([Amina, Omar.Answering("field", "law")], [Sara.Answering("field", "law")]) with
        {
            Questions = [new("field", Counting.Alike)],
        };

        Assert.False(ResultCheck.Of(round, [new("amina", "sara")], ["omar"]).Ok);
        var recommended = round with { Recommendations = [new("amina", "sara", "r1")] };
        Assert.True(ResultCheck.Of(recommended, [new("amina", "sara")], ["omar"]).Ok);
        Assert.False(ResultCheck.Of(recommended, [new("omar", "sara")], ["amina"]).Ok);
    }

    [Fact]
    public void A_blocking_pair_against_a_pin_is_labelled_and_no_fault()
    {
        var round = Cast.Round([Amina, Omar.Wishing("sara")], [Sara.Wishing("omar"), Huda]) with { Pins = [new("amina", "sara")] };

        var report = ResultCheck.Of(round, [new("amina", "sara"), new("omar", "huda")], []);

        Assert.True(report.Ok);
        Assert.Equal([new(CheckCode.BlockingPair, "omar", "sara", Because.Pin)], report.Explained);
    }

    [Fact]
    public void A_blocking_pair_against_a_standing_mentorship_is_labelled_and_no_fault()
    {
        // Omar, who stands with Huda, and Sara, who has a free seat, would rather have each other.
        var round = Cast.Round([Omar.Wishing("sara")], [Sara, Huda]) with
        {
            Incumbents = [new("omar", "huda")],
        };

        var report = ResultCheck.Of(round, [new("omar", "huda")], []);

        Assert.True(report.Ok);
        Assert.Equal([new(CheckCode.BlockingPair, "omar", "sara", Because.Incumbent)], report.Explained);
    }

    [Fact]
    public void The_least_dear_of_several_held_is_the_one_to_give_way()
    {
        var sara = Sara.Wishing("amina", "omar", "bilal") with { Places = 2 };
        Pair[][] orders =
        [
            [new("amina", "sara"), new("bilal", "sara")],
            [new("bilal", "sara"), new("amina", "sara")],
        ];
        foreach (var held in orders)
        {
            // People are seen in the order of the problem, so that is turned too.
            Mentee[] mentees = [Omar, .. held.Select(pair => Mentee(pair.Mentee))];
            var matched = Cast.Round(mentees, [sara]);
            Assert.Equal([new(CheckCode.BlockingPair, "omar", "sara")], ResultCheck.Of(matched, held, ["omar"]).Problems);

            var pinned = ResultCheck.Of(matched with { Pins = held }, held, ["omar"]);
            Assert.True(pinned.Ok);
            Assert.Equal([new(CheckCode.BlockingPair, "omar", "sara", Because.Pin)], pinned.Explained);
        }
    }

    [Fact]
    public void A_long_list_is_cut_and_still_counted()
    {
        var mentees = Enumerable.Range(0, 1200).Select(n => Mentee("e" + n)).ToArray();

        var report = ResultCheck.Of(Cast.Round(mentees, []), [], []);

        Assert.Equal((CheckReport.MostListed, 1200), (report.Problems.Count, report.ProblemCount));
    }

    private static Pair[] Moved(string mentee, string mentor) =>
        [.. Pairs.Select(pair => pair.Mentee == mentee ? new(mentee, mentor) : pair)];

    private static void Finds(CheckProblem fault, Pair[] pairs, string[] unmatched)
    {
        var report = ResultCheck.Of(Round, pairs, unmatched);
        Assert.False(report.Ok);
        Assert.Contains(fault, report.Problems);
    }
}
