using Rabta.Matching.Checking;
using Rabta.Matching.Markets;

namespace Rabta.Matching.Solving;

/// <summary>Mends and improves matchings move by move, for markets too large to search.</summary>
/// <remarks>Mending resolves one blocking pair after the other and gives up after as many rounds as are affordable;
/// improving tries each mentee at each mentor with a seat to spare or to swap, and keeps what adds to the total.</remarks>
internal sealed class BalancedRepair(Market market, int margin)
{
    private const int Rounds = 200;
    private const long Effort = 20_000_000;

    /// <returns>The matching without its blocking pairs, or null where mending went round in circles.</returns>
    public int[]? Mend(int[] start)
    {
        var mentorOf = (int[])start.Clone();
        var held = Held(mentorOf);
        for (var round = 0; round < Rounds; round++)
        {
            var blocking = MarketCheck
                .Of(market, mentorOf, margin, int.MaxValue)
                .Blocking.Where(pair => pair.Because == Because.None)
                .ToList();
            if (blocking.Count == 0)
                return mentorOf;
            foreach (var pair in blocking)
                Satisfy(pair, mentorOf, held);
        }
        return null;
    }

    /// <returns>A matching of at least the same total that still keeps the promise, if the given one did.</returns>
    public int[] Improve(int[] start)
    {
        var mentorOf = (int[])start.Clone();
        // A check of the whole market follows every move tried.
        var tries = Effort / Math.Max(1, market.PairCount);
        var held = Held(mentorOf);
        for (var isBetter = true; isBetter && tries > 0; )
        {
            isBetter = false;
            for (var mentee = 0; mentee < mentorOf.Length && tries > 0; mentee++)
            {
                if (market.SeatedMentor(mentee) == Market.Nobody)
                    isBetter |= Better(mentee, mentorOf, ref held, ref tries);
            }
        }
        return mentorOf;
    }

    private bool Better(int mentee, int[] mentorOf, ref List<int>[] held, ref long tries)
    {
        var any = false;
        for (var pair = market.Starts[mentee]; pair < market.Starts[mentee + 1]; pair++)
        {
            var (mentor, before) = (market.Mentors[pair], mentorOf[mentee]);
            if (mentor == before)
                continue;
            if (
                !(
                    held[mentor].Count < market.PlacesOf(mentor)
                        ? Score(pair) > Score(mentee, before) && Try(mentorOf, ref tries, (mentee, mentor))
                        : Swap(mentee, pair, held[mentor], mentorOf, ref tries)
                )
            )
                continue;
            any = true;
            held = Held(mentorOf);
        }
        return any;
    }

    /// <summary>The mentee for somebody who holds a seat there, who gets the mentee's own in return if they may.</summary>
    private bool Swap(int mentee, int pair, List<int> holders, int[] mentorOf, ref long tries)
    {
        var (mentor, before) = (market.Mentors[pair], mentorOf[mentee]);
        foreach (var other in holders.Where(holder => market.SeatedMentor(holder) == Market.Nobody))
        {
            var back = before == Market.Nobody ? -1 : market.PairAt(other, before);
            var gain = Score(pair) - Score(mentee, before) + (back < 0 ? 0 : Score(back)) - Score(other, mentor);
            if (gain > 0 && Try(mentorOf, ref tries, (mentee, mentor), (other, back < 0 ? Market.Nobody : before)))
                return true;
        }
        return false;
    }

    private bool Try(int[] mentorOf, ref long tries, params ReadOnlySpan<(int Mentee, int Mentor)> moves)
    {
        if (tries-- <= 0)
            return false;
        Span<int> before = stackalloc int[moves.Length];
        for (var at = 0; at < moves.Length; at++)
            (before[at], mentorOf[moves[at].Mentee]) = (mentorOf[moves[at].Mentee], moves[at].Mentor);
        if (BalancedSolver.IsAllowed(market, mentorOf, margin))
            return true;
        for (var at = 0; at < moves.Length; at++)
            mentorOf[moves[at].Mentee] = before[at];
        return false;
    }

    private void Satisfy(BlockingPair pair, int[] mentorOf, List<int>[] held)
    {
        var (mentee, mentor) = (pair.Mentee, pair.Mentor);
        var tier = market.MentorTiers[market.PairAt(mentee, mentor)];
        var mine = mentorOf[mentee] == Market.Nobody ? market.TiersOf(mentee) : market.MenteeTiers[market.PairAt(mentee, mentorOf[mentee])];
        if (mine - market.MenteeTiers[market.PairAt(mentee, mentor)] < margin)
            return;
        if (held[mentor].Count >= market.PlacesOf(mentor))
        {
            var worst = held[mentor]
                .Where(holder => market.SeatedMentor(holder) == Market.Nobody)
                .OrderByDescending(holder => market.MentorTiers[market.PairAt(holder, mentor)])
                .ThenBy(holder => Score(holder, mentor))
                .FirstOrDefault(-1);
            if (worst < 0 || market.MentorTiers[market.PairAt(worst, mentor)] - tier < margin)
                return;
            Move(worst, Market.Nobody, mentorOf, held);
        }
        Move(mentee, mentor, mentorOf, held);
    }

    private static void Move(int mentee, int to, int[] mentorOf, List<int>[] held)
    {
        if (mentorOf[mentee] != Market.Nobody)
            held[mentorOf[mentee]].Remove(mentee);
        mentorOf[mentee] = to;
        if (to != Market.Nobody)
            held[to].Add(mentee);
    }

    private List<int>[] Held(int[] mentorOf)
    {
        var held = new List<int>[market.MentorCount];
        for (var mentor = 0; mentor < held.Length; mentor++)
            held[mentor] = [];
        for (var mentee = 0; mentee < mentorOf.Length; mentee++)
        {
            if (mentorOf[mentee] != Market.Nobody)
                held[mentorOf[mentee]].Add(mentee);
        }
        return held;
    }

    private long Score(int pair) => market.Scores![pair];

    private long Score(int mentee, int mentor) =>
        mentor != Market.Nobody && market.PairAt(mentee, mentor) is >= 0 and var pair ? Score(pair) : 0;
}
