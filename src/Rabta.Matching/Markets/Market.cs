namespace Rabta.Matching.Markets;

/// <summary>
/// A capacitated two-sided market with ties and incomplete lists (hospitals/residents with ties, HRT): who may be with
/// whom, in which tier on either side, and how many places each mentor has. People are numbers from 0.
/// </summary>
/// <remarks>
/// Compressed rows by mentee: 6 bytes a pair while tiers fit a byte (4 for the mentor, 1 for each side's tier), 4 more
/// with scores; no object and no dictionary entry per pair. A row holds acceptable pairs only, best tier first; the order
/// within a tier is the mentee's draw among equals. Hard rules have been applied: what they forbid is not there.
/// </remarks>
public sealed class Market
{
    public const int Nobody = -1;

    /// <param name="starts">Mentees + 1 offsets into the pair columns.</param>
    /// <param name="mentors">By pair: the mentor, each once a row.</param>
    /// <param name="menteeTiers">By pair: the mentor's tier with the mentee; does not fall within a row.</param>
    /// <param name="mentorTiers">By pair: the mentee's tier with the mentor.</param>
    /// <param name="places">By mentor, 0 or more; those seated beforehand included.</param>
    /// <param name="tieBreak">By mentee: a permutation, 0 the luckiest; decides among equals.</param>
    public Market(int[] starts, int[] mentors, TierColumn menteeTiers, TierColumn mentorTiers, int[] places, int[] tieBreak)
    {
        ArgumentNullException.ThrowIfNull(starts);
        ArgumentNullException.ThrowIfNull(mentors);
        ArgumentNullException.ThrowIfNull(places);
        ArgumentNullException.ThrowIfNull(tieBreak);
        if (
            starts[^1] != mentors.Length
            || menteeTiers.Length != mentors.Length
            || mentorTiers.Length != mentors.Length
            || tieBreak.Length != starts.Length - 1
        )
            throw new ArgumentException("The columns of a market have one length.", nameof(starts));
        (Starts, Mentors, MenteeTiers, MentorTiers, Places, TieBreak) = (starts, mentors, menteeTiers, mentorTiers, places, tieBreak);
    }

    public int MenteeCount => Starts.Length - 1;
    public int MentorCount => Places.Length;
    public int PairCount => Mentors.Length;

    public TierColumn MenteeTiers { get; }
    public TierColumn MentorTiers { get; }

    /// <summary>By pair, whole units; null where nobody scored. Needed by welfare and balanced.</summary>
    public int[]? Scores { get; init; }

    /// <summary>Who sits before anybody asks; null for nobody.</summary>
    public Seated? Seated { get; init; }

    /// <summary>Places kept for groups; null for none.</summary>
    public Reserves? Reserves { get; init; }

    /// <summary>
    /// By mentee or mentor: how many tiers their own list has, where that is more than shows in the pairs; null where it is not.
    /// </summary>
    public int[]? MenteeTierCounts { get; init; }
    public int[]? MentorTierCounts { get; init; }

    internal int[] Starts { get; }
    internal int[] Mentors { get; }
    internal int[] Places { get; }
    internal int[] TieBreak { get; }

    /// <summary>The mentors acceptable to and accepting the mentee, best first.</summary>
    public ReadOnlySpan<int> MentorsOf(int mentee) => Mentors.AsSpan(Starts[mentee], Starts[mentee + 1] - Starts[mentee]);

    public int PlacesOf(int mentor) => Places[mentor];

    /// <summary>The pair's position in the columns, or <see cref="Nobody"/>. O(row).</summary>
    public int PairAt(int mentee, int mentor)
    {
        var at = MentorsOf(mentee).IndexOf(mentor);
        return at < 0 ? Nobody : Starts[mentee] + at;
    }

    public int FirstPairOf(int mentee) => Starts[mentee];

    /// <summary>One past the mentee's last tier: what having nobody counts as.</summary>
    public int TiersOf(int mentee) =>
        MenteeTierCounts?[mentee] ?? (Starts[mentee] == Starts[mentee + 1] ? 0 : MenteeTiers[Starts[mentee + 1] - 1] + 1);

    /// <summary>One past the mentor's last tier: what an empty seat counts as. Without counts, more than any tier.</summary>
    public int MentorTierCount(int mentor) => MentorTierCounts?[mentor] ?? int.MaxValue;

    /// <summary>By mentee: where they sit beforehand, as a column to go on with.</summary>
    internal int[] SeatedOrNobody()
    {
        if (Seated is { } seated)
            return [.. seated.MentorOf];
        return NobodyFor(MenteeCount);
    }

    /// <summary>A column in which nobody has anybody yet.</summary>
    internal static int[] NobodyFor(int people)
    {
        var column = new int[people];
        Array.Fill(column, Nobody);
        return column;
    }

    /// <summary>The best score in the mentee's row, 0 at least: having nobody is worth that. Needs scores.</summary>
    internal int BestScoreOf(int mentee)
    {
        var best = 0;
        for (var pair = Starts[mentee]; pair < Starts[mentee + 1]; pair++)
            best = Math.Max(best, Scores![pair]);
        return best;
    }

    /// <summary>Whether nobody is tied on either side.</summary>
    internal bool IsStrict()
    {
        var seen = new HashSet<(int, int)>();
        for (var mentee = 0; mentee < MenteeCount; mentee++)
        {
            for (var pair = Starts[mentee]; pair < Starts[mentee + 1]; pair++)
            {
                if ((pair > Starts[mentee] && MenteeTiers[pair] == MenteeTiers[pair - 1]) || !seen.Add((Mentors[pair], MentorTiers[pair])))
                    return false;
            }
        }
        return true;
    }

    internal int SeatedMentor(int mentee) => Seated is { } seated ? seated.MentorOf[mentee] : Nobody;

    /// <summary>By mentor: places left beside those seated beforehand, at most as many as could be asked for.</summary>
    internal int[] FreeSeats()
    {
        var asked = new int[MentorCount];
        foreach (var mentor in Mentors)
            asked[mentor]++;
        var free = new int[MentorCount];
        for (var mentor = 0; mentor < free.Length; mentor++)
            free[mentor] = Math.Max(0, Math.Min(asked[mentor], Places[mentor] - (Seated?.Held[mentor] ?? 0)));
        return free;
    }
}
