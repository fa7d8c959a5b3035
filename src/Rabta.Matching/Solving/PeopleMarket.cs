using Rabta.Matching.Markets;

namespace Rabta.Matching.Solving;

/// <summary>Puts people as a market: candidates in rows, each side's order as tiers, points as scores.</summary>
/// <remarks>Tiers are counted within a person's own candidates, so a tier is a step that person can tell apart.</remarks>
internal sealed class PeopleMarket(SolverInput input)
{
    private readonly List<int>[] _rows = new List<int>[input.Roster.Mentees.Length];
    private readonly Candidates _candidates = new(input);

    public Market Build()
    {
        for (var mentee = 0; mentee < _rows.Length; mentee++)
            _rows[mentee] = IsSeated(mentee) ? [] : _candidates.Of(mentee);
        return Put();
    }

    /// <summary>More candidates for those left without one although a seat they could have is free.</summary>
    /// <returns>The wider market, or null where there is nobody to widen it for.</returns>
    public Market? Widen(int[] mentorOf)
    {
        if (_candidates.IsEverybody)
            return null;
        var left = (int[])input.Seating.FreeSeats.Clone();
        for (var mentee = 0; mentee < mentorOf.Length; mentee++)
        {
            if (!IsSeated(mentee) && mentorOf[mentee] != Market.Nobody)
                left[mentorOf[mentee]]--;
        }
        int[] free = [.. _candidates.Open.Where(mentor => left[mentor] > 0)];
        var any = false;
        for (var mentee = 0; mentee < mentorOf.Length; mentee++)
        {
            if (mentorOf[mentee] != Market.Nobody)
                continue;
            var more = _candidates.Exhaustive(mentee, free.Except(_rows[mentee]));
            any |= more.Count > 0;
            _rows[mentee].AddRange(more);
        }
        return any ? Put() : null;
    }

    private Market Put()
    {
        var starts = new int[_rows.Length + 1];
        for (var mentee = 0; mentee < _rows.Length; mentee++)
            starts[mentee + 1] = starts[mentee] + _rows[mentee].Count;
        var (mentors, menteeTiers, mentorOrder, scores) = (
            new int[starts[^1]],
            new int[starts[^1]],
            new int[starts[^1]],
            new int[starts[^1]]
        );
        for (var mentee = 0; mentee < _rows.Length; mentee++)
        {
            // The tier and then the mentor's turn in one number, so that a row is sorted without asking again for each comparison.
            var keys = new ulong[_rows[mentee].Count];
            var weighed = new Weighed[keys.Length];
            for (var at = 0; at < keys.Length; at++)
            {
                weighed[at] = input.Preferences.Weigh(mentee, _rows[mentee][at]);
                keys[at] = (ulong)(uint)weighed[at].Tiers.ForMentee << 32 | (uint)input.Lottery.TurnOf(mentee, _rows[mentee][at]);
            }
            Array.Sort(keys, weighed);
            for (var (at, tier) = (0, -1); at < keys.Length; at++)
            {
                if (at == 0 || weighed[at].Tiers.ForMentee != weighed[at - 1].Tiers.ForMentee)
                    tier++;
                var pair = starts[mentee] + at;
                (mentors[pair], menteeTiers[pair]) = (weighed[at].Mentor, tier);
                (mentorOrder[pair], scores[pair]) = (weighed[at].Tiers.ForMentor, weighed[at].Points);
            }
        }
        int[] places = Array.ConvertAll(input.Roster.Mentors, mentor => mentor.Places);
        var market = new Market(starts, mentors, new(menteeTiers), new(mentorOrder), places, input.Lottery.TieBreak);
        return new(starts, mentors, new(menteeTiers), new(Dense(market, mentorOrder)), places, input.Lottery.TieBreak)
        {
            Scores = scores,
            Seated = Seat(),
        };
    }

    private static int[] Dense(Market market, int[] order)
    {
        var dense = new int[order.Length];
        var byMentor = new ByMentor(market);
        for (var mentor = 0; mentor < market.MentorCount; mentor++)
        {
            var pairs = byMentor.PairsOf(mentor).ToArray();
            var orders = Array.ConvertAll(pairs, pair => order[pair]);
            Array.Sort(orders, pairs);
            for (var (at, tier) = (0, -1); at < pairs.Length; at++)
            {
                if (at == 0 || orders[at] != orders[at - 1])
                    tier++;
                dense[pairs[at]] = tier;
            }
        }
        return dense;
    }

    /// <summary>
    /// Rows of those seated are left empty: nothing is asked for them, and their wishes are judged by the people's own check.
    /// </summary>
    private Seated Seat()
    {
        var mentees = _rows.Length;
        var why = Enumerable.Range(0, mentees).Select(mentee => IsSeated(mentee) ? Because.Pin : Because.None).ToArray();
        return new(input.Seating.MentorOf, why, new int[mentees], new int[mentees], input.Roster.Mentors.Length);
    }

    private bool IsSeated(int mentee) => input.Seating.MentorOf[mentee] != Market.Nobody;
}
