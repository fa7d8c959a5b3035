namespace Rabta.Matching.Solving;

/// <summary>For each mentee the mentors to ask, best first, ties already drawn; with the mentor's tier beside each.</summary>
/// <remarks>
/// Compressed rows: 8 bytes an acceptable pair, no object per pair. Building costs
/// O(pairs x questions + pairs x log mentors). Mentees who are seated already have an empty row.
/// </remarks>
internal sealed class PreferenceLists
{
    private readonly int[] _starts;
    private readonly int[] _mentors;
    private readonly int[] _mentorTiers;

    private PreferenceLists(int[] starts, int[] mentors, int[] mentorTiers) =>
        (_starts, _mentors, _mentorTiers) = (starts, mentors, mentorTiers);

    public int MenteeCount => _starts.Length - 1;

    public ReadOnlySpan<int> MentorsOf(int mentee) => Row(_mentors, mentee);

    /// <summary>Parallel to <see cref="MentorsOf"/>.</summary>
    public ReadOnlySpan<int> MentorTiersOf(int mentee) => Row(_mentorTiers, mentee);

    /// <param name="isSeeking">By mentee: false for those seated before the round.</param>
    /// <param name="seats">By mentor: free seats; mentors without any are left out.</param>
    public static PreferenceLists Build(
        HardRules rules, Preferences preferences, Lottery lottery, bool[] isSeeking, int[] seats)
    {
        var open = Enumerable.Range(0, seats.Length).Where(mentor => seats[mentor] > 0).ToArray();
        var room = isSeeking.Count(seeks => seeks) * open.Length;
        var starts = new int[isSeeking.Length + 1];
        var mentors = new int[room];
        var mentorTiers = new int[room];
        var order = new ulong[open.Length];
        var tierOf = new int[seats.Length];
        var filled = 0;

        for (var mentee = 0; mentee < isSeeking.Length; mentee++)
        {
            var count = 0;
            if (isSeeking[mentee])
            {
                foreach (var mentor in open)
                {
                    if (!rules.Allow(mentee, mentor))
                        continue;
                    var tiers = preferences.Of(mentee, mentor);
                    tierOf[mentor] = tiers.ForMentor;
                    // The turn names the mentor again after sorting: one plain number sorts both.
                    order[count++] = (ulong)(uint)tiers.ForMentee << 32 | (uint)lottery.TurnOf(mentee, mentor);
                }
            }

            Array.Sort(order, 0, count);
            for (var place = 0; place < count; place++)
            {
                var mentor = lottery.MentorAtTurn(mentee, (int)(uint)order[place]);
                mentors[filled] = mentor;
                mentorTiers[filled++] = tierOf[mentor];
            }
            starts[mentee + 1] = filled;
        }
        return new(starts, mentors, mentorTiers);
    }

    private ReadOnlySpan<int> Row(int[] column, int mentee) =>
        column.AsSpan(_starts[mentee], _starts[mentee + 1] - _starts[mentee]);
}
