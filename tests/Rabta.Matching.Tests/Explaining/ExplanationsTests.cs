using Rabta.Matching.Explaining;
using Rabta.Matching.Problems;
using Rabta.Matching.Results;
using static Rabta.Matching.Tests.Cast;

namespace Rabta.Matching.Tests.Explaining;

public class ExplanationsTests
{
    [Fact]
    public void A_pair_is_explained_by_what_is_shared_wished_and_recommended()
    {
        var round = Round(
            [Omar.Answering("field", "law", "art", "history").Answering("town", "lahore").Wishing("huda", "sara")],
            [Sara.Answering("field", "history", "art").Answering("town", "karachi").Wishing("omar"), Huda with { Places = 0 }]
        ) with
        {
            Questions = [new("town", Counting.Different), new("field", Counting.Alike), new("unasked", Counting.Alike)],
            Recommendations = [new("omar", "sara", "r2"), new("omar", "sara", "r1")],
        };

        var why = Explained(round).OfPair(new("omar", "sara"));

        var shared = Assert.Single(why.Shared);
        Assert.Equal("field", shared.Question);
        Assert.Equal(["art", "history"], shared.Values);
        Assert.Equal(["town"], why.Different);
        Assert.Equal(67, why.Likeness);
        Assert.Equal((2, 1), (why.MenteeWishRank, why.MentorWishRank));
        Assert.Equal(["r1", "r2"], why.Recommendations);
        Assert.False(why.IsPinned || why.IsIncumbent);
        Assert.Null(why.LotteryNumber);
    }

    [Fact]
    public void A_missing_answer_is_neither_shared_nor_different()
    {
        var round = Round([Omar.Answering("town")], [Sara.Answering("town", "karachi")]) with
        {
            Questions = [new("town", Counting.Different)],
        };

        var why = Explained(round).OfPair(new("omar", "sara"));

        Assert.Empty(why.Shared);
        Assert.Empty(why.Different);
        Assert.Equal(0, why.Likeness);
        Assert.Null(why.MenteeWishRank);
    }

    [Fact]
    public void Pins_and_standing_mentorships_are_told()
    {
        var round = Round([Amina, Omar], [Sara, Huda]) with { Pins = [new("omar", "sara")], Incumbents = [new("amina", "huda")] };

        var explanations = Explained(round);

        Assert.True(explanations.OfPair(new("omar", "sara")).IsPinned);
        Assert.True(explanations.OfPair(new("amina", "huda")).IsIncumbent);
        Assert.False(explanations.OfPair(new("amina", "huda")).IsPinned);
    }

    [Fact]
    public void The_lottery_is_told_where_it_decided()
    {
        var round = Round([Amina, Omar], [Sara]);
        var winner = round.Solved().Pairs.Single();
        var loser = round.Solved().Unmatched.Single();

        Assert.Equal(1, Explained(round).OfPair(winner).LotteryNumber);
        Assert.Equal(1, Explained(round).OfUnmatched(loser.Mentee).LostByLottery);
    }

    [Fact]
    public void The_lottery_is_not_told_where_something_else_decided()
    {
        var wished = Round([Amina, Omar], [Sara.Wishing("omar")]);
        Assert.Null(Explained(wished).OfPair(new("omar", "sara")).LotteryNumber);
        Assert.Equal(0, Explained(wished).OfUnmatched("amina").LostByLottery);

        // Amina draws against nobody: Omar has whom he wished for.
        var content = Round([Amina.Wishing("sara"), Omar.Wishing("huda")], [Sara, Huda]);
        Assert.Null(Explained(content).OfPair(new("amina", "sara")).LotteryNumber);

        // Neither lost anything: the other mentor is as good to them.
        var indifferent = Round([Amina, Omar], [Sara, Huda]);
        Assert.All(indifferent.Solved().Pairs, pair => Assert.Null(Explained(indifferent).OfPair(pair).LotteryNumber));

        // Amina would rather be with Sara, but it is staff who seated her elsewhere.
        var seated = Round([Amina.Wishing("sara"), Omar], [Sara, Huda]) with
        {
            Pins = [new("amina", "huda")],
        };
        Assert.Null(Explained(seated).OfPair(new("omar", "sara")).LotteryNumber);
    }

    [Fact]
    public void The_lottery_has_no_say_in_a_seat_given_by_staff()
    {
        // Nobody could stand higher with Sara than Omar does, and still the seat was never drawn for.
        var round = Round([Amina, Omar.Answering("field", "law")], [Sara.Wishing("omar").Answering("field", "law")]) with
        {
            Questions = [new("field", Counting.Alike)],
            Recommendations = [new("omar", "sara", "r1")],
            Pins = [new("amina", "sara")],
        };

        Assert.Null(Explained(round).OfPair(new("amina", "sara")).LotteryNumber);
        Assert.Equal(0, Explained(round).OfUnmatched("omar").LostByLottery);
    }

    [Fact]
    public void An_unmatched_mentee_sees_where_every_mentor_went()
    {
        var round = Round(
            [Amina, Omar.Answering("language", "urdu")],
            [Sara.Answering("language", "pashto"), Huda, Tariq, Mentor("zain", 0), new Mentor("omar-mentors", "omar", 1)]
        ) with
        {
            Questions = [new("language", Counting.MustEqual)],
            Conflicts = [new("omar", "huda")],
            Pins = [new("amina", "tariq")],
        };

        var why = Explained(round).OfUnmatched("omar");

        Assert.Equal(UnmatchedReason.AllFull, why.Reason);
        Assert.Equal(1, why.AcceptableFull);
        Assert.Equal(0, why.LostByLottery);
        Assert.Equal(
            [
                new(new(RemovalKind.SamePerson), 1),
                new(new(RemovalKind.Conflict), 1),
                new(new(RemovalKind.Rule, "language"), 1),
                new(new(RemovalKind.NoPlaces), 1),
            ],
            why.Removals
        );
    }

    [Fact]
    public void Why_names_the_first_rule_against_any_two_people()
    {
        var round = Round(
            [Amina.Answering("town", "lahore"), Omar],
            [Sara.Answering("town", "lahore"), Huda with { Places = 0 }, new Mentor("omar-mentors", "omar", 1)]
        ) with
        {
            Questions = [new("town", Counting.MustDiffer)],
            Forbids = [new("omar", "sara")],
        };

        var explanations = Explained(round);

        Assert.Equal(new(RemovalKind.Rule, "town"), explanations.Why("amina", "sara"));
        Assert.Equal(new(RemovalKind.NoPlaces), explanations.Why("amina", "huda"));
        Assert.Equal(new(RemovalKind.None), explanations.Why("amina", "omar-mentors"));
        Assert.Equal(new(RemovalKind.Forbidden), explanations.Why("omar", "sara"));
        Assert.Equal(new(RemovalKind.SamePerson), explanations.Why("omar", "omar-mentors"));
    }

    [Fact]
    public void Strangers_are_refused()
    {
        var explanations = Explained(Round([Omar], [Sara]));

        Assert.Throws<ArgumentException>(() => explanations.Why("nobody", "sara"));
        Assert.Throws<ArgumentException>(() => explanations.OfPair(new("omar", "nobody")));
        Assert.Throws<ArgumentException>(() => explanations.OfUnmatched("omar"));
    }

    private static Explanations Explained(MatchingProblem round) => new(round, round.Solved().Pairs);
}
