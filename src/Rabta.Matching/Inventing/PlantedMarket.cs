using Rabta.Matching.Markets;

namespace Rabta.Matching.Inventing;

/// <summary>A made-up market with a large stable matching hidden in it, to see how much of it a mode finds.</summary>
/// <param name="MentorOf">
/// The hidden matching, weakly stable in the market: by mentee the mentor or <see cref="Markets.Market.Nobody"/>.
/// </param>
/// <remarks>
/// As many mentors as mentees, one place each, five wishes each. Of the wishes one is the hidden partner, the others are drawn
/// by log-normal popularity (sigma 1), all in random order, two in three tied with the one before; the same on the mentors'
/// side. Then whoever would make the hidden matching unstable is put beside the hidden partner, as one more tie.
/// Everything turns on such ties: broken by lot, many mentors end with somebody who had other choices.
/// </remarks>
public sealed record PlantedMarket(Market Market, int[] MentorOf)
{
    private const int Wishes = 5;
    private const double Tied = 2.0 / 3;
    private const double Spread = 1.0;

    public int Size => MentorOf.Count(mentor => mentor != Market.Nobody);

    /// <param name="people">Mentees, and mentors.</param>
    /// <param name="hidden">Pairs in the hidden matching.</param>
    public static PlantedMarket Of(int people, int hidden, ulong seed)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(people, Wishes);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(hidden, people);
        return new Planting(people, hidden, new(seed)).Run();
    }

    private sealed class Planting(int people, int hidden, Dice dice)
    {
        private readonly int[] _mentorOf = new int[people];
        private readonly int[] _menteeOf = new int[people];
        private readonly int[] _listed = new int[people * Wishes];
        private readonly int[] _menteeTiers = new int[people * Wishes];
        private readonly int[] _mentorTiers = new int[people * Wishes];

        public PlantedMarket Run()
        {
            Array.Fill(_mentorOf, Market.Nobody);
            Array.Fill(_menteeOf, Market.Nobody);
            var (mentees, mentors) = (InventedMarket.TieBreak(dice, people), InventedMarket.TieBreak(dice, people));
            for (var pair = 0; pair < hidden; pair++)
                (_mentorOf[mentees[pair]], _menteeOf[mentors[pair]]) = (mentors[pair], mentees[pair]);
            var drawn = new AliasTable(InventedMarket.Popularity(dice, people, Spread));
            for (var mentee = 0; mentee < people; mentee++)
                Wish(mentee, drawn);
            Rank();
            var starts = Enumerable.Range(0, people + 1).Select(mentee => mentee * Wishes).ToArray();
            var places = new int[people];
            Array.Fill(places, 1);
            return new(
                new(starts, _listed, new(_menteeTiers), new(_mentorTiers), places, InventedMarket.TieBreak(dice, people)),
                _mentorOf
            );
        }

        private void Wish(int mentee, AliasTable drawn)
        {
            var row = new List<int>();
            if (_mentorOf[mentee] != Market.Nobody)
                row.Add(_mentorOf[mentee]);
            while (row.Count < Wishes)
            {
                // Two who both have nobody must not meet, or they would make a pair more.
                if (
                    drawn.Draw(dice) is var mentor
                    && !row.Contains(mentor)
                    && (_mentorOf[mentee] != Market.Nobody || _menteeOf[mentor] != Market.Nobody)
                )
                    row.Add(mentor);
            }
            int[] order = [.. InventedMarket.TieBreak(dice, Wishes).Select(at => row[at])];
            var tiers = Ties(Wishes);
            var own = Array.IndexOf(order, _mentorOf[mentee]);
            for (var at = 0; own >= 0 && at < Wishes; at++)
            {
                // Nobody would leave the hidden partner for a mentor who has nobody.
                if (_menteeOf[order[at]] == Market.Nobody)
                    tiers[at] = Math.Max(tiers[at], tiers[own]);
            }
            foreach (var (place, at) in Enumerable.Range(0, Wishes).OrderBy(at => tiers[at]).Index())
                (_listed[mentee * Wishes + place], _menteeTiers[mentee * Wishes + place]) = (order[at], tiers[at]);
        }

        private void Rank()
        {
            foreach (var mentor in Enumerable.Range(0, _listed.Length).GroupBy(pair => _listed[pair]))
            {
                int[] pairs = [.. mentor];
                var tiers = Ties(pairs.Length);
                foreach (var (at, turn) in InventedMarket.TieBreak(dice, pairs.Length).Index())
                    _mentorTiers[pairs[at]] = tiers[turn];
                if (_menteeOf[mentor.Key] == Market.Nobody)
                    continue;
                var own = _mentorTiers[PairOf(_menteeOf[mentor.Key])];
                foreach (var pair in pairs.Where(Wants))
                    _mentorTiers[pair] = Math.Max(_mentorTiers[pair], own);
            }
        }

        /// <summary>Whether the mentee would rather have this mentor than the hidden partner.</summary>
        private bool Wants(int pair) =>
            _mentorOf[pair / Wishes] == Market.Nobody || _menteeTiers[pair] < _menteeTiers[PairOf(pair / Wishes)];

        private int PairOf(int mentee) => mentee * Wishes + _listed.AsSpan(mentee * Wishes, Wishes).IndexOf(_mentorOf[mentee]);

        private int[] Ties(int count)
        {
            var tiers = new int[count];
            for (var at = 1; at < count; at++)
                tiers[at] = tiers[at - 1] + (dice.Share() < Tied ? 0 : 1);
            return tiers;
        }
    }
}
