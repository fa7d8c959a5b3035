using Rabta.Matching.Markets;

namespace Rabta.Matching.Solving;

/// <summary>Puts people as a market: candidates in rows, each side's order as tiers, points as scores.</summary>
/// <remarks>Tiers are counted within a person's own candidates, so a tier is a step that person can tell apart.</remarks>
internal sealed class PeopleMarket(Grounds grounds)
{
    private readonly List<int>[] _rows = new List<int>[grounds.Roster.Mentees.Length];
    private readonly int[] _open = [.. Enumerable.Range(0, grounds.Roster.Mentors.Length).Where(mentor => grounds.Seating.FreeSeats[mentor] > 0)];
    private Candidates? _candidates;

    /// <summary>Whether everybody was weighed with everybody.</summary>
    public bool IsComplete => _open.Length <= Candidates.Few;

    public Market Build()
    {
        _candidates = new(grounds, _open);
        for (var mentee = 0; mentee < _rows.Length; mentee++)
            _rows[mentee] = IsSeated(mentee) ? [] : _candidates.Of(mentee);
        return Put();
    }

    /// <summary>More candidates for those left without one although a seat they could have is free.</summary>
    /// <returns>The wider market, or null where there is nobody to widen it for.</returns>
    public Market? Widen(int[] mentorOf)
    {
        if (IsComplete)
            return null;
        var left = (int[])grounds.Seating.FreeSeats.Clone();
        for (var mentee = 0; mentee < mentorOf.Length; mentee++)
        {
            if (!IsSeated(mentee) && mentorOf[mentee] != Market.Nobody)
                left[mentorOf[mentee]]--;
        }
        int[] free = [.. _open.Where(mentor => left[mentor] > 0)];
        var any = false;
        for (var mentee = 0; mentee < mentorOf.Length; mentee++)
        {
            if (mentorOf[mentee] != Market.Nobody)
                continue;
            var more = _candidates!.Exhaustive(mentee, free.Except(_rows[mentee]));
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
        var (mentors, menteeTiers, mentorOrder, scores) = (new int[starts[^1]], new int[starts[^1]], new int[starts[^1]], new int[starts[^1]]);
        for (var mentee = 0; mentee < _rows.Length; mentee++)
        {
            var ordered = _rows[mentee].Select(mentor => (Mentor: mentor, Tiers: grounds.Preferences.Of(mentee, mentor)))
                .OrderBy(one => one.Tiers.ForMentee).ThenBy(one => grounds.Lottery.TurnOf(mentee, one.Mentor));
            var (at, tier, last) = (starts[mentee], -1, -1);
            foreach (var (mentor, tiers) in ordered)
            {
                if (tiers.ForMentee != last)
                    (tier, last) = (tier + 1, tiers.ForMentee);
                (mentors[at], menteeTiers[at], mentorOrder[at]) = (mentor, tier, tiers.ForMentor);
                scores[at++] = grounds.Preferences.Points(mentee, mentor);
            }
        }
        int[] places = Array.ConvertAll(grounds.Roster.Mentors, mentor => mentor.Places);
        var market = new Market(starts, mentors, new(menteeTiers), new(mentorOrder), places, grounds.Lottery.Luck);
        return new(starts, mentors, new(menteeTiers), new(Dense(market, mentorOrder)), places, grounds.Lottery.Luck) { Scores = scores, Seated = Seat() };
    }

    private static int[] Dense(Market market, int[] order)
    {
        var dense = new int[order.Length];
        var byMentor = new ByMentor(market);
        for (var mentor = 0; mentor < market.MentorCount; mentor++)
        {
            var (tier, last) = (-1, -1);
            foreach (var pair in byMentor.PairsOf(mentor).ToArray().OrderBy(pair => order[pair]))
            {
                if (order[pair] != last)
                    (tier, last) = (tier + 1, order[pair]);
                dense[pair] = tier;
            }
        }
        return dense;
    }

    /// <summary>Rows of those seated are left empty: nothing is asked for them, and their wishes are judged by the people's own check.</summary>
    private Seated Seat()
    {
        var mentees = _rows.Length;
        var why = Enumerable.Range(0, mentees).Select(mentee => IsSeated(mentee) ? Because.Pin : Because.None).ToArray();
        return new(grounds.Seating.MentorOf, why, new int[mentees], new int[mentees], grounds.Roster.Mentors.Length);
    }

    private bool IsSeated(int mentee) => grounds.Seating.MentorOf[mentee] != Market.Nobody;
}
