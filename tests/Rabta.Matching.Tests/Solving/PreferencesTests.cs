using Rabta.Matching.Problems;
using Rabta.Matching.Solving;
using static Rabta.Matching.Tests.Cast;

namespace Rabta.Matching.Tests.Solving;

public class PreferencesTests
{
    private const int Most = MatchingProblem.LikenessLevels;

    [Fact]
    public void A_pairs_points_are_likeness_and_what_was_said_for_it()
    {
        string[] names = [.. Enumerable.Range(10, 13).Select(n => $"m{n}")];
        var problem = Round(
            [Omar.Wishing(names).Answering("q", "a"), Amina],
            [.. names.Select(name => Mentor(name)), Sara.Wishing("amina", "omar").Answering("q", "a"), Huda.Wishing("omar")]
        ) with
        {
            Questions = [new("q", Counting.Alike)],
            Recommendations = [new("omar", "huda", "r"), new("amina", "m10", "r")],
        };
        var input = SolverInput.Of(problem, out _)!;
        int Points(string mentee, string mentor) =>
            input.Preferences.Weigh(input.Roster.MenteeAt(mentee), input.Roster.MentorAt(mentor)).Points;

        Assert.Equal(Most, Points("omar", "m10"));
        Assert.Equal(Most * 7 / 10, Points("omar", "m13"));
        Assert.Equal(Most / 10, Points("omar", "m19"));
        Assert.Equal(Most / 10, Points("omar", "m22"));
        Assert.Equal(Most + Most / 2 - Most / 20, Points("omar", "sara"));
        Assert.Equal(Most / 4 + Most / 2, Points("omar", "huda"));
        Assert.Equal((Most / 4, Most / 2, 0), (Points("amina", "m10"), Points("amina", "sara"), Points("amina", "m11")));
    }

    [Fact]
    public void A_wish_comes_before_a_recommendation_and_that_before_likeness_on_either_side()
    {
        var problem = Round(
            [Omar.Wishing("sara").Answering("q", "a")],
            [Sara, Huda, Tariq.Answering("q", "a"), Mentor("zain").Wishing("omar")]
        ) with
        {
            Questions = [new("q", Counting.Alike)],
            Recommendations = [new("omar", "huda", "r")],
        };
        var input = SolverInput.Of(problem, out _)!;
        var tiers = new[] { "sara", "huda", "tariq", "zain" }.ToDictionary(
            name => name,
            name => input.Preferences.Of(0, input.Roster.MentorAt(name))
        );

        Assert.Equal(["sara", "huda", "tariq", "zain"], tiers.OrderBy(one => one.Value.ForMentee).Select(one => one.Key));
        Assert.True(tiers["huda"].ForMentor < tiers["tariq"].ForMentor);
        Assert.Equal(
            (1, null),
            (
                input.Preferences.MenteeWishRank(0, input.Roster.MentorAt("sara")),
                input.Preferences.MentorWishRank(0, input.Roster.MentorAt("sara"))
            )
        );
        Assert.Equal(
            (null, 1),
            (
                input.Preferences.MenteeWishRank(0, input.Roster.MentorAt("zain")),
                input.Preferences.MentorWishRank(0, input.Roster.MentorAt("zain"))
            )
        );
    }
}
