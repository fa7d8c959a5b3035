using System.Globalization;
using System.Text;
using System.Xml;

namespace Rabta.Platform.Sheets;

/// <summary>Walks through the cells of one worksheet, forward only. Gaps in rows and columns are told by the references.</summary>
internal sealed class WorksheetReader(List<string> shared, List<CellFormat> formats, bool from1904, SheetLimits limits, StringPool pool)
{
    private readonly List<string?> cells = [];
    private readonly StringBuilder text = new();
    private int row;
    private int position;

    public void Read(WorkbookParts parts, string part, SheetBuilder builder)
    {
        cells.Clear();
        (row, position) = (0, -1);
        Dictionary<string, (string Type, string Target, bool IsOutside)>? links = null;
        using var xml = parts.Open(part);
        while (xml.ReadShallow() && !builder.HasGivenUp)
        {
            switch (xml.NodeType, xml.LocalName)
            {
                case (XmlNodeType.Element, "row"):
                    BeginRow(xml.GetAttribute("r"));
                    break;
                case (XmlNodeType.Element, "c"):
                    ReadCell(xml);
                    break;
                case (XmlNodeType.EndElement, "row"):
                    builder.Add(row, cells);
                    break;
                case (XmlNodeType.Element, "hyperlink"):
                    links ??= parts.RelationsOf(part);
                    AddLink(xml, links, builder);
                    break;
            }
        }
    }

    private void BeginRow(string? number)
    {
        row = number is null ? row + 1 : int.Parse(number, NumberStyles.None, CultureInfo.InvariantCulture);
        position = -1;
        cells.Clear();
    }

    private void ReadCell(XmlReader xml)
    {
        position = xml.GetAttribute("r") is { } reference ? CellTexts.Place(reference).Position : position + 1;
        if (position < 0)
        {
            throw new InvalidDataException();
        }
        if (xml.IsEmptyElement)
        {
            return;
        }
        var (type, style) = (xml.GetAttribute("t"), xml.GetAttribute("s"));
        var (stored, isFormula) = Stored(xml);
        if (stored is null && isFormula)
        {
            stored = CellTexts.NoResult;
        }
        else if (stored is not null)
        {
            stored = TextOf(type, style, stored);
        }
        if (!string.IsNullOrEmpty(stored))
        {
            Keep(stored);
        }
    }

    /// <summary>Reads to the end of the cell: its value, whichever way it is stored.</summary>
    private (string? Stored, bool IsFormula) Stored(XmlReader xml)
    {
        string? stored = null;
        var isFormula = false;
        var isValue = false;
        var depth = xml.Depth;
        text.Clear();
        while (xml.ReadShallow() && xml.Depth > depth)
        {
            switch (xml.NodeType, xml.LocalName)
            {
                case (XmlNodeType.Element, "is"):
                    SharedStrings.ReadRich(xml, text, limits);
                    stored = pool.TextOf(text);
                    break;
                case (XmlNodeType.Element, "f"):
                    isFormula = true;
                    break;
                case (XmlNodeType.Element, "v"):
                    isValue = !xml.IsEmptyElement;
                    text.Clear();
                    break;
                case (XmlNodeType.EndElement, "v"):
                    stored = pool.TextOf(text);
                    isValue = false;
                    break;
                default:
                    if (isValue)
                    {
                        SharedStrings.Append(xml, text, limits);
                    }
                    break;
            }
        }
        return (stored, isFormula);
    }

    private string TextOf(string? type, string? style, string stored) =>
        type switch
        {
            "s" => int.TryParse(stored, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < shared.Count
                ? shared[index]
                : throw new InvalidDataException(),
            "str" or "inlineStr" => stored,
            "b" => stored.Trim() is "1" or "true" ? "TRUE" : "FALSE",
            "e" => CellTexts.IsError(stored) ? stored : "#ERROR!",
            "d" => stored.EndsWith("T00:00:00", StringComparison.Ordinal) ? stored[..^9] : stored,
            _ => Number(style, stored.Trim()),
        };

    private string Number(string? style, string stored)
    {
        var format =
            int.TryParse(style, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < formats.Count
                ? formats[index]
                : default;
        if (stored.Length == 0)
        {
            return "";
        }
        return format.Kind switch
        {
            CellKind.Date or CellKind.Time => CellTexts.Date(stored, from1904, format),
            CellKind.Padded => CellTexts.Number(stored).PadLeft(format.Digits, '0'),
            _ => CellTexts.Number(stored),
        };
    }

    private void Keep(string stored)
    {
        if (position >= limits.Columns)
        {
            throw new SheetRefusedException(
                SheetProblemCode.TooManyColumns,
                row,
                SheetReader.Digits(limits.Columns),
                SheetReader.Digits(row)
            );
        }
        if (stored.Length > limits.CellCharacters)
        {
            throw new SheetRefusedException(
                SheetProblemCode.CellTooLong,
                row,
                SheetReader.Digits(limits.CellCharacters),
                SheetReader.Digits(row)
            );
        }
        while (cells.Count <= position)
        {
            cells.Add(null);
        }
        cells[position] = stored;
    }

    private static void AddLink(XmlReader xml, Dictionary<string, (string Type, string Target, bool IsOutside)> links, SheetBuilder builder)
    {
        if (!links.TryGetValue(Workbook.RelationId(xml), out var link) || !link.IsOutside)
        {
            return;
        }
        var first = (xml.GetAttribute("ref") ?? "").Split(':')[0];
        var (position, row) = CellTexts.Place(first);
        if (position >= 0)
        {
            builder.AddLink(row, position, link.Target);
        }
    }
}
