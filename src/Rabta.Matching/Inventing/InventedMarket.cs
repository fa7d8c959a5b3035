using Rabta.Matching.Markets;
using Rabta.Matching.Solving;

namespace Rabta.Matching.Inventing;

/// <summary>Made-up markets to measure on: the same numbers give the same market on any machine.</summary>
public static class InventedMarket
{
    /// <summary>
    /// Ten mentees a mentor, 5 to 15 places, lists of 10 to 30, mentors of log-normal popularity (sigma 0.8), a fifth of a
    /// list tied with the one before, ten tiers at random on the mentors' side, scores of 0 to 100 that fall with the tiers.
    /// </summary>
    /// <param name="spare">Places more than mentees, as a share: 0 is tight, the hard case.</param>
    public static Market Popular(int mentees, ulong seed, double spare = 0)
    {
        var dice = new Dice(seed);
        var mentors = Math.Max(2, mentees / 10);
        var places = Places(dice, mentors, (int)(mentees * (1 + spare)));
        var drawn = new AliasTable(Popularity(dice, mentors, 0.8));
        var starts = new int[mentees + 1];
        for (var mentee = 0; mentee < mentees; mentee++)
            starts[mentee + 1] = starts[mentee] + Math.Min(mentors, 10 + dice.Below(21));
        var listed = new int[starts[^1]];
        var (menteeTiers, mentorTiers, scores) = (new byte[listed.Length], new byte[listed.Length], new int[listed.Length]);
        var seenBy = new int[mentors];
        for (var mentee = 0; mentee < mentees; mentee++)
        {
            byte tier = 0;
            for (var pair = starts[mentee]; pair < starts[mentee + 1]; pair++)
            {
                do listed[pair] = drawn.Draw(dice);
                while (seenBy[listed[pair]] == mentee + 1 && dice.Below(1000) < 999);
                while (seenBy[listed[pair]] == mentee + 1)
                    listed[pair] = (listed[pair] + 1) % mentors;
                seenBy[listed[pair]] = mentee + 1;
                if (pair > starts[mentee] && dice.Below(5) != 0)
                    tier++;
                menteeTiers[pair] = tier;
                mentorTiers[pair] = (byte)dice.Below(10);
                scores[pair] = Math.Max(0, 100 - 3 * tier - mentorTiers[pair] + dice.Below(4));
            }
        }
        return new(starts, listed, new(menteeTiers), new(mentorTiers), places, TieBreak(dice, mentees)) { Scores = scores };
    }

    /// <summary>
    /// As many mentors as mentees, one place each, everybody scored 0 to 99 with everybody: what dense solvers are measured on.
    /// </summary>
    public static Market Everybody(int people, ulong seed)
    {
        var dice = new Dice(seed);
        var (listed, scores, tiers) = (new int[people * people], new int[people * people], new byte[people * people]);
        for (var pair = 0; pair < listed.Length; pair++)
            (listed[pair], scores[pair]) = (pair % people, dice.Below(100));
        int[] places = [.. Enumerable.Repeat(1, people)];
        return new(
            [.. Enumerable.Range(0, people + 1).Select(mentee => mentee * people)],
            listed,
            new(tiers),
            new(tiers),
            places,
            TieBreak(dice, people)
        )
        {
            Scores = scores,
        };
    }

    private static int[] Places(Dice dice, int mentors, int seats)
    {
        var places = new int[mentors];
        var left = seats;
        for (var mentor = 0; mentor < mentors; mentor++)
            left -= places[mentor] = Math.Min(left, 5 + dice.Below(11));
        for (var mentor = 0; left > 0; mentor = (mentor + 1) % mentors, left--)
            places[mentor]++;
        return places;
    }

    internal static double[] Popularity(Dice dice, int mentors, double spread)
    {
        var popularity = new double[mentors];
        for (var mentor = 0; mentor < mentors; mentor++)
            popularity[mentor] = Math.Exp(spread * Math.Sqrt(-2 * Math.Log(1 - dice.Share())) * Math.Cos(2 * Math.PI * dice.Share()));
        return popularity;
    }

    internal static int[] TieBreak(Dice dice, int people)
    {
        var tieBreak = new int[people];
        for (var at = 0; at < people; at++)
        {
            var other = dice.Below(at + 1);
            tieBreak[at] = tieBreak[other];
            tieBreak[other] = at;
        }
        return tieBreak;
    }
}

/// <summary>Chance that is the same everywhere (SplitMix64).</summary>
public sealed class Dice(ulong seed)
{
    private ulong _state = seed;

    /// <summary>0 to <paramref name="limit"/> - 1.</summary>
    public int Below(int limit) => (int)Math.BigMul(Next(), (ulong)limit, out _);

    /// <summary>0 to just under 1.</summary>
    public double Share() => (Next() >> 11) * (1.0 / (1UL << 53));

    private ulong Next() => Draw.Stir(_state += 0x9E3779B97F4A7C15UL);
}

/// <summary>Draws by weight in O(1) (Walker 1977, in the form of Vose 1991).</summary>
internal sealed class AliasTable
{
    private readonly double[] _keep;
    private readonly int[] _alias;

    public AliasTable(double[] weights)
    {
        var count = weights.Length;
        var mean = weights.Sum() / count;
        _keep = Array.ConvertAll(weights, weight => weight / mean);
        _alias = [.. Enumerable.Range(0, count)];
        var small = new Stack<int>(_alias.Where(at => _keep[at] < 1));
        var large = new Stack<int>(_alias.Where(at => _keep[at] >= 1));
        while (small.Count > 0 && large.Count > 0)
        {
            var (less, more) = (small.Pop(), large.Pop());
            _alias[less] = more;
            _keep[more] -= 1 - _keep[less];
            (_keep[more] < 1 ? small : large).Push(more);
        }
    }

    public int Draw(Dice dice)
    {
        var at = dice.Below(_keep.Length);
        return dice.Share() < _keep[at] ? at : _alias[at];
    }
}
