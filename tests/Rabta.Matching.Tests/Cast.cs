using Rabta.Matching.Problems;
using Rabta.Matching.Results;

namespace Rabta.Matching.Tests;

/// <summary>The people of the examples: Omar, Amina and Bilal look for mentors; Sara, Huda and Tariq mentor.</summary>
internal static class Cast
{
    public static Mentee Omar { get; } = Mentee("omar");
    public static Mentee Amina { get; } = Mentee("amina");
    public static Mentee Bilal { get; } = Mentee("bilal");
    public static Mentor Sara { get; } = Mentor("sara");
    public static Mentor Huda { get; } = Mentor("huda");
    public static Mentor Tariq { get; } = Mentor("tariq");

    public static Mentee Mentee(string key) => new(key, key);

    public static Mentor Mentor(string key, int places = 1) => new(key, key, places);

    public static Mentee Wishing(this Mentee mentee, params string[] mentors) =>
        mentee with
        {
            Wishes = [.. mentors.Select(mentor => new[] { mentor })],
        };

    public static Mentor Wishing(this Mentor mentor, params string[] mentees) =>
        mentor with
        {
            Wishes = [.. mentees.Select(mentee => new[] { mentee })],
        };

    public static Mentee Answering(this Mentee mentee, string question, params string[] values) =>
        mentee with
        {
            Answers = With(mentee.Answers, question, values),
        };

    public static Mentor Answering(this Mentor mentor, string question, params string[] values) =>
        mentor with
        {
            Answers = With(mentor.Answers, question, values),
        };

    public static MatchingProblem Round(Mentee[] mentees, Mentor[] mentors) =>
        new()
        {
            Mentees = mentees,
            Mentors = mentors,
            Seed = 7,
        };

    /// <summary>The pairs of a problem that must be solvable, checked, as "omar-sara amina-huda" by mentee key.</summary>
    public static string Pairs(this MatchingProblem problem) =>
        string.Join(' ', problem.Solved().Pairs.Select(pair => $"{pair.Mentee}-{pair.Mentor}"));

    public static MatchingResult Solved(this MatchingProblem problem)
    {
        var outcome = Matchmaker.Match(problem);
        Assert.Empty(outcome.Contradictions);
        Assert.True(outcome.CanBePublished, string.Join('\n', outcome.Check?.Problems ?? []));
        return outcome.Result;
    }

    private static Dictionary<string, IReadOnlyCollection<string>> With(
        IReadOnlyDictionary<string, IReadOnlyCollection<string>> answers,
        string question,
        string[] values
    ) => new(answers) { [question] = values };
}
