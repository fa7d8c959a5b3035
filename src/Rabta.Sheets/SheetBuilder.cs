namespace Rabta.Sheets;

/// <summary>Takes rows one by one: looks for the headings, then keeps what stands below them.</summary>
internal sealed class SheetBuilder(string file, string? name, Func<IReadOnlyList<string>, bool> looksLikeHeadings, SheetLimits limits)
{
    private readonly List<SheetRow> _rows = [];
    private readonly List<SheetProblem> _remarks = [];
    private readonly Dictionary<(int Row, int Position), string> _links = [];
    private readonly SortedSet<int> _withoutHeading = [];
    private readonly List<MergedCells> _merged = [];
    private List<SheetColumn> _columns = [];
    private SheetColumn?[] _byPosition = [];
    private int _headingRow;
    private int _looked;
    private int _mergedRows;

    public bool HasHeadings => _headingRow > 0;

    public bool HasGivenUp => !HasHeadings && _looked >= limits.RowsBeforeHeadings;

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
        if (!HasHeadings || number <= _headingRow || ColumnAt(position) is null)
        {
            return;
        }
        _links[(number, position)] = address;
    }

    /// <summary>A block over several rows, of which only the first holds the text.</summary>
    public void AddMerged(int firstRow, int lastRow, int position)
    {
        if (!HasHeadings || firstRow <= _headingRow || lastRow <= firstRow || ColumnAt(position) is null || _mergedRows > limits.Rows)
        {
            return;
        }
        _mergedRows += lastRow - firstRow;
        _merged.Add(new MergedCells(position, firstRow, Math.Min(lastRow, firstRow + limits.Rows)));
    }

    public Sheet? Build()
    {
        if (!HasHeadings)
        {
            return null;
        }
        foreach (var position in _withoutHeading)
        {
            _remarks.Add(
                new SheetProblem(
                    SheetProblemCode.ColumnWithoutHeading,
                    _headingRow,
                    CellTexts.Emails(position),
                    [CellTexts.Emails(position)]
                )
            );
        }
        FillFromLinks();
        return new Sheet(file, name, _headingRow, _columns, _rows, _links, _remarks) { Merged = _merged };
    }

    private void LookForHeadings(int number, List<string?> cells)
    {
        _looked++;
        var headings = cells.ConvertAll(cell => CellTexts.Heading(cell ?? ""));
        if (!looksLikeHeadings(headings))
        {
            return;
        }
        _headingRow = number;
        _byPosition = [.. headings.Select((heading, position) => heading.Length == 0 ? null : new SheetColumn(position, heading))];
        _columns = [.. _byPosition.OfType<SheetColumn>()];
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
                _withoutHeading.Add(position);
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
        if (_rows.Count == limits.Rows)
        {
            throw new SheetRefusedException(SheetProblemCode.TooManyRows, null, SheetReader.Digits(limits.Rows));
        }
        _rows.Add(new SheetRow(number, kept));
    }

    private SheetColumn? ColumnAt(int position) => position < _byPosition.Length ? _byPosition[position] : null;

    private string? Checked(int number, SheetColumn column, string text)
    {
        if (text == CellTexts.NoResult)
        {
            _remarks.Add(new SheetProblem(SheetProblemCode.FormulaWithoutResult, number, column.Heading, []));
            return null;
        }
        if (CellTexts.IsError(text))
        {
            _remarks.Add(new SheetProblem(SheetProblemCode.ErrorInCell, number, column.Heading, [text.Trim()]));
            return null;
        }
        return text;
    }

    private void FillFromLinks()
    {
        var places = new Dictionary<int, int>(_rows.Count);
        for (var i = 0; _links.Count > 0 && i < _rows.Count; i++)
        {
            places[_rows[i].Number] = i;
        }
        foreach (var ((number, position), address) in _links)
        {
            if (!places.TryGetValue(number, out var place))
            {
                continue;
            }
            if (_rows[place][position].Length == 0)
            {
                _rows[place] = _rows[place].With(position, address);
            }
        }
        if (!IsInOrder())
        {
            _rows.Sort((one, other) => one.Number.CompareTo(other.Number));
        }
    }

    private bool IsInOrder()
    {
        for (var i = 1; i < _rows.Count; i++)
        {
            if (_rows[i - 1].Number > _rows[i].Number)
            {
                return false;
            }
        }
        return true;
    }
}
