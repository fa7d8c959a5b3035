using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;

namespace Rabta.Sheets;

/// <summary>Texts a workbook stores once and refers to by number.</summary>
internal static partial class SharedStrings
{
    public static List<string> Read(WorkbookParts parts, string? part, SheetLimits limits, StringPool pool)
    {
        var texts = new List<string>();
        if (part is null || !parts.Has(part))
        {
            return texts;
        }
        using var xml = parts.Open(part);
        var text = new StringBuilder();
        while (xml.ReadShallow())
        {
            if (xml.NodeType != XmlNodeType.Element || xml.LocalName != "si")
            {
                continue;
            }
            ReadRich(xml, text, limits);
            texts.Add(pool.TextOf(text));
        }
        return texts;
    }

    /// <summary>Reads the runs of a text, without the reading aids (rPh) of East Asian ones.</summary>
    public static void ReadRich(XmlReader xml, StringBuilder text, SheetLimits limits)
    {
        text.Clear();
        if (xml.IsEmptyElement)
        {
            return;
        }
        var depth = xml.Depth;
        var isAid = false;
        var isText = false;
        while (xml.ReadShallow() && xml.Depth > depth)
        {
            if (xml.LocalName == "rPh" && !xml.IsEmptyElement)
            {
                isAid = xml.NodeType == XmlNodeType.Element;
            }
            if (xml.LocalName == "t")
            {
                isText = xml.NodeType == XmlNodeType.Element && !xml.IsEmptyElement;
            }
            if (isText && !isAid)
            {
                Append(xml, text, limits);
            }
        }
        Unescape(text);
    }

    /// <summary>Appends the text at hand in pieces: one node may be as long as the whole file.</summary>
    /// <remarks>Keeps one character more than a cell may have, so that the caller sees that the text is too long.</remarks>
    public static void Append(XmlReader xml, StringBuilder text, SheetLimits limits)
    {
        if (xml.NodeType is not (XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace))
        {
            return;
        }
        var piece = ArrayPool<char>.Shared.Rent(512);
        for (int read; (read = xml.ReadValueChunk(piece, 0, piece.Length)) > 0; )
        {
            var room = limits.CellCharacters + 1 - text.Length;
            if (room > 0)
            {
                text.Append(piece, 0, Math.Min(read, room));
            }
        }
        ArrayPool<char>.Shared.Return(piece);
    }

    /// <summary>Workbooks write what XML forbids as <c>_x000D_</c>.</summary>
    private static void Unescape(StringBuilder text)
    {
        var written = text.ToString();
        if (!written.Contains("_x", StringComparison.Ordinal))
        {
            return;
        }
        text.Clear();
        text.Append(
            Escapes()
                .Replace(
                    written,
                    match =>
                    {
                        var c = (char)ushort.Parse(match.Groups[1].ValueSpan, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
                        return char.IsSurrogate(c) || c == '\0' ? "" : c.ToString();
                    }
                )
        );
    }

    [GeneratedRegex("_x([0-9A-Fa-f]{4})_")]
    private static partial Regex Escapes();
}
