namespace Rabta.Sheets;

/// <summary>A list as somebody typed it: headings, and rows that know the number their spreadsheet shows.</summary>
/// <param name="HeadingRow">The row the headings stand in; a title above moves it down.</param>
/// <param name="Links">Targets of linked cells, by row and column position.</param>
/// <param name="Remarks">What was left out on the way in; the rows stand without those cells.</param>
public sealed record Sheet(
    string File,
    string? Name,
    int HeadingRow,
    IReadOnlyList<SheetColumn> Columns,
    IReadOnlyList<SheetRow> Rows,
    IReadOnlyDictionary<(int Row, int Position), string> Links,
    IReadOnlyList<SheetProblem> Remarks
)
{
    /// <summary>Cells of one column that are shown as one; only the first holds the text.</summary>
    public IReadOnlyList<MergedCells> Merged { get; init; } = [];
}

/// <summary>Rows as the spreadsheet numbers them, both included.</summary>
public readonly record struct MergedCells(int Position, int FirstRow, int LastRow);

/// <summary>A column with a heading. Position counts from 0; a gap between headings leaves a gap here.</summary>
public sealed record SheetColumn(int Position, string Heading);

/// <summary>One row that holds something. Cells are as typed; a missing one reads as an empty text.</summary>
public sealed class SheetRow(int number, string?[] cells)
{
    public int Number { get; } = number;

    public string this[int position] => position < cells.Length ? cells[position] ?? "" : "";

    public string this[SheetColumn column] => this[column.Position];

    /// <summary>The same row with another text in one cell.</summary>
    public SheetRow With(int position, string text)
    {
        var wider = new string?[Math.Max(cells.Length, position + 1)];
        cells.CopyTo(wider, 0);
        wider[position] = text;
        return new SheetRow(Number, wider);
    }
}
