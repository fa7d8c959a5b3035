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
        var input = SolverInput.Of(problem, out _) ?? throw new ArgumentException("The problem contradicts itself.", nameof(problem));
        var who = input.Roster.MenteeAt(mentee);
        var now = who < 0 ? -1 : input.Seating.MentorOf[who];
        if (now < 0)
            throw new ArgumentException($"{mentee} has no mentor to change.", nameof(mentee));
        int[] without = [.. Enumerable.Range(0, input.Roster.Mentees.Length).Where(other => input.Seating.MentorOf[other] < 0)];
        var placed = without
            .Where(other => input.Rules.Allow(other, now))
            .OrderBy(other => input.Preferences.Of(other, now).ForMentor)
            .ThenBy(input.Lottery.NumberOf)
            .FirstOrDefault(-1);
        var options =
            from mentor in Enumerable.Range(0, input.Roster.Mentors.Length)
            where mentor != now && input.Rules.Allow(who, mentor)
            let free = input.Seating.FreeSeats[mentor]
                - without.Count(other => input.Rules.Allow(other, mentor) && !HasElsewhere(input, other, mentor))
            where free > 0
            orderby input.Preferences.Of(who, mentor).ForMentee, input.Lottery.TurnOf(who, mentor)
            select new SwitchOption(
                input.Roster.Mentors[mentor].Key,
                input.Seating.FreeSeats[mentor],
                input.Preferences.MenteeWishRank(who, mentor),
                input.Preferences.Likeness(who, mentor),
                placed < 0 ? null : input.Roster.Mentees[placed].Key
            );
        return [.. options.Take(most)];
    }

    private static bool HasElsewhere(SolverInput input, int mentee, int mentor)
    {
        for (var other = 0; other < input.Roster.Mentors.Length; other++)
        {
            if (other != mentor && input.Seating.FreeSeats[other] > 0 && input.Rules.Allow(mentee, other))
                return true;
        }
        return false;
    }
}
