namespace Rabta.Sheets;

/// <summary>How much one file may be. A list of people is far below; what is above is a mistake or an attack.</summary>
public sealed record SheetLimits
{
    public static readonly SheetLimits Usual = new();

    public long FileBytes { get; init; } = 50L * 1024 * 1024;
    public long UnfoldedBytes { get; init; } = 200L * 1024 * 1024;
    public int Rows { get; init; } = 200_000;
    public int Columns { get; init; } = 200;
    public int CellCharacters { get; init; } = 32_767;

    /// <summary>Rows looked at for headings before a sheet counts as having none.</summary>
    public int RowsBeforeHeadings { get; init; } = 100;
}
