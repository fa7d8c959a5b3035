using System.Text.Json;
using Rabta.Matching.Checking;
using Rabta.Matching.Markets;

namespace Rabta.Matching.Files;

/// <summary>Reads a result file and judges what it says.</summary>
internal sealed class ResultCheckOfFile(RawProblem raw)
{
    private readonly List<string> _found = [];

    public IReadOnlyList<string> Run(ReadOnlySpan<byte> result)
    {
        using var json = Parse(result);
        var root = json.RootElement;
        if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("pairs", out var pairs) || pairs.ValueKind != JsonValueKind.Object)
            throw FileErrorException.Bad("A result is an object with \"pairs\".", "/pairs");
        if (raw.Form == FileForm.Weights)
            Weights(pairs);
        else
            People(root, pairs);
        return _found;
    }

    private static JsonDocument Parse(ReadOnlySpan<byte> result)
    {
        try
        {
            return JsonDocument.Parse(result.ToArray());
        }
        catch (JsonException wrong)
        {
            throw FileErrorException.Bad("The result is not JSON.", $"line {(wrong.LineNumber ?? 0) + 1}, column {(wrong.BytePositionInLine ?? 0) + 1}");
        }
    }

    private void Weights(JsonElement pairs)
    {
        var taken = new HashSet<int>();
        foreach (var pair in pairs.EnumerateObject())
        {
            if (!int.TryParse(pair.Name, out var row) || row < 0 || row >= raw.Weights.Length || pair.Value.ValueKind != JsonValueKind.Number
                || !pair.Value.TryGetInt32(out var column) || column < 0 || column >= raw.Weights[row].Length)
                _found.Add($"{pair.Name}: no such row or column.");
            else if (raw.Weights[row][column] < raw.Threshold)
                _found.Add($"{row} to {column}: below the threshold.");
            else if (!taken.Add(column))
                _found.Add($"Column {column} is taken twice.");
        }
    }

    private void People(JsonElement root, JsonElement pairs)
    {
        var problem = new FileProblem(raw);
        var offererOf = new int[problem.Seekers.Length];
        Array.Fill(offererOf, Market.Nobody);
        foreach (var pair in pairs.EnumerateObject())
        {
            var seeker = Array.BinarySearch(problem.Seekers, pair.Name, StringComparer.Ordinal);
            var offerer = pair.Value.ValueKind == JsonValueKind.String ? Array.BinarySearch(problem.Offerers, pair.Value.GetString(), StringComparer.Ordinal) : -1;
            if (seeker < 0 || offerer < 0)
                _found.Add($"{pair.Name}: a stranger, or with one.");
            else
                offererOf[seeker] = offerer;
        }
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
        Lists(root, problem, judged);
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

    /// <summary>What the result lists has to be what is there.</summary>
    private void Lists(JsonElement root, FileProblem problem, FileSolution judged)
    {
        var without = Enumerable.Range(0, problem.Seekers.Length).Where(seeker => judged.OffererOf[seeker] == Market.Nobody && seeker != judged.Withdrawn);
        if (root.TryGetProperty("unmatched", out var unmatched) && unmatched.ValueKind == JsonValueKind.Object)
            Same("unmatched", unmatched.EnumerateObject().Select(one => one.Name), without.Select(seeker => problem.Seekers[seeker]));
        if (root.TryGetProperty("blockingPairs", out var blocking) && blocking.ValueKind == JsonValueKind.Array)
        {
            Same("blockingPairs", blocking.EnumerateArray().Select(pair => pair.GetRawText() is var text ? Compact(text) : ""),
                judged.Blocking.Select(pair => Compact(JsonSerializer.Serialize(new { pair = new[] { problem.Seekers[pair.Mentee], problem.Offerers[pair.Mentor] }, because = ResultWriter.BecauseCode(pair.Because) }))));
        }
    }

    private static string Compact(string json) => JsonSerializer.Serialize(JsonDocument.Parse(json).RootElement);

    private void Same(string what, IEnumerable<string> said, IEnumerable<string> is_)
    {
        var (claimed, found) = (said.ToHashSet(StringComparer.Ordinal), is_.ToHashSet(StringComparer.Ordinal));
        foreach (var one in claimed.Except(found).Order(StringComparer.Ordinal))
            _found.Add($"{what}: {one} does not belong there.");
        foreach (var one in found.Except(claimed).Order(StringComparer.Ordinal))
            _found.Add($"{what}: {one} is missing.");
    }

    private static string NameOf(string[] names, int number) => number == Market.Nobody ? "" : names[number];
}
