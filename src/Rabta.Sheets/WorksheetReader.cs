using System.Globalization;
using System.Text;
using System.Xml;

namespace Rabta.Sheets;

/// <summary>Walks through the cells of one worksheet, forward only. Gaps in rows and columns are told by the references.</summary>
internal sealed class WorksheetReader(List<string> shared, List<CellFormat> formats, bool from1904, SheetLimits limits, StringPool pool)
{
    /// <summary>Of any workbook in this format.</summary>
    private const int LastRow = 1_048_576;

    private readonly List<string?> _cells = [];
    private readonly StringBuilder _text = new();
    private int _row;
    private int _position;

    public void Read(WorkbookParts parts, string part, SheetBuilder builder)
    {
        _cells.Clear();
        (_row, _position) = (0, -1);
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
                    builder.Add(_row, _cells);
                    break;
                case (XmlNodeType.Element, "mergeCell"):
                    AddMerged(xml.GetAttribute("ref") ?? "", builder);
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
        _row = number is null ? _row + 1 : int.Parse(number, NumberStyles.None, CultureInfo.InvariantCulture);
        // Rows count from 1. Row 0 would pass for headings that were never found, and a row after the last number has none.
        if (_row is < 1 or > LastRow)
        {
            throw new InvalidDataException();
        }
        _position = -1;
        _cells.Clear();
    }

    private void ReadCell(XmlReader xml)
    {
        _position = xml.GetAttribute("r") is { } reference ? CellTexts.Place(reference).Position : _position + 1;
        if (_position < 0)
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
        _text.Clear();
        while (xml.ReadShallow() && xml.Depth > depth)
        {
            switch (xml.NodeType, xml.LocalName)
            {
                case (XmlNodeType.Element, "is"):
                    SharedStrings.ReadRich(xml, _text, limits);
                    stored = pool.TextOf(_text);
                    break;
                case (XmlNodeType.Element, "f"):
                    isFormula = true;
                    break;
                case (XmlNodeType.Element, "v"):
                    isValue = !xml.IsEmptyElement;
                    _text.Clear();
                    break;
                case (XmlNodeType.EndElement, "v"):
                    stored = pool.TextOf(_text);
                    isValue = false;
                    break;
                default:
                    if (isValue)
                    {
                        SharedStrings.Append(xml, _text, limits);
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
        if (_position >= limits.Columns)
        {
            throw new SheetRefusedException(
                SheetProblemCode.TooManyColumns,
                _row,
                SheetReader.Digits(limits.Columns),
                SheetReader.Digits(_row)
            );
        }
        if (stored.Length > limits.CellCharacters)
        {
            throw new SheetRefusedException(
                SheetProblemCode.CellTooLong,
                _row,
                SheetReader.Digits(limits.CellCharacters),
                SheetReader.Digits(_row)
            );
        }
        while (_cells.Count <= _position)
        {
            _cells.Add(null);
        }
        _cells[_position] = stored;
    }

    private static void AddMerged(string block, SheetBuilder builder)
    {
        if (block.Split(':') is not [var first, var last])
        {
            return;
        }
        var (from, to) = (CellTexts.Place(first), CellTexts.Place(last));
        if (from.Position >= 0 && to.Position == from.Position)
        {
            builder.AddMerged(from.Row, to.Row, from.Position);
        }
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
