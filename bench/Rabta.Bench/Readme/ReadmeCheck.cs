using Rabta.Matching.Measuring;

namespace Rabta.Bench.Readme;

/// <summary>Measures what the README says, prints both, and says whether it is true.</summary>
internal sealed class ReadmeCheck(string readme, IReadOnlyDictionary<string, Func<IAsyncEnumerable<Figure>>> benches)
{
    private readonly string[] _rows =
    [
        .. readme
            .Split('\n')
            .SkipWhile(l => l != "## Measured")
            .TakeWhile(l => !l.StartsWith("Bodies", StringComparison.Ordinal))
            .Where(l => l.StartsWith("| ", StringComparison.Ordinal))
            .Skip(1),
    ];

    private bool _wrong;

    /// <param name="only">One bench, or all where it is null.</param>
    public async Task<bool> IsTrue(string? only)
    {
        foreach (var row in _rows.Where(row => !Claim.Rows.Any(claim => Begins(row, claim))))
            Say(false, "nothing", "nothing", $"nobody measures the row '{Cells(row)[0]}'");
        foreach (var bench in Claim.Rows.Concat(Claim.Sentences).Where(c => only is null || c.Bench == only).GroupBy(c => c.Bench))
        {
            var figures = await Measure(bench.Key, [.. bench.SelectMany(claim => claim.Figures)]);
            foreach (var claim in bench)
                Check(claim, [.. claim.Figures.Select(name => figures.GetValueOrDefault(name))]);
        }
        return !_wrong;
    }

    /// <summary>A bench measures more than the README tells; it is left when all that is asked for is there.</summary>
    private async Task<Dictionary<string, Figure>> Measure(string bench, HashSet<string> names)
    {
        var found = new Dictionary<string, Figure>();
        await foreach (var figure in benches[bench]())
        {
            if (names.Contains(figure.Name))
                found.Add(figure.Name, figure);
            if (found.Count == names.Count)
                break;
        }
        return found;
    }

    private void Check(Claim claim, IReadOnlyList<Figure?> figures)
    {
        if (Claim.Sentences.Contains(claim))
            Compare(claim, Said.InText(readme, claim.Says), [.. figures.Select(f => f?.Value)], "");
        else if (_rows.FirstOrDefault(row => Begins(row, claim)) is { } row)
        {
            Compare(claim, Said.InCell(Cells(row)[1]), [.. figures.Select(f => f?.Value)], "");
            Limits(claim, Said.InCell(Cells(row)[2]), figures);
        }
        else
            Say(false, "nothing", "nothing", $"no row begins with '{claim.Says}'");
    }

    private void Compare(Claim claim, List<Said?>? said, IReadOnlyList<double?> measured, string what)
    {
        if (said is null || said.Count != measured.Count)
            Say(false, $"{said?.Count ?? 0} numbers", $"{measured.Count}", claim.Says);
        else
            foreach (var (number, value, name) in said.Zip(measured, claim.Figures))
                Say(
                    number is not null && value is { } found && number.Fits(found),
                    $"{number}",
                    value is { } v ? number?.Like(v) ?? $"{v}" : "nothing",
                    name + what
                );
    }

    /// <summary>A limit is the target of the figure; one may stand for the whole row, and a dash where there is none.</summary>
    private void Limits(Claim claim, List<Said?> limits, IReadOnlyList<Figure?> figures)
    {
        foreach (var (figure, at) in figures.Select((figure, at) => (figure, at)))
        {
            var limit = limits.Count == 1 ? limits[0] : limits.ElementAtOrDefault(at);
            // What a page weighs with its style is limited by a test (WeightTests), not by the bench.
            if (figure is null || claim.Bench == "weight")
                continue;
            Say(limit?.Value == figure.Target, $"{limit}", $"{figure.Target}", $"{figure.Name}, limit");
        }
    }

    private void Say(bool right, string said, string measured, string what)
    {
        _wrong |= !right;
        Console.WriteLine($"{(right ? "right" : "WRONG"), -6} said {said, -10} measured {measured, -12} {what}");
    }

    private static bool Begins(string row, Claim claim) => Cells(row)[0].StartsWith(claim.Says, StringComparison.Ordinal);

    private static string[] Cells(string row) => [.. row.Trim('|', ' ').Split('|').Select(cell => cell.Trim())];
}
