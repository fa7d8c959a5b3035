namespace Rabta.Platform.Sheets;

/// <summary>Takes rows one by one: looks for the headings, then keeps what stands below them.</summary>
internal sealed class SheetBuilder(string file, string? name, Func<IReadOnlyList<string>, bool> looksLikeHeadings, SheetLimits limits)
{
    private readonly List<SheetRow> rows = [];
    private readonly List<SheetProblem> remarks = [];
    private readonly Dictionary<(int Row, int Position), string> links = [];
    private readonly SortedSet<int> withoutHeading = [];
    private List<SheetColumn> columns = [];
    private SheetColumn?[] byPosition = [];
    private int headingRow;
    private int looked;

    public bool HasHeadings => headingRow > 0;

    public bool HasGivenUp => !HasHeadings && looked >= limits.RowsBeforeHeadings;

    public void Add(int number, List<string?> cells)
    {
        if (cells.TrueForAll(string.IsNullOrWhiteSpace))
        {
            return;
        }
        if (HasHeadings)
        {
            AddRow(number, cells);
        }
        else
        {
            LookForHeadings(number, cells);
        }
    }

    /// <summary>An empty cell shows the address it points to; one with text keeps its text, and the address beside it.</summary>
    public void AddLink(int number, int position, string address)
    {
        if (!HasHeadings || number <= headingRow || ColumnAt(position) is null)
        {
            return;
        }
        links[(number, position)] = address;
    }

    public Sheet? Build()
    {
        if (!HasHeadings)
        {
            return null;
        }
        foreach (var position in withoutHeading)
        {
            remarks.Add(
                new SheetProblem(
                    SheetProblemCode.ColumnWithoutHeading,
                    headingRow,
                    CellTexts.Letters(position),
                    [CellTexts.Letters(position)]
                )
            );
        }
        FillFromLinks();
        return new Sheet(file, name, headingRow, columns, rows, links, remarks);
    }

    private void LookForHeadings(int number, List<string?> cells)
    {
        looked++;
        var headings = cells.ConvertAll(cell => CellTexts.Heading(cell ?? ""));
        if (!looksLikeHeadings(headings))
        {
            return;
        }
        headingRow = number;
        byPosition = [.. headings.Select((heading, position) => heading.Length == 0 ? null : new SheetColumn(position, heading))];
        columns = [.. byPosition.OfType<SheetColumn>()];
    }

    private void AddRow(int number, List<string?> cells)
    {
        var kept = new string?[cells.Count];
        var isEmpty = true;
        for (var position = 0; position < cells.Count; position++)
        {
            if (cells[position] is not { } text || string.IsNullOrWhiteSpace(text))
            {
                continue;
            }
            isEmpty = false;
            if (ColumnAt(position) is not { } column)
            {
                withoutHeading.Add(position);
            }
            else
            {
                kept[position] = Checked(number, column, text);
            }
        }
        if (isEmpty)
        {
            return;
        }
        if (rows.Count == limits.Rows)
        {
            throw new SheetRefusedException(SheetProblemCode.TooManyRows, null, SheetReader.Digits(limits.Rows));
        }
        rows.Add(new SheetRow(number, kept));
    }

    private SheetColumn? ColumnAt(int position) => position < byPosition.Length ? byPosition[position] : null;

    private string? Checked(int number, SheetColumn column, string text)
    {
        if (text == CellTexts.NoResult)
        {
            remarks.Add(new SheetProblem(SheetProblemCode.FormulaWithoutResult, number, column.Heading, []));
            return null;
        }
        if (CellTexts.IsError(text))
        {
            remarks.Add(new SheetProblem(SheetProblemCode.ErrorInCell, number, column.Heading, [text.Trim()]));
            return null;
        }
        return text;
    }

    private void FillFromLinks()
    {
        var places = new Dictionary<int, int>(rows.Count);
        for (var i = 0; links.Count > 0 && i < rows.Count; i++)
        {
            places[rows[i].Number] = i;
        }
        foreach (var ((number, position), address) in links)
        {
            if (!places.TryGetValue(number, out var place))
            {
                continue;
            }
            if (rows[place][position].Length == 0)
            {
                rows[place] = rows[place].With(position, address);
            }
        }
        if (!IsInOrder())
        {
            rows.Sort((one, other) => one.Number.CompareTo(other.Number));
        }
    }

    private bool IsInOrder()
    {
        for (var i = 1; i < rows.Count; i++)
        {
            if (rows[i - 1].Number > rows[i].Number)
            {
                return false;
            }
        }
        return true;
    }
}
