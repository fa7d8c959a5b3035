using Rabta.Matching.Results;
using Rabta.Mentorships;

namespace Rabta.Preferences.Fitting;

/// <summary>
/// Turns what the matchmaker explains into what may be kept. A private question leaves no trace: not even that one was shared.
/// </summary>
internal static class ReasonsOf
{
    public static List<Reason> Pair(PairExplanation explained, CohortProblem people, Pin? pin)
    {
        var reasons = new List<Reason>();
        if (pin is { IsMove: true })
            reasons.Add(new(ReasonKind.Chosen));
        if (explained.MenteeWishRank is { } wish)
            reasons.Add(new(ReasonKind.MenteesWish, Rank: wish));
        if (explained.MentorWishRank is { } wanted)
            reasons.Add(
                people.Named(explained.Pair.Mentor, explained.Pair.Mentee)
                    ? new(ReasonKind.MentorsWish, Rank: wanted)
                    : new(ReasonKind.HelpsBest)
            );
        reasons.AddRange(explained.Recommendations.Select(id => Recommended(people.Recommenders[id])));
        foreach (var shared in explained.Shared)
            if (people.Questions[shared.Question] is { IsPrivate: false } question)
                reasons.Add(new(ReasonKind.Shared, question.Heading, people.AsWritten(explained.Pair.Mentee, question, shared.Values)));
        foreach (var id in explained.Different)
            if (people.Questions[id] is { IsPrivate: false } question)
                reasons.Add(new(ReasonKind.Different, question.Heading));
        return reasons;
    }

    private static Reason Recommended(Recommendation given)
    {
        var named = given is { MayBeNamed: true, By.Length: > 0 };
        return new(
            ReasonKind.Recommended,
            By: named ? given.By : null,
            ById: named ? given.ByPerson?.Value : null,
            Says: given.WhyMayBeRead ? given.Why : null
        );
    }
}
