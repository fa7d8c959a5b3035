namespace Rabta.Matching.Markets;

/// <summary>Why somebody sits before anybody asks.</summary>
public enum Because : byte
{
    /// <summary>Nothing: they are matched like everybody.</summary>
    None,

    /// <summary>Staff decided so.</summary>
    Pin,

    /// <summary>A mentorship that stands.</summary>
    Incumbent,

    /// <summary>A mentorship that stands, of someone who did not opt in to being moved by an event.</summary>
    NotOptedIn,

    /// <summary>Not a seat: the mode aims at something else than stability.</summary>
    Objective,
}

/// <summary>Who keeps a seat whatever the others wish. Their pairs need not be acceptable in the market.</summary>
public sealed class Seated
{
    /// <param name="mentorOf">By mentee, <see cref="Market.Nobody"/> for those who seek.</param>
    /// <param name="because">By mentee.</param>
    /// <param name="menteeTiers">By mentee: the tier of that mentor on the mentee's list, <see cref="int.MaxValue"/> if not on it.</param>
    /// <param name="mentorTiers">By mentee: the mentee's tier on that mentor's list, <see cref="int.MaxValue"/> if not on it.</param>
    public Seated(int[] mentorOf, Because[] because, int[] menteeTiers, int[] mentorTiers, int mentors)
    {
        ArgumentNullException.ThrowIfNull(mentorOf);
        (MentorOf, Why, MenteeTiers, MentorTiers) = (mentorOf, because, menteeTiers, mentorTiers);
        Held = new int[mentors];
        foreach (var mentor in mentorOf.Where(mentor => mentor != Market.Nobody))
            Held[mentor]++;
    }

    internal int[] MentorOf { get; }
    internal Because[] Why { get; }
    internal int[] MenteeTiers { get; }
    internal int[] MentorTiers { get; }

    /// <summary>By mentor: how many are seated.</summary>
    internal int[] Held { get; }
}

/// <summary>Places kept for members of groups, which fall back to anybody while no member wants them.</summary>
/// <remarks>
/// Minority reserves (Hafalir, Yenmez and Yildirim 2013), for groups that may overlap: a mentor first fills as many reserved
/// places as its mentees can fill at once, each of them one, and chooses by preference among what is left open.
/// </remarks>
/// <param name="GroupsOf">By mentee: a bit for each group, at most 64 groups.</param>
/// <param name="Kept">By mentor: kept places by group, null for none.</param>
public sealed record Reserves(ulong[] GroupsOf, int[]?[] Kept);
