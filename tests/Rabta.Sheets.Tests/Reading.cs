using System.Text;

namespace Rabta.Sheets.Tests;

/// <summary>Reads bytes as a list whose headings hold "Name" or "Email".</summary>
internal static class Reading
{
    public static SheetReading Of(byte[] bytes, SheetLimits? limits = null)
    {
        using var stream = new MemoryStream(bytes);
        return SheetReader.Read(stream, "list.any", cells => cells.Any(cell => cell is "Name" or "Email" or "نام"), limits);
    }

    public static SheetReading Of(string text, SheetLimits? limits = null) => Of(Encoding.UTF8.GetBytes(text), limits);

    public static Sheet Sheet(byte[] bytes, SheetLimits? limits = null)
    {
        var reading = Of(bytes, limits);
        Assert.Null(reading.Refusal);
        return reading.Sheet!;
    }

    public static Sheet Sheet(string text) => Sheet(Encoding.UTF8.GetBytes(text));

    public static void Refused(SheetProblemCode code, SheetReading reading)
    {
        Assert.Null(reading.Sheet);
        Assert.Equal(code, reading.Refusal!.Code);
    }

    /// <summary>Headings, then each row with its number: short to compare.</summary>
    public static string[] Shown(Sheet sheet) =>
        [
            $"{sheet.HeadingRow}: {string.Join(" · ", sheet.Columns.Select(column => column.Heading))}",
            .. sheet.Rows.Select(row => $"{row.Number}: {string.Join(" · ", sheet.Columns.Select(column => row[column]))}"),
        ];
}
