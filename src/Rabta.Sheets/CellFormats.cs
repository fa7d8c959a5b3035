using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml;

namespace Rabta.Sheets;

internal enum CellKind
{
    Number,
    Date,
    Time,
    Padded,
}

/// <summary>How a number is shown: as it is, as a day, as a time, or with zeros before it.</summary>
internal readonly record struct CellFormat(CellKind Kind, int Digits);

/// <summary>Number formats of a workbook by style index: nothing else tells a date from a number.</summary>
internal static partial class CellFormats
{
    public static List<CellFormat> Read(WorkbookParts parts, string? part)
    {
        var formats = new List<CellFormat>();
        if (part is null || !parts.Has(part))
        {
            return formats;
        }
        var codes = new Dictionary<int, string>();
        using var xml = parts.Open(part);
        var isCells = false;
        while (xml.ReadShallow())
        {
            if (xml.LocalName == "cellXfs")
            {
                isCells = xml.NodeType == XmlNodeType.Element;
            }
            if (xml.NodeType != XmlNodeType.Element)
            {
                continue;
            }
            if (xml.LocalName == "numFmt")
            {
                codes[IdOf(xml)] = xml.GetAttribute("formatCode") ?? "";
            }
            if (isCells && xml.LocalName == "xf")
            {
                formats.Add(Of(IdOf(xml), codes));
            }
        }
        return formats;
    }

    private static int IdOf(XmlReader xml) =>
        int.TryParse(xml.GetAttribute("numFmtId"), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : 0;

    private static CellFormat Of(int id, Dictionary<int, string> codes) =>
        codes.TryGetValue(id, out var code)
            ? OfCode(code)
            : new CellFormat(
                id switch
                {
                    (>= 14 and <= 17) or 22 or (>= 27 and <= 31) or 36 or (>= 50 and <= 54) or 57 or 58 => CellKind.Date,
                    (>= 18 and <= 21) or (>= 32 and <= 35) or (>= 45 and <= 47) or 55 or 56 => CellKind.Time,
                    _ => CellKind.Number,
                },
                0
            );

    /// <summary>The letters of the first section decide, once quoted text, colours and escapes are gone.</summary>
    private static CellFormat OfCode(string code)
    {
        if (OnlyZeros().IsMatch(code))
        {
            return new CellFormat(CellKind.Padded, code.Length);
        }
        if (code.Length > 255)
        {
            return default;
        }
        var letters = Literals().Replace(code, "").Split(';')[0].ToUpperInvariant();
        if (letters.Contains("GENERAL", StringComparison.Ordinal))
        {
            return default;
        }
        if (letters.AsSpan().IndexOfAny('Y', 'D') >= 0)
        {
            return new CellFormat(CellKind.Date, 0);
        }
        if (letters.AsSpan().IndexOfAny('H', 'S') >= 0)
        {
            return new CellFormat(CellKind.Time, 0);
        }
        return new CellFormat(letters.Contains('M', StringComparison.Ordinal) ? CellKind.Date : CellKind.Number, 0);
    }

    [GeneratedRegex(@"^0{2,40}\z")]
    private static partial Regex OnlyZeros();

    [GeneratedRegex(
        "\"[^\"]*\"|\\\\.|_.|\\*.|\\[(?!h+\\]|m+\\]|s+\\])[^\\]]*\\]|AM/PM|A/P",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Literals();
}
