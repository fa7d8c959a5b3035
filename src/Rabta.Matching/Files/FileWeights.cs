using Rabta.Matching.Markets;
using Rabta.Matching.Solving;

namespace Rabta.Matching.Files;

/// <summary>Rows to columns, one each at most, over weights that reach a threshold: the largest total.</summary>
internal static class FileWeights
{
    /// <returns>By row: the column or nobody.</returns>
    public static int[] Solve(RawProblem raw, decimal unit)
    {
        var rows = raw.Weights.Length;
        var columns = rows == 0 ? 0 : raw.Weights[0].Length;
        var (starts, listed, scores) = (new int[rows + 1], new List<int>(), new List<int>());
        for (var row = 0; row < rows; row++)
        {
            for (var column = 0; column < columns; column++)
            {
                if (raw.Weights[row][column] < raw.Threshold)
                    continue;
                listed.Add(column);
                scores.Add((int)decimal.Round(raw.Weights[row][column] / unit));
            }
            starts[row + 1] = listed.Count;
        }
        var tiers = new byte[listed.Count];
        var places = new int[columns];
        Array.Fill(places, 1);
        var market = new Market(starts, [.. listed], new(tiers), new(tiers), places, [.. Enumerable.Range(0, rows)])
        {
            Scores = [.. scores],
        };
        return new ShortestPaths(market).Run().MentorOf;
    }
}
