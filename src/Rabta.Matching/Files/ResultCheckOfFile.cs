using System.Text.Json;
using Rabta.Matching.Markets;

namespace Rabta.Matching.Files;

/// <summary>Reads a result file and judges what it says.</summary>
internal sealed class ResultCheckOfFile(RawProblem raw)
{
    private readonly List<string> _found = [];

    /// <exception cref="FileErrorException">It is no result at all.</exception>
    public IReadOnlyList<string> Run(ReadOnlySpan<byte> result)
    {
        using var json = Parse(result);
        var root = json.RootElement;
        if (
            root.ValueKind != JsonValueKind.Object
            || !root.TryGetProperty("pairs", out var pairs)
            || pairs.ValueKind != JsonValueKind.Object
        )
            throw FileErrorException.Bad("A result is an object with \"pairs\".", "/pairs");
        try
        {
            if (raw.Form == FileForm.Weights)
                Weights(root, pairs);
            else
                People(root, pairs);
        }
        catch (InvalidOperationException)
        {
            throw FileErrorException.Bad("An escape in the result stands for half a character.", "");
        }
        return _found;
    }

    private static JsonDocument Parse(ReadOnlySpan<byte> result)
    {
        try
        {
            return JsonDocument.Parse(JsonBytes.Text(result).ToArray());
        }
        catch (JsonException wrong)
        {
            throw FileErrorException.Bad(
                "The result is not JSON.",
                $"line {(wrong.LineNumber ?? 0) + 1}, column {(wrong.BytePositionInLine ?? 0) + 1}"
            );
        }
    }

    private void Weights(JsonElement root, JsonElement pairs)
    {
        var (taken, matched) = (new HashSet<int>(), new HashSet<string>(StringComparer.Ordinal));
        foreach (var pair in pairs.EnumerateObject())
        {
            if (
                !int.TryParse(pair.Name, out var row)
                || row < 0
                || row >= raw.Weights.Length
                || pair.Value.ValueKind != JsonValueKind.Number
                || !pair.Value.TryGetInt32(out var column)
                || column < 0
                || column >= raw.Weights[row].Length
            )
                _found.Add($"{pair.Name}: no such row or column.");
            else if (!matched.Add(pair.Name))
                _found.Add($"Row {row} stands twice.");
            else if (raw.Weights[row][column] < raw.Threshold)
                _found.Add($"{row} to {column}: below the threshold.");
            else if (!taken.Add(column))
                _found.Add($"Column {column} is taken twice.");
        }
        var without = Enumerable
            .Range(0, raw.Weights.Length)
            .Select(row => row.ToString(System.Globalization.CultureInfo.InvariantCulture))
            .Where(row => !matched.Contains(row));
        new ClaimedLists(root, _found).Same("unmatched", without);
    }

    private void People(JsonElement root, JsonElement pairs)
    {
        var problem = new FileProblem(raw);
        var offererOf = OffererOf(problem, pairs);
        var isStable = !root.TryGetProperty("stable", out var stable) || stable.ValueKind != JsonValueKind.False;
        if (raw.Form == FileForm.People && !isStable)
        {
            if (offererOf.Any(partner => partner != Market.Nobody))
                _found.Add("Said to have no stable matching, and has pairs.");
            return;
        }
        var judged = Judge(problem, offererOf);
        foreach (var fault in judged.Faults)
            _found.Add($"{fault.Code}: {NameOf(problem.Seekers, fault.Mentee)} {NameOf(problem.Offerers, fault.Mentor)}".TrimEnd());
        if (raw.Event is not null)
            _found.AddRange(new EventPromises(problem, offererOf).Broken());
        new ClaimedLists(root, _found).See(problem, judged);
    }

    private int[] OffererOf(FileProblem problem, JsonElement pairs)
    {
        var offererOf = Market.NobodyFor(problem.Seekers.Length);
        foreach (var pair in pairs.EnumerateObject())
        {
            var seeker = Array.BinarySearch(problem.Seekers, pair.Name, StringComparer.Ordinal);
            var offerer =
                pair.Value.ValueKind == JsonValueKind.String
                    ? Array.BinarySearch(problem.Offerers, pair.Value.GetString(), StringComparer.Ordinal)
                    : -1;
            if (seeker < 0 || offerer < 0)
                _found.Add($"{pair.Name}: a stranger, or with one.");
            else if (offererOf[seeker] != Market.Nobody)
                _found.Add($"{pair.Name}: stands twice.");
            else
                offererOf[seeker] = offerer;
        }
        return offererOf;
    }

    private static FileSolution Judge(FileProblem problem, int[] offererOf)
    {
        var happened = problem.Raw.Event;
        var solution = new FileSolution(offererOf)
        {
            Left = happened?.Kind == "leave" ? (problem.EventPerson, problem.Current[problem.EventPerson]) : (Market.Nobody, Market.Nobody),
            Withdrawn = happened?.Kind == "withdraw" ? problem.EventPerson : Market.Nobody,
        };
        return problem.Form switch
        {
            FileForm.People => FilePeers.Judged(problem, offererOf),
            FileForm.Projects => FileSolver.JudgedProjects(problem, FileChange.None, offererOf),
            _ when happened is not null => FileEvent.Judged(problem, FileChange.None, solution),
            _ => FileSolver.JudgedMentors(problem, FileChange.None, solution),
        };
    }

    private static string NameOf(string[] names, int number) => number == Market.Nobody ? "" : names[number];
}
