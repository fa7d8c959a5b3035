using System.Text;

namespace Rabta.Sheets;

/// <summary>Reads separated text: finds encoding and separator, then the headings and the rows below.</summary>
internal static class CsvSheet
{
    private static readonly char[] Separators = [',', ';', '\t'];

    /// <summary>Rows below the headings that are looked at to tell the separator.</summary>
    private const int RowsCompared = 50;

    public static Sheet Read(byte[] bytes, string file, Func<IReadOnlyList<string>, bool> looksLikeHeadings, SheetLimits limits)
    {
        if (TextEncodings.Of(bytes) is not var (encoding, mark))
        {
            throw new SheetRefusedException(SheetProblemCode.NotASheet, null);
        }
        var head = HeadOf(bytes, encoding, mark);
        RefuseOtherKinds(head);

        var announced = AnnouncedSeparator(head);
        var separator = announced ?? Separators.MaxBy(candidate => FitOf(candidate, bytes, encoding, mark, looksLikeHeadings, limits));

        var builder = new SheetBuilder(file, null, looksLikeHeadings, limits);
        var rows = new CsvRows(Open(bytes, encoding, mark), separator, limits, new StringPool());
        var cells = new List<string?>();
        if (announced is not null)
        {
            rows.SkipLine();
        }
        while (rows.Read(cells) && !builder.HasGivenUp)
        {
            builder.Add(rows.Number, cells);
        }
        return builder.Build() ?? throw new SheetRefusedException(SheetProblemCode.NoHeadings, null);
    }

    private static void RefuseOtherKinds(string head)
    {
        if (string.IsNullOrWhiteSpace(head))
        {
            throw new SheetRefusedException(SheetProblemCode.Empty, null);
        }
        var kind = FileKinds.OfText(head);
        if (kind != FileKind.Text)
        {
            throw new SheetRefusedException(FileKinds.RefusalOf(kind), null);
        }
    }

    private static string HeadOf(byte[] bytes, Encoding encoding, int mark)
    {
        var head = new char[4096];
        using var text = Open(bytes, encoding, mark);
        return new string(head, 0, text.ReadBlock(head, 0, head.Length));
    }

    /// <summary>Excel's own way to say which separator follows: a first line <c>sep=;</c>.</summary>
    private static char? AnnouncedSeparator(string head)
    {
        var line = head.Split('\r', '\n')[0].Replace("\"", "", StringComparison.Ordinal);
        if (!line.StartsWith("sep=", StringComparison.OrdinalIgnoreCase) || line.Length < 5)
        {
            return null;
        }
        return line[5..].Trim().Length == 0 || line[5..].All(c => c is ',' or ';') ? line[4] : null;
    }

    /// <summary>
    /// The right separator is the one by which the most headings are known, then the one by which the rows below agree with the headings in
    /// width, then the one with more columns. Counting characters would look into quotes.
    /// </summary>
    private static (int Known, int Agreeing, int Columns) FitOf(
        char separator,
        byte[] bytes,
        Encoding encoding,
        int mark,
        Func<IReadOnlyList<string>, bool> looksLikeHeadings,
        SheetLimits limits
    )
    {
        var builder = new SheetBuilder("", null, looksLikeHeadings, limits);
        var (looked, agreeing, width) = (0, 0, 0);
        try
        {
            using var text = Open(bytes, encoding, mark);
            var rows = new CsvRows(text, separator, limits, new StringPool());
            for (var cells = new List<string?>(); looked < RowsCompared && !builder.HasGivenUp && rows.Read(cells); )
            {
                if (builder.HasHeadings && cells.Count > 0)
                {
                    looked++;
                    agreeing += rows.Width == width ? 1 : 0;
                    continue;
                }
                builder.Add(rows.Number, cells);
                width = rows.Width;
            }
        }
        catch (SheetRefusedException refused) when (!builder.HasHeadings)
        {
            // Too many columns are columns still: better than none, so that the reason told is the true one.
            return refused.Problem.Code == SheetProblemCode.TooManyColumns ? (0, 0, 1) : (-1, 0, 0);
        }
        catch (SheetRefusedException)
        {
            // The headings are those of the list; what is wrong below them is told when it is read.
        }
        if (builder.Build() is not { } sheet)
        {
            return (0, 0, 0);
        }
        var known = sheet.Columns.Count(column => looksLikeHeadings([column.Heading]));
        // A row that is all one cell agrees with nothing.
        return (known, width == 1 || looked == 0 ? 0 : agreeing * 100 / looked, sheet.Columns.Count);
    }

    private static StreamReader Open(byte[] bytes, Encoding encoding, int mark) =>
        new(new MemoryStream(bytes, mark, bytes.Length - mark, writable: false), encoding, detectEncodingFromByteOrderMarks: false);
}
