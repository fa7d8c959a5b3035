using System.Globalization;
using System.Text.Json;
using Rabta.Matching.Markets;

namespace Rabta.Matching.Files;

/// <summary>Writes the result of a table of weights: rows and columns by index.</summary>
internal static class WeightsWriter
{
    public static byte[] Write(RawProblem raw)
    {
        var columnOf = FileWeights.Solve(raw, FileScores.UnitOf(new FileProblem(raw)));
        int[] matched = [.. Enumerable.Range(0, columnOf.Length).Where(row => columnOf[row] != Market.Nobody)];
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, ResultWriter.Options))
        {
            json.WriteStartObject();
            json.WriteStartObject("pairs");
            foreach (var row in matched)
                json.WriteNumber(row.ToString(CultureInfo.InvariantCulture), columnOf[row]);
            json.WriteEndObject();
            json.WriteStartObject("unmatched");
            foreach (var row in Enumerable.Range(0, columnOf.Length).Except(matched))
                Unmatched(json, raw, row);
            json.WriteEndObject();
            json.WriteStartArray("moved");
            foreach (var row in matched)
                json.WriteStringValue(row.ToString(CultureInfo.InvariantCulture));
            json.WriteEndArray();
            json.WriteStartArray("blockingPairs");
            json.WriteEndArray();
            json.WriteStartObject("stats");
            json.WriteNumber("rows", columnOf.Length);
            json.WriteNumber("matched", matched.Length);
            json.WriteNumber("unmatched", columnOf.Length - matched.Length);
            json.WriteNumber("total", StatsWriter.Tidy(matched.Sum(row => raw.Weights[row][columnOf[row]])));
            json.WriteEndObject();
            json.WriteEndObject();
        }
        stream.WriteByte((byte)'\n');
        return stream.ToArray();
    }

    private static void Unmatched(Utf8JsonWriter json, RawProblem raw, int row)
    {
        json.WriteStartObject(row.ToString(CultureInfo.InvariantCulture));
        json.WriteString(
            "reason",
            raw.Weights[row].Any(weight => weight >= raw.Threshold) ? UnmatchedCodes.Mode : UnmatchedCodes.BelowThreshold
        );
        json.WriteNull("change");
        json.WriteEndObject();
    }
}
