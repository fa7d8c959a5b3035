using System.Text.RegularExpressions;
using Rabta.People;
using Rabta.Platform.Language;
using Rabta.Programmes;
using Rabta.Sheets;

namespace Rabta.Importing.ReadingLists;

/// <summary>
/// Passes over rows that are no people: sections, totals, a second row of headings. Writes out what was only marked: ditto marks, and cells
/// that were merged over several rows.
/// </summary>
internal sealed partial class RowCleaner(Sheet sheet, ProgrammeRoles role, IReadOnlyList<Column> columns, ReadingNotes notes)
{
    private static readonly ColumnMeaning[] WhoTheyAre =
    [
        ColumnMeaning.Name,
        ColumnMeaning.FirstName,
        ColumnMeaning.LastName,
        ColumnMeaning.NameIn,
        ColumnMeaning.Address,
        ColumnMeaning.Number,
        ColumnMeaning.Phone,
    ];

    private readonly List<Column> _names = [.. columns.Where(c => c.Meaning is ColumnMeaning.Name or ColumnMeaning.FirstName)];
    private readonly List<Column> _tells = [.. columns.Where(c => c.Meaning is ColumnMeaning.Address or ColumnMeaning.Number)];
    private readonly List<Column> _repeats = [.. columns.Where(c => !WhoTheyAre.Contains(c.Meaning))];
    private readonly Dictionary<(int Row, int Position), int> _merged = Merged(sheet);

    public List<SheetRow> Run()
    {
        var people = new List<SheetRow>(sheet.Rows.Count);
        var above = new Dictionary<int, string>();
        var written = new Dictionary<(int Row, int Position), string>();
        foreach (var row in sheet.Rows)
        {
            if (IsNobody(row))
            {
                notes.Skipped++;
                notes.Problems.Add(
                    ImportProblem.Of(ProblemKind.Skipped, ImportProblemCode.RowSkipped, sheet.File, row.Number, null, FirstOf(row))
                );
                continue;
            }
            people.Add(WrittenOut(row, above, written));
        }
        return people;
    }

    private SheetRow WrittenOut(SheetRow row, Dictionary<int, string> above, Dictionary<(int, int), string> written)
    {
        foreach (var column in _repeats)
        {
            var text = row[column.Position];
            if (text.Length > 0 && !IsDitto(text))
            {
                above[column.Position] = text;
                if (_merged.ContainsKey((row.Number, column.Position)))
                {
                    written[(row.Number, column.Position)] = text;
                }
                continue;
            }
            if (text.Length > 0)
            {
                row = row.With(column.Position, above.GetValueOrDefault(column.Position, ""));
            }
            else if (
                _merged.TryGetValue((row.Number, column.Position), out var first)
                && written.TryGetValue((first, column.Position), out var block)
            )
            {
                row = row.With(column.Position, block);
                above[column.Position] = block;
            }
        }
        return row;
    }

    private bool IsNobody(SheetRow row)
    {
        var texts = columns.Select(c => row[c.Position].Trim()).Where(text => text.Length > 0).ToList();
        if (texts.Count > 1 && _tells.TrueForAll(c => !IsAddress(c, row)) && IsHeadings(row, texts.Count))
        {
            return true;
        }
        if (_tells.Exists(c => !Values.IsNone(row[c.Position]) && !IsLine(row[c.Position])))
        {
            return false;
        }
        var name = _names.Select(c => row[c.Position].Trim()).FirstOrDefault(text => text.Length > 0);
        return (name is not null && IsLine(name)) || (texts.Count == 1 && IsLine(texts[0]));
    }

    private static bool IsAddress(Column column, SheetRow row) =>
        column.Meaning == ColumnMeaning.Address && MailAddress.Read(row[column.Position]) is not null;

    /// <summary>Half of what stands in the row are headings: its own, or ones that are known.</summary>
    private bool IsHeadings(SheetRow row, int filled)
    {
        var headings = columns.Count(c =>
            row[c.Position].Trim() is { Length: > 0 } text
            && (
                Values.HeadingKey(text) == c.Key
                || KnownHeadings.MeaningOf(text, role).Meaning is var meaning and not ColumnMeaning.Answer and not ColumnMeaning.Text
                    && meaning == c.Meaning
            )
        );
        return headings >= 2 && headings * 2 >= filled;
    }

    internal static bool IsLine(string text) => Line().IsMatch(TextKey.Of(text).TrimEnd('.', ':', '-', '_', '…', ' '));

    internal static bool IsDitto(string text) =>
        TextKey.Of(text).Trim()
            is "\""
                or "''"
                or "״"
                or "”"
                or "“"
                or "〃"
                or "DO"
                or "-DO-"
                or "- DO -"
                or "DO."
                or "DITTO"
                or "-DITTO-"
                or "SAME"
                or "SAME AS ABOVE"
                or "AS ABOVE"
                or "ایضا"
                or "ایضاً"
                or "\"\"";

    private string FirstOf(SheetRow row) => columns.Select(c => row[c.Position].Trim()).First(text => text.Length > 0);

    /// <summary>For each cell of a block that is merged over several rows, the row in which its text stands.</summary>
    private static Dictionary<(int, int), int> Merged(Sheet sheet)
    {
        var merged = new Dictionary<(int, int), int>();
        foreach (var block in sheet.Merged.Where(b => b.LastRow > b.FirstRow))
            for (var row = block.FirstRow; row <= block.LastRow; row++)
                merged[(row, block.Position)] = block.FirstRow;
        return merged;
    }

    [GeneratedRegex(
        @"^((GRAND|SUB|SUB-)?\s*TOTAL(\s+(OF\s+)?(STUDENTS|MENTORS|MENTEES|NO|NUMBER|COUNT).*)?(\s*[:=\-–]?\s*\d+)?"
            + @"|(DEPARTMENT|DEPT\.?|FACULTY|SECTION|SCHOOL|DIVISION) OF .+|DEPARTMENT\s*[:\-].+"
            + @"|(SECTION|GROUP|BATCH|CLASS|YEAR|SEMESTER|PART|LIST)\s*[:\-]?\s*([A-Z]|\d{1,4}|[IVX]{1,4})(\s*\(.*\))?"
            + @"|(\d(ST|ND|RD|TH)|FIRST|SECOND|THIRD|FOURTH|FIFTH|FINAL) (YEAR|PROF|SEMESTER)( MBBS| BDS)?"
            + @"|END( OF (THE )?(LIST|FILE|TABLE|DATA))?|LIST OF .+|SIGN|STAMP|DATE|SIGNATURE(S)?( OF .+)?|SIGNED( BY.*)?"
            + @"|(PREPARED|CHECKED|APPROVED|VERIFIED) BY.*"
            + @"|PAGE \d+( OF \d+)?|NOTE\s*:.*|REMARKS\s*:.*"
            + @"|(کل|میزان|ٹوٹل)(\s+(تعداد|میزان))?(\s*[:=\-–]?\s*\d+)?|شعبہ .+|دستخط.*|فہرست ختم|اختتام)\z"
    )]
    private static partial Regex Line();
}
