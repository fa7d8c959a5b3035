using System.Text;

namespace Rabta.Sheets.Tests;

public class CsvSheetTests
{
    [Theory]
    [InlineData(',', "\n")]
    [InlineData(';', "\r\n")]
    [InlineData('\t', "\r")]
    public void Every_separator_and_line_end_is_read(char separator, string end)
    {
        var text = $"Name{separator}Email{end}Sara{separator}s@x.pk{end}{end}Omar{separator}o@x.pk{end}";
        Assert.Equal(["1: Name · Email", "2: Sara · s@x.pk", "4: Omar · o@x.pk"], Reading.Shown(Reading.Sheet(text)));
    }

    [Theory, InlineData(','), InlineData(';'), InlineData('\t')]
    public void Headings_beyond_the_limit_are_called_too_many_columns(char separator) =>
        Reading.Refused(
            SheetProblemCode.TooManyColumns,
            Reading.Of($"Name{separator}{string.Join(separator, Enumerable.Range(1, 200))}\n")
        );

    [Fact]
    public void Separators_inside_quotes_do_not_count()
    {
        var sheet = Reading.Sheet("Name;\"Likes, a, b, c, d\"\nSara;\"x, y\"\n");
        Assert.Equal(["1: Name · Likes, a, b, c, d", "2: Sara · x, y"], Reading.Shown(sheet));
    }

    [Theory]
    [InlineData("Name;Email;Free at (days, times, places)\nSara;s@x.pk;Mon, Tue, room 1\n", "Name · Email · Free at (days, times, places)")]
    [InlineData("Name\tEmail\tHopes, fears; and so on\nSara\ts@x.pk\ta, b; c, d\n", "Name · Email · Hopes, fears; and so on")]
    public void The_separator_is_the_one_by_which_headings_are_known_and_rows_agree(string text, string headings) =>
        Assert.Equal($"1: {headings}", Reading.Shown(Reading.Sheet(text))[0]);

    [Fact]
    public void A_line_break_in_a_cell_is_no_row_but_empty_rows_are()
    {
        var sheet = Reading.Sheet("Name,Bio\n\"Sara\",\"one\r\ntwo\nthree\"\n,\n  , \nOmar,\"he said \"\"yes\"\"\"\n");
        Assert.Equal(["1: Name · Bio", "2: Sara · one\r\ntwo\nthree", "5: Omar · he said \"yes\""], Reading.Shown(sheet));
    }

    [Fact]
    public void A_first_line_naming_the_separator_is_no_row()
    {
        var sheet = Reading.Sheet("sep=;\r\nName;Email\r\nSara, Dr;s@x.pk\r\n");
        Assert.Equal("Sara, Dr", sheet.Rows[0][sheet.Columns[0]]);
        Assert.Equal((1, 2), (sheet.HeadingRow, sheet.Rows[0].Number));
    }

    [Fact]
    public void Headings_may_stand_under_a_title()
    {
        var sheet = Reading.Sheet("Mentors, 2026; final\n\nName;Email\nSara;s@x.pk\n");
        Assert.Equal(["3: Name · Email", "4: Sara · s@x.pk"], Reading.Shown(sheet));
    }

    public static TheoryData<string, bool> Encodings =>
        new()
        {
            { "utf-8", true },
            { "utf-8", false },
            { "utf-16", true },
            { "utf-16", false },
            { "utf-16BE", true },
            { "utf-16BE", false },
            { "utf-32", true },
        };

    [Theory]
    [MemberData(nameof(Encodings))]
    public void Unicode_is_read_with_its_mark_and_without(string name, bool hasMark)
    {
        var encoding = Encoding.GetEncoding(name);
        byte[] bytes = [.. hasMark ? encoding.GetPreamble() : [], .. encoding.GetBytes("Name,شہر\nسارہ خان,لاہور\nZoë,Köln\n")];
        Assert.Equal(["1: Name · شہر", "2: سارہ خان · لاہور", "3: Zoë · Köln"], Reading.Shown(Reading.Sheet(bytes)));
    }

    [Theory]
    [InlineData("utf-16", true)]
    [InlineData("utf-16BE", true)]
    [InlineData("utf-32", true)]
    [InlineData("utf-16", false)]
    public void A_zero_in_wide_text_makes_it_no_list(string name, bool hasMark)
    {
        var encoding = Encoding.GetEncoding(name);
        byte[] bytes = [.. hasMark ? encoding.GetPreamble() : [], .. encoding.GetBytes("Name,Year\nSara,\0\n")];
        Reading.Refused(SheetProblemCode.NotASheet, Reading.Of(bytes));
    }

    [Fact]
    public void Utf16_without_a_mark_is_found_where_every_word_is_Urdu()
    {
        var bytes = Encoding.Unicode.GetBytes("نام,شہر\nسارہ خان,لاہور\n");
        Assert.Equal(["1: نام · شہر", "2: سارہ خان · لاہور"], Reading.Shown(Reading.Sheet(bytes)));
    }

    [Theory]
    [InlineData(1252, "Name,City\nZoë Müller,Málaga\n“José”,São Paulo – Ñuñoa\n")]
    [InlineData(1252, "Name;City\nÖzgür;Århus\nÉÈ;à\n")]
    [InlineData(1256, "Name,City\nسارہ خان,لاہور\nعمر,کراچی\n")]
    [InlineData(1256, "نام,شعبہ\nعائشہ,طب\n")]
    public void Old_Windows_encodings_are_told_apart(int codePage, string text)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var sheet = Reading.Sheet(Encoding.GetEncoding(codePage).GetBytes(text));
        Assert.Equal(text.Split('\n')[1].Split(',', ';'), sheet.Columns.Select(column => sheet.Rows[0][column]));
    }

    [Fact]
    public void The_mark_never_sticks_to_the_first_heading()
    {
        Assert.Equal("Name", Reading.Sheet("\uFEFFName,Email\nSara,s@x.pk\n").Columns[0].Heading);
        Assert.Equal("Name", Reading.Sheet("\"\u200B Name \u00A0\",Email\nSara,s@x.pk\n").Columns[0].Heading);
    }

    [Fact]
    public void Error_words_are_empty_with_a_remark()
    {
        var sheet = Reading.Sheet("Name,Year\nSara,#N/A\nOmar,#REF!\n");
        Assert.Equal(["1: Name · Year", "2: Sara · ", "3: Omar · "], Reading.Shown(sheet));
        Assert.Equal(
            [(2, "Year", "#N/A"), (3, "Year", "#REF!")],
            sheet.Remarks.Select(remark => (remark.Row!.Value, remark.Column!, remark.Args[0]))
        );
    }

    [Fact]
    public void Cells_that_begin_like_formulas_are_text()
    {
        var sheet = Reading.Sheet("Name,a,b,c\n=1+1,+92300,-x,@omar\n");
        Assert.Equal("2: =1+1 · +92300 · -x · @omar", Reading.Shown(sheet)[1]);
    }

    [Fact]
    public void The_apostrophe_that_made_a_cell_harmless_goes_again()
    {
        var sheet = Reading.Sheet("Name,a,b\n'=1+1,'+92300,'tis\n");
        Assert.Equal("2: =1+1 · +92300 · 'tis", Reading.Shown(sheet)[1]);
    }

    [Fact]
    public void A_column_without_a_heading_is_left_out_with_one_remark()
    {
        var sheet = Reading.Sheet("Name,,Email\nSara,x,s@x.pk\nOmar,y,o@x.pk,z\n");
        Assert.Equal(["1: Name · Email", "2: Sara · s@x.pk", "3: Omar · o@x.pk"], Reading.Shown(sheet));
        Assert.Equal(["B", "D"], sheet.Remarks.Select(remark => remark.Column));
    }

    [Fact]
    public void A_quote_never_closed_is_refused_with_its_row()
    {
        var reading = Reading.Of("Name,Bio\nSara,ok\nOmar,\"never\nends\n");
        Reading.Refused(SheetProblemCode.UnclosedQuote, reading);
        Assert.Equal(3, reading.Refusal!.Row);
    }

    [Fact]
    public void Quotes_inside_a_cell_are_text_and_blanks_before_one_are_not()
    {
        var sheet = Reading.Sheet("Name, \"Email\"\nSara \"Sam\" Khan, \"s@x.pk\"\n");
        Assert.Equal(["1: Name · Email", "2: Sara \"Sam\" Khan · s@x.pk"], Reading.Shown(sheet));
    }
}
