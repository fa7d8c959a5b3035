using System.Globalization;
using System.Text.RegularExpressions;

namespace Rabta.Bench.Readme;

/// <summary>A number as the README writes it, and the unit that stands behind it or behind the last of its row.</summary>
internal sealed partial record Said(string Written, string Unit)
{
    private static readonly Dictionary<string, double> Words = new()
    {
        ["one"] = 1,
        ["two"] = 2,
        ["three"] = 3,
        ["five"] = 5,
        ["ten"] = 10,
        ["dozen"] = 12,
        ["fifty"] = 50,
    };

    private static readonly Dictionary<string, double> Units = new()
    {
        ["kB"] = 1000,
        ["s"] = 1000,
        ["ms"] = 1,
        [""] = 1,
    };

    /// <summary>In bytes, milliseconds or pieces.</summary>
    public double Value =>
        Units[Unit]
        * (Words.TryGetValue(Written, out var word) ? word : double.Parse(Written, NumberStyles.Number, CultureInfo.InvariantCulture));

    /// <summary>Half of the last digit that is written, in the same unit.</summary>
    private double Half =>
        0.5
        * Units[Unit]
        * Math.Pow(
            10,
            Written.Contains('.', StringComparison.Ordinal) ? Written.IndexOf('.', StringComparison.Ordinal) + 1 - Written.Length : 0
        );

    /// <summary>
    /// A time may be half or double: machines differ. A weight is what was rounded to what is written, give or take the dozen bytes by
    /// which ids and forms compress differently each time. A count is the same.
    /// </summary>
    public bool Fits(double measured) =>
        Unit switch
        {
            "s" or "ms" => measured >= Value / 2 && measured <= Value * 2,
            "kB" => Math.Abs(measured - Value) <= Half + 12,
            _ => measured.Equals(Value),
        };

    public string Like(double measured) =>
        string.Create(CultureInfo.InvariantCulture, $"{Math.Round(measured / Units[Unit], 3):0.###} {Unit}").TrimEnd();

    public override string ToString() => $"{Written} {Unit}".TrimEnd();

    /// <summary>
    /// The numbers of a cell such as <c>0.32; 1.9; 283 s</c>: where no unit follows, the next one holds. A dash says nothing.
    /// </summary>
    public static List<Said?> InCell(string cell)
    {
        var (found, unit) = (new List<Said?>(), "");
        foreach (var match in Number().Matches(cell).Reverse())
        {
            unit = match.Groups[2].Success ? match.Groups[2].Value : unit;
            found.Insert(0, match.Groups[1].Success ? new(match.Groups[1].Value, unit) : null);
        }
        return found;
    }

    /// <summary>The numbers or words in the place of each <c>#</c>; null where the sentence does not stand there.</summary>
    public static List<Said?>? InText(string text, string sentence)
    {
        var pattern = Regex.Escape(sentence).Replace(@"\#", @"(\w+)", StringComparison.Ordinal);
        return Regex.Match(text, pattern) is { Success: true } match
            ? [.. match.Groups.Values.Skip(1).Select(g => new Said(g.Value, ""))]
            : null;
    }

    [GeneratedRegex(@"(?:(\d[\d,]*(?:\.\d+)?)|–)(?: (kB|ms|s)\b)?")]
    private static partial Regex Number();
}
