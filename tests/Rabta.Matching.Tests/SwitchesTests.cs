using Rabta.Matching.Problems;
using static Rabta.Matching.Tests.Cast;

namespace Rabta.Matching.Tests;

/// <summary>Omar has Sara and would like another mentor.</summary>
public class SwitchesTests
{
    private static MatchingProblem Standing(params Mentor[] mentors) =>
        Round([Omar.Wishing("tariq", "huda").Answering("q", "a"), Amina, Bilal], [Sara, .. mentors]) with
        {
            Incumbents = [new("omar", "sara")],
            Questions = [new("q", Counting.Alike)],
        };

    [Fact]
    public void Mentors_with_a_place_stand_in_the_order_of_the_one_who_asks()
    {
        var problem = Standing(
            Mentor("huda", 3),
            Mentor("tariq", 3),
            Mentor("zain", 3).Answering("q", "a"),
            Mentor("yusuf", 3),
            Mentor("full", 0)
        );

        var options = Switches.Of(problem, "omar", 10);

        Assert.Equal(["tariq", "huda", "zain", "yusuf"], options.Select(option => option.Mentor));
        Assert.Equal([1, 2, null, null], options.Select(option => option.WishRank));
        Assert.Equal([0, 0, MatchingProblem.LikenessLevels, 0], options.Select(option => option.Likeness));
        Assert.All(options, option => Assert.Equal(3, option.Free));
        Assert.Equal(["tariq", "huda"], Switches.Of(problem, "omar", 2).Select(option => option.Mentor));
    }

    [Fact]
    public void A_seat_that_only_somebody_without_a_mentor_could_have_is_theirs_first()
    {
        // Amina may be with Huda only; with one place there is none for Omar, with two there is.
        var problem = Round(
            [Omar, Amina.Answering("tongue", "urdu")],
            [Sara.Answering("tongue", "pashto"), Huda.Answering("tongue", "urdu"), Tariq.Answering("tongue", "pashto")]
        ) with
        {
            Questions = [new("tongue", Counting.MustEqual)],
            Incumbents = [new("omar", "sara")],
        };

        Assert.Equal(["tariq"], Switches.Of(problem, "omar", 9).Select(option => option.Mentor));
        var wider = problem with
        {
            Mentors = [.. problem.Mentors.Select(mentor => mentor.Key == "huda" ? mentor with { Places = 2 } : mentor)],
        };
        Assert.Equal(["huda", "tariq"], Switches.Of(wider, "omar", 9).Select(option => option.Mentor).Order());
    }

    [Fact]
    public void The_place_left_goes_to_the_dearest_who_waits_and_may()
    {
        var problem = Round([Omar, Amina, Bilal], [Sara.Wishing("bilal", "amina"), Mentor("tariq", 5)]) with
        {
            Incumbents = [new("omar", "sara")],
        };

        Assert.Equal("bilal", Assert.Single(Switches.Of(problem, "omar", 9)).Placed);
        Assert.Equal("amina", Assert.Single(Switches.Of(problem with { Forbids = [new("bilal", "sara")] }, "omar", 9)).Placed);
        Assert.Null(Assert.Single(Switches.Of(problem with { Forbids = [new("bilal", "sara"), new("amina", "sara")] }, "omar", 9)).Placed);
        Assert.Empty(Switches.Of(problem with { Forbids = [new("omar", "tariq")] }, "omar", 9));
    }

    [Fact]
    public void Who_has_no_mentor_or_is_a_stranger_has_nothing_to_change()
    {
        Assert.Throws<ArgumentException>("mentee", () => Switches.Of(Standing(Tariq, Huda), "amina", 9));
        Assert.Throws<ArgumentException>("mentee", () => Switches.Of(Standing(Tariq, Huda), "nobody", 9));
        Assert.Throws<ArgumentException>("problem", () => Switches.Of(Standing(Tariq, Huda, Sara), "omar", 9));
        Assert.Throws<ArgumentNullException>("problem", () => Switches.Of(null!, "omar", 9));
    }
}
