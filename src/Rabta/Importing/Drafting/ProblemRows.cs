using System.Globalization;
using System.Text;
using Microsoft.Extensions.Localization;
using Rabta.Importing.ReadingLists;
using Rabta.Importing.Storing;
using Rabta.Platform.Language;
using Rabta.Sheets;

namespace Rabta.Importing.Drafting;

/// <summary>The rows that need a look, each with its reason, as a list for a spreadsheet.</summary>
public static class ProblemRows
{
    public static byte[] Csv(Roster roster, TwoLists lists, IStringLocalizer<Texts> texts)
    {
        var sheets = new[] { lists.Mentors, lists.Mentees }.OfType<Sheet>().ToList();
        // What was answered in confidence stays in the file it came from.
        var hidden = roster
            .MentorColumns.Concat(roster.MenteeColumns)
            .Where(column => column.Meaning == ColumnMeaning.Private)
            .Select(column => column.Key)
            .ToHashSet(StringComparer.Ordinal);
        var headings = sheets
            .SelectMany(sheet => sheet.Columns)
            .Select(column => column.Heading)
            .Where(heading => !hidden.Contains(Values.HeadingKey(heading)))
            .DistinctBy(Values.HeadingKey, StringComparer.Ordinal)
            .ToList();
        var csv = new StringBuilder();
        Row(csv, [texts["import.file"], texts["import.row"], texts["import.column"], texts["import.reason"], .. headings]);
        var rows = sheets.SelectMany(sheet => sheet.Rows, (sheet, row) => (sheet, row)).ToLookup(at => (at.sheet.File, at.row.Number));
        foreach (var problem in roster.Problems.Where(problem => problem.Row is not null))
        {
            var (sheet, row) = rows[(problem.File!, problem.Row!.Value)].FirstOrDefault();
            Row(
                csv,
                [
                    problem.File ?? "",
                    problem.Row.Value.ToString(CultureInfo.InvariantCulture),
                    problem.Column ?? "",
                    problem.In(texts),
                    .. headings.Select(heading =>
                        sheet?.Columns.FirstOrDefault(column => Values.HeadingKey(column.Heading) == Values.HeadingKey(heading))
                            is { } column
                            ? row[column]
                            : ""
                    ),
                ]
            );
        }
        return [.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(csv.ToString())];
    }

    private static void Row(StringBuilder csv, IEnumerable<string> cells) => csv.AppendJoin(',', cells.Select(Cell)).Append("\r\n");

    private static string Cell(string text)
    {
        // A spreadsheet would run what begins like this; the reader of lists takes the apostrophe off again.
        if (text.Length > 0 && text[0] is '=' or '+' or '-' or '@' or '\t' or '\r')
            text = $"'{text}";
        return text.AsSpan().IndexOfAny(",\"\r\n") < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
