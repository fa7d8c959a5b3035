using System.Text;

namespace Rabta.Sheets;

/// <summary>Reads records one by one and counts them as a spreadsheet numbers rows: empty ones too, line breaks in cells not.</summary>
/// <remarks>
/// Lenient where people are: a stray quote inside a cell is text, blanks before an opening quote are dropped.
/// Files that left Rabta carry an apostrophe before = + - @; coming back, it goes.
/// </remarks>
internal sealed class CsvRows(TextReader text, char separator, SheetLimits limits, StringPool pool)
{
    private readonly char[] _buffer = new char[32_768];
    private readonly StringBuilder _cell = new();
    private int _at;
    private int _filled;

    public int Number { get; private set; }

    /// <summary>How many cells the record had, empty ones too.</summary>
    public int Width { get; private set; }

    /// <summary>Passes over the line that names the separator. Spreadsheets do not show it, so it is no row.</summary>
    public void SkipLine()
    {
        while (Peek() >= 0 && Next() is var c)
        {
            if (c == '\r' && Peek() == '\n')
            {
                Next();
            }
            if (c is '\r' or '\n')
            {
                return;
            }
        }
    }

    /// <summary>Fills <paramref name="cells"/> with the next record; cells without text are null.</summary>
    public bool Read(List<string?> cells)
    {
        cells.Clear();
        if (Peek() < 0)
        {
            return false;
        }
        Number++;
        for (var position = 0; ; position++)
        {
            ReadCell();
            Keep(cells, position);
            Width = position + 1;
            var end = Next();
            if (end == separator)
            {
                continue;
            }
            if (end == '\r' && Peek() == '\n')
            {
                Next();
            }
            return true;
        }
    }

    private void Keep(List<string?> cells, int position)
    {
        if (_cell.Length == 0)
        {
            return;
        }
        if (position >= limits.Columns)
        {
            throw new SheetRefusedException(
                SheetProblemCode.TooManyColumns,
                Number,
                SheetReader.Digits(limits.Columns),
                SheetReader.Digits(Number)
            );
        }
        while (cells.Count < position)
        {
            cells.Add(null);
        }
        if (_cell.Length > 1 && _cell[0] == '\'' && _cell[1] is '=' or '+' or '-' or '@' or '\t' or '\r')
        {
            _cell.Remove(0, 1);
        }
        cells.Add(pool.TextOf(_cell));
    }

    private void ReadCell()
    {
        _cell.Clear();
        while (Peek() is var c && !EndsCell(c))
        {
            if (c == '"' && IsBlankSoFar())
            {
                ReadQuoted();
            }
            else
            {
                Append((char)Next());
            }
        }
    }

    private void ReadQuoted()
    {
        _cell.Clear();
        Next();
        while (true)
        {
            var c = Next();
            if (c < 0)
            {
                throw new SheetRefusedException(SheetProblemCode.UnclosedQuote, Number, SheetReader.Digits(Number));
            }
            if (c == '"')
            {
                if (Peek() != '"')
                {
                    break;
                }
                Next();
            }
            Append((char)c);
        }
        while (Peek() is var after && !EndsCell(after))
        {
            Append((char)Next());
        }
    }

    private bool EndsCell(int c) => c < 0 || c == separator || c is '\r' or '\n';

    private bool IsBlankSoFar()
    {
        for (var i = 0; i < _cell.Length; i++)
        {
            if (_cell[i] != ' ')
            {
                return false;
            }
        }
        return true;
    }

    private void Append(char c)
    {
        _cell.Append(c);
        if (_cell.Length > limits.CellCharacters)
        {
            throw new SheetRefusedException(
                SheetProblemCode.CellTooLong,
                Number,
                SheetReader.Digits(limits.CellCharacters),
                SheetReader.Digits(Number)
            );
        }
    }

    private int Peek()
    {
        if (_at == _filled)
        {
            (_at, _filled) = (0, text.Read(_buffer, 0, _buffer.Length));
        }
        return _at < _filled ? _buffer[_at] : -1;
    }

    private int Next()
    {
        var c = Peek();
        if (c >= 0)
        {
            _at++;
        }
        return c;
    }
}
