namespace Rabta.Matching.Files;

/// <summary>Scores as whole numbers: decimals are kept as far as they fit.</summary>
internal static class FileScores
{
    /// <summary>What one unit of a stored score is worth: 1, or 10 to the minus number of decimals.</summary>
    public static decimal UnitOf(FileProblem problem)
    {
        var scores = (problem.Raw.Scores ?? [])
            .Values.SelectMany(own => own.Select(score => score.Score))
            .Concat(problem.Raw.Weights.SelectMany(row => row))
            .Append(problem.Raw.PriceOfMove ?? 0);
        var (largest, decimals) = (1m, 0);
        foreach (var score in scores)
        {
            largest = Math.Max(largest, Math.Abs(score));
            while (decimals < 6 && decimal.Round(score, decimals) != score)
                decimals++;
        }
        var unit = 1m;
        for (; decimals > 0; decimals--)
            unit /= 10;
        // Above, whole numbers up to a thousand million; finer than that is no longer told apart.
        while (largest / unit > 1_000_000_000m)
            unit *= 10;
        return unit;
    }

    public static int[]? Of(FileProblem problem, int[] starts, int[] listed, decimal price)
    {
        if (problem.Raw.Scores is not { } scores)
            return null;
        var unit = UnitOf(problem);
        var column = new int[listed.Length];
        var own = new int[problem.Offerers.Length];
        for (var seeker = 0; seeker < problem.Seekers.Length; seeker++)
        {
            Array.Clear(own);
            foreach (var (mentor, score) in OwnOf(problem, scores, seeker))
                own[problem.OffererAt[mentor]] = (int)decimal.Round(score / unit);
            for (var pair = starts[seeker]; pair < starts[seeker + 1]; pair++)
                column[pair] = own[listed[pair]] + (listed[pair] == problem.Current[seeker] ? (int)decimal.Round(price / unit) : 0);
        }
        return column;
    }

    private static List<(int Mentor, decimal Score)> OwnOf(FileProblem problem, Dictionary<int, List<(int, decimal)>> scores, int seeker) =>
        scores.TryGetValue(problem.Raw.Pool.Of(problem.Seekers[seeker]), out var own) ? own : [];

    /// <summary>The sum of the scores of pairs, as the file gave them.</summary>
    public static decimal Total(FileProblem problem, int[] offererOf)
    {
        if (problem.Raw.Scores is not { } scores)
            return 0;
        var total = 0m;
        for (var seeker = 0; seeker < offererOf.Length; seeker++)
            total += OwnOf(problem, scores, seeker)
                .Where(score => problem.OffererAt[score.Mentor] == offererOf[seeker])
                .Sum(score => score.Score);
        return total;
    }
}
