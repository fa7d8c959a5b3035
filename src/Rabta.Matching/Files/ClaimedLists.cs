using System.Text.Json;
using Rabta.Matching.Markets;

namespace Rabta.Matching.Files;

/// <summary>Compares what a result lists with what its pairs amount to. A list that is not there is an empty one.</summary>
internal sealed class ClaimedLists(JsonElement result, List<string> found)
{
    public void See(FileProblem problem, FileSolution judged)
    {
        int[] without =
        [
            .. Enumerable
                .Range(0, problem.Seekers.Length)
                .Where(seeker => judged.OffererOf[seeker] == Market.Nobody && seeker != judged.Withdrawn),
        ];
        Same("unmatched", without.Select(seeker => problem.Seekers[seeker]));
        foreach (var seeker in without)
            Reason(problem.Seekers[seeker], UnmatchedCodes.Of(problem, FileChange.None, judged, seeker));
        Same(
            "moved",
            Enumerable
                .Range(0, problem.Seekers.Length)
                .Where(seeker => judged.OffererOf[seeker] != problem.Current[seeker] && seeker != judged.Withdrawn)
                .Select(seeker => problem.Seekers[seeker])
        );
        Same(
            "blockingPairs",
            judged.Blocking.Select(pair =>
                Line(problem.Seekers[pair.Mentee], problem.Offerers[pair.Mentor], ResultWriter.BecauseCode(pair.Because))
            )
        );
        Number("matched", problem.Seekers.Length - without.Length - (judged.Withdrawn == Market.Nobody ? 0 : 1));
        Number("unmatched", without.Length);
        Number("blocking", judged.Blocking.Count);
        if (problem.Raw.Scores is not null)
            Number("total", FileScores.Total(problem, judged.OffererOf));
    }

    public void Same(string what, IEnumerable<string> there)
    {
        var (claimed, real) = (Claimed(what).ToHashSet(StringComparer.Ordinal), there.ToHashSet(StringComparer.Ordinal));
        foreach (var one in claimed.Except(real).Order(StringComparer.Ordinal))
            found.Add($"{what}: {one} does not belong there.");
        foreach (var one in real.Except(claimed).Order(StringComparer.Ordinal))
            found.Add($"{what}: {one} is missing.");
    }

    private IEnumerable<string> Claimed(string what) =>
        !result.TryGetProperty(what, out var list)
            ? []
            : list.ValueKind switch
            {
                JsonValueKind.Object => list.EnumerateObject().Select(one => one.Name),
                JsonValueKind.Array => list.EnumerateArray().Select(Line),
                _ => [list.ToString()],
            };

    private static string Line(JsonElement one) =>
        one.ValueKind == JsonValueKind.Object
        && one.TryGetProperty("pair", out var pair)
        && pair.ValueKind == JsonValueKind.Array
        && pair.GetArrayLength() == 2
        && one.TryGetProperty("because", out var because)
            ? Line(pair[0].ToString(), pair[1].ToString(), because.ToString())
            : one.ToString();

    private static string Line(string mentee, string mentor, string because) => $"{mentee} {mentor} ({because})";

    private void Reason(string who, string reason)
    {
        if (
            result.TryGetProperty("unmatched", out var unmatched)
            && unmatched.ValueKind == JsonValueKind.Object
            && unmatched.TryGetProperty(who, out var one)
            && !(one.ValueKind == JsonValueKind.Object && one.TryGetProperty("reason", out var claimed) && claimed.ToString() == reason)
        )
            found.Add($"unmatched: the reason of {who} is {reason}.");
    }

    private void Number(string what, decimal real)
    {
        if (
            result.TryGetProperty("stats", out var stats)
            && stats.ValueKind == JsonValueKind.Object
            && stats.TryGetProperty(what, out var claimed)
            && !(claimed.ValueKind == JsonValueKind.Number && claimed.TryGetDecimal(out var number) && number == real)
        )
            found.Add(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"stats: {what} is {StatsWriter.Tidy(real)}."));
    }
}
