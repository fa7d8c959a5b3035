using Rabta.Matching.Problems;
using Rabta.Matching.Solving;

namespace Rabta.Matching;

/// <summary>A mentor with a free place for somebody who wants another one.</summary>
/// <param name="WishRank">Counted from 1, null where not wished.</param>
/// <param name="Placed">Who without a mentor would get the place left, the dearest to that mentor; null for nobody.</param>
public sealed record SwitchOption(string Mentor, int Free, int? WishRank, int Likeness, string? Placed);

/// <summary>Where a mentee of a running programme could go, without moving anybody who did not ask.</summary>
public static class Switches
{
    /// <summary>
    /// The mentee's own order: wishes, recommendations, likeness. Seats somebody without a mentor could have are theirs first.
    /// </summary>
    /// <remarks>O(mentors x questions + mentees without a mentor x questions).</remarks>
    /// <exception cref="ArgumentException">The problem contradicts itself, or the mentee has no mentor in it.</exception>
    public static IReadOnlyList<SwitchOption> Of(MatchingProblem problem, string mentee, int most)
    {
        ArgumentNullException.ThrowIfNull(problem);
        var grounds = Grounds.Of(problem, out _) ?? throw new ArgumentException("The problem contradicts itself.", nameof(problem));
        var who = grounds.Roster.MenteeAt(mentee);
        var now = who < 0 ? -1 : grounds.Seating.MentorOf[who];
        if (now < 0)
            throw new ArgumentException($"{mentee} has no mentor to change.", nameof(mentee));
        int[] without = [.. Enumerable.Range(0, grounds.Roster.Mentees.Length).Where(other => grounds.Seating.MentorOf[other] < 0)];
        var placed = without
            .Where(other => grounds.Rules.Allow(other, now))
            .OrderBy(other => grounds.Preferences.Of(other, now).ForMentor)
            .ThenBy(grounds.Lottery.NumberOf)
            .FirstOrDefault(-1);
        var options =
            from mentor in Enumerable.Range(0, grounds.Roster.Mentors.Length)
            where mentor != now && grounds.Rules.Allow(who, mentor)
            let free = grounds.Seating.FreeSeats[mentor]
                - without.Count(other => grounds.Rules.Allow(other, mentor) && !HasElsewhere(grounds, other, mentor))
            where free > 0
            orderby grounds.Preferences.Of(who, mentor).ForMentee, grounds.Lottery.TurnOf(who, mentor)
            select new SwitchOption(
                grounds.Roster.Mentors[mentor].Key,
                grounds.Seating.FreeSeats[mentor],
                grounds.Preferences.MenteeWishRank(who, mentor),
                grounds.Preferences.Likeness(who, mentor),
                placed < 0 ? null : grounds.Roster.Mentees[placed].Key
            );
        return [.. options.Take(most)];
    }

    private static bool HasElsewhere(Grounds grounds, int mentee, int mentor)
    {
        for (var other = 0; other < grounds.Roster.Mentors.Length; other++)
        {
            if (other != mentor && grounds.Seating.FreeSeats[other] > 0 && grounds.Rules.Allow(mentee, other))
                return true;
        }
        return false;
    }
}
