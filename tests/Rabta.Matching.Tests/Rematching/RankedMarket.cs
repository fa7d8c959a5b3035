using Rabta.Matching.Inventing;
using Rabta.Matching.Markets;

namespace Rabta.Matching.Tests.Rematching;

/// <summary>
/// A small market with both sides' tiers as tables, -1 where a pair may not be: what a test can read off without the columns.
/// </summary>
internal sealed class RankedMarket
{
    public RankedMarket(
        int[,] menteeTier,
        int[,] mentorTier,
        int[] places,
        int[]? tieBreak = null,
        Reserves? reserves = null,
        int[,]? score = null
    )
    {
        (MenteeTier, MentorTier, Places) = (menteeTier, mentorTier, places);
        var mentees = menteeTier.GetLength(0);
        TieBreak = tieBreak ?? [.. Enumerable.Range(0, mentees)];
        var (starts, mentors, mine, theirs, scores) = (
            new int[mentees + 1],
            new List<int>(),
            new List<int>(),
            new List<int>(),
            new List<int>()
        );
        for (var mentee = 0; mentee < mentees; mentee++)
        {
            foreach (
                var mentor in Enumerable
                    .Range(0, places.Length)
                    .Where(mentor => IsAcceptable(mentee, mentor))
                    .OrderBy(mentor => menteeTier[mentee, mentor])
            )
            {
                mentors.Add(mentor);
                mine.Add(menteeTier[mentee, mentor]);
                theirs.Add(mentorTier[mentee, mentor]);
                scores.Add(score?[mentee, mentor] ?? 0);
            }
            starts[mentee + 1] = mentors.Count;
        }
        Market = new(starts, [.. mentors], new([.. mine]), new([.. theirs]), [.. places], TieBreak)
        {
            Reserves = reserves,
            Scores = score is null ? null : [.. scores],
        };
    }

    public Market Market { get; }
    public int[,] MenteeTier { get; }
    public int[,] MentorTier { get; }
    public int[] Places { get; }
    public int[] TieBreak { get; }
    public IEnumerable<int> Mentees => Enumerable.Range(0, MenteeTier.GetLength(0));
    public IEnumerable<int> Mentors => Enumerable.Range(0, Places.Length);

    /// <summary>Up to eight mentees and five mentors, ties and gaps on both sides.</summary>
    /// <param name="most">Mentees at most.</param>
    public static RankedMarket Of(ulong seed, int most = 8, bool isScored = false)
    {
        var dice = new Inventing.Dice(seed);
        var (mentees, mentors) = (2 + dice.Below(most - 1), 2 + dice.Below(4));
        var (mine, theirs, score) = (new int[mentees, mentors], new int[mentees, mentors], new int[mentees, mentors]);
        for (var mentee = 0; mentee < mentees; mentee++)
        {
            for (var mentor = 0; mentor < mentors; mentor++)
            {
                var isThere = dice.Below(5) > 0;
                (mine[mentee, mentor], theirs[mentee, mentor]) = isThere ? (dice.Below(mentors + 1), dice.Below(mentees)) : (-1, -1);
                score[mentee, mentor] = isScored ? dice.Below(20) : 0;
            }
        }
        return new(
            mine,
            theirs,
            [.. Enumerable.Range(0, mentors).Select(_ => dice.Below(4))],
            InventedMarket.TieBreak(dice, mentees),
            score: isScored ? score : null
        );
    }

    /// <summary>Tables written as rows of tiers with a point where a pair may not be: "01. 1.0".</summary>
    public static int[,] Table(string rows)
    {
        var lines = rows.Split(' ');
        var table = new int[lines.Length, lines[0].Length];
        for (var row = 0; row < lines.Length; row++)
        {
            for (var column = 0; column < lines[0].Length; column++)
                table[row, column] = lines[row][column] == '.' ? -1 : lines[row][column] - '0';
        }
        return table;
    }

    /// <summary>Every way to give mentees a mentor who may be theirs and has a place.</summary>
    public IEnumerable<int[]> Assignments() => Assign(0, Market.SeatedOrNobody(), [.. Places]);

    private IEnumerable<int[]> Assign(int mentee, int[] mentorOf, int[] left)
    {
        if (mentee == mentorOf.Length)
            return
            [
                [.. mentorOf],
            ];
        return Mentors
            .Where(mentor => IsAcceptable(mentee, mentor) && left[mentor] > 0)
            .Append(Market.Nobody)
            .SelectMany(mentor =>
            {
                int[] then = [.. mentorOf],
                    places = [.. left];
                then[mentee] = mentor;
                if (mentor != Market.Nobody)
                    places[mentor]--;
                return Assign(mentee + 1, then, places);
            });
    }

    public bool IsAcceptable(int mentee, int mentor) => MenteeTier[mentee, mentor] >= 0;

    /// <summary>Whether the mentee would rather have this mentor than what they have.</summary>
    public bool Prefers(int mentee, int mentor, int has) =>
        IsAcceptable(mentee, mentor) && (has == Market.Nobody || MenteeTier[mentee, mentor] < MenteeTier[mentee, has]);

    /// <summary>How far the mentor prefers the mentee; of equals the one who comes first in the draw.</summary>
    public (int, int) Dearness(int mentee, int mentor) => (MentorTier[mentee, mentor], TieBreak[mentee]);
}
