namespace Rabta.Sheets.Tests;

/// <summary>Records and their row numbers, once separator and encoding are known: what ADR 17 tried libraries with.</summary>
public sealed class CsvRowsTests
{
    [Theory]
    [InlineData(',', "a,b\nc,d\n\ne,f\n", "1:a|b 2:c|d 4:e|f")]
    [InlineData(';', "a;b\r\nc;d\r\n\r\ne;f\r\n", "1:a|b 2:c|d 4:e|f")]
    [InlineData('\t', "a\tb\rc\td\r\re\tf\r", "1:a|b 2:c|d 4:e|f")]
    [InlineData(',', "a\rb\nc\r\nd", "1:a 2:b 3:c 4:d")]
    [InlineData(',', "\n\na\n", "3:a")]
    [InlineData(',', "a,b,c\nd\ne,f,g,h\n", "1:a|b|c 2:d 3:e|f|g|h")]
    [InlineData(',', "a\u2028b,c\u0085d\fe\n", "1:a\u2028b|c\u0085d\fe")]
    [InlineData(',', "سارہ خان،,لاہور\n", "1:سارہ خان،|لاہور")]
    public void Rows_are_numbered_as_a_spreadsheet_shows_them(char separator, string text, string rows) =>
        Assert.Equal(rows, Read(separator, text));

    [Theory]
    [InlineData(';', "a;\"b, c; d\"\n", "1:a|b, c; d")]
    [InlineData(',', "a,\"one\r\ntwo\nthree\"\n,\n  , \nb,\"he said \"\"yes\"\"\"\n", "1:a|one\r\ntwo\nthree 4:b|he said \"yes\"")]
    [InlineData(',', "\"a\rb\",c\nd\n", "1:a\rb|c 2:d")]
    [InlineData(',', "Sara \"Sam\" Khan,x\n", "1:Sara \"Sam\" Khan|x")]
    [InlineData(',', "5\" screen,x\ny,z\n", "1:5\" screen|x 2:y|z")]
    [InlineData(',', "a, \"b\",   \"c, d\"\n", "1:a|b|c, d")]
    [InlineData(',', "\"a\"b,\"c\" ,d\n", "1:ab|c |d")]
    [InlineData(',', "\"\",a,\"\"\"\"\n", "1:|a|\"")]
    [InlineData(',', " a , b\n", "1: a | b")]
    [InlineData(',', "a,\"b\nc,\"d\"\ne\n", "1:a|b\nc,d\" 2:e")]
    public void Quotes_are_read_as_people_write_them(char separator, string text, string rows) => Assert.Equal(rows, Read(separator, text));

    [Theory]
    [InlineData("a,b\nc,ok\nd,\"never\nends\n", 3)]
    [InlineData("\"never", 1)]
    [InlineData("a,b\nSara \"Sam\" Khan,\"never\nends\nc,d\n", 2)]
    [InlineData("\"a\"b,\"never\nends\n", 1)]
    public void A_quote_that_is_never_closed_is_told_by_its_row(string text, int row)
    {
        var refused = Assert.Throws<SheetRefusedException>(() => Read(',', text));
        Assert.Equal((SheetProblemCode.UnclosedQuote, row), (refused.Problem.Code, refused.Problem.Row!.Value));
    }

    private static string Read(char separator, string text)
    {
        var rows = new CsvRows(new StringReader(text), separator, SheetLimits.Usual, new StringPool());
        var (cells, shown) = (new List<string?>(), new List<string>());
        while (rows.Read(cells))
            if (!cells.TrueForAll(string.IsNullOrWhiteSpace))
                shown.Add($"{rows.Number}:{string.Join('|', cells)}");
        return string.Join(' ', shown);
    }
}
