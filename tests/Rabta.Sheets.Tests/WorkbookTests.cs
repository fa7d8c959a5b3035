using System.Buffers.Binary;
using System.IO.Compression;
using SpreadCheetah;

namespace Rabta.Sheets.Tests;

public class WorkbookTests
{
    private const string Dates =
        "<numFmts><numFmt numFmtId=\"170\" formatCode=\"[$-409]d\\-mmm\\-yy;@\"/><numFmt numFmtId=\"171\" formatCode=\"0000000\"/>"
        + "<numFmt numFmtId=\"172\" formatCode=\"&quot;day &quot;0.0\"/></numFmts>"
        + "<cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs><cellXfs><xf numFmtId=\"0\"/><xf "
        + "numFmtId=\"14\"/><xf numFmtId=\"22\"/><xf numFmtId=\"170\"/>"
        + "<xf numFmtId=\"171\"/><xf numFmtId=\"20\"/><xf numFmtId=\"172\"/></cellXfs>";

    [Fact]
    public async Task A_workbook_written_by_another_library_is_read()
    {
        using var bytes = new MemoryStream();
        await using (var sheet = await Spreadsheet.CreateNewAsync(bytes, cancellationToken: TestContext.Current.CancellationToken))
        {
            await sheet.StartWorksheetAsync("People", token: TestContext.Current.CancellationToken);
            await sheet.AddRowAsync([new("Name"), new("Roll no"), new("Since")], TestContext.Current.CancellationToken);
            await sheet.AddRowAsync(
                [new("Sara & Co"), new(923001234567L), new(new DateTime(2026, 3, 1))],
                TestContext.Current.CancellationToken
            );
            await sheet.FinishAsync(TestContext.Current.CancellationToken);
        }
        Assert.Equal(
            ["1: Name · Roll no · Since", "2: Sara & Co · 923001234567 · 2026-03-01"],
            Reading.Shown(Reading.Sheet(bytes.ToArray()))
        );
    }

    [Fact]
    public void Cells_merged_over_rows_are_told_and_those_beside_each_other_are_not()
    {
        var book = new Xlsx().Sheet(
            Xlsx.Rows(["Name", "Field"], ["Sara", "ENT"], ["Omar", ""], ["Hira", ""]),
            after: "<mergeCells><mergeCell ref=\"B2:B4\"/><mergeCell ref=\"A2:B2\"/>"
                + "<mergeCell ref=\"A1:A2\"/><mergeCell ref=\"x\"/></mergeCells>"
        );
        Assert.Equal([new MergedCells(1, 2, 4)], Reading.Sheet(book.Bytes()).Merged);
    }

    [Fact]
    public void Missing_cells_and_rows_shift_nothing()
    {
        var rows =
            Xlsx.Row(3, Xlsx.At("B3", "Name"), Xlsx.At("D3", "Email"))
            + "<row r=\"4\"><c r=\"B4\" s=\"1\"/></row>"
            + Xlsx.Row(9, Xlsx.At("D9", "s@x.pk"));
        Assert.Equal(["3: Name · Email", "9:  · s@x.pk"], Reading.Shown(Reading.Sheet(new Xlsx().Sheet(rows).Bytes())));
    }

    [Theory, InlineData("0"), InlineData("1048577"), InlineData("2147483648"), InlineData("-1")]
    public void A_row_whose_number_no_spreadsheet_has_makes_the_workbook_damaged(string number)
    {
        Reading.Refused(SheetProblemCode.Damaged, Reading.Of(new Xlsx().Sheet($"<row r=\"{number}\">{Xlsx.Text("Name")}</row>").Bytes()));
        var follows = Xlsx.Rows(["Name"]) + $"<row r=\"1048576\">{Xlsx.Text("Sara")}</row><row>{Xlsx.Text("Omar")}</row>";
        Reading.Refused(SheetProblemCode.Damaged, Reading.Of(new Xlsx().Sheet(follows).Bytes()));
    }

    [Fact]
    public void The_first_visible_sheet_with_headings_is_read_under_its_title()
    {
        var book = new Xlsx()
            .Sheet(Xlsx.Rows(["Name"], ["hidden"]), "hidden")
            .Sheet(Xlsx.Rows(["Name"], ["very hidden"]), "veryHidden")
            .Sheet(Xlsx.Rows(["Read me first"]))
            .Sheet(Xlsx.Rows(["Mentors of 2026"], [], ["Name", "Email"], ["Sara", "s@x.pk"]))
            .Sheet(Xlsx.Rows(["Name"], ["later"]));
        var sheet = Reading.Sheet(book.Bytes());
        Assert.Equal("Sheet4", sheet.Name);
        Assert.Equal(["3: Name · Email", "4: Sara · s@x.pk"], Reading.Shown(sheet));
    }

    [Fact]
    public void Shared_strings_join_their_runs_and_drop_reading_aids()
    {
        var book = new Xlsx
        {
            Strings =
                "<si><t>Name</t></si><si><r><rPr><b/></rPr><t>Sa</t></r><r><t xml:space=\"preserve\"> </t></r><r><t>ra</t></r>"
                + "<rPh sb=\"0\" eb=\"1\"><t>aid</t></rPh></si><si><t/></si><si><t>a_x000A_b</t></si>",
        };
        var cell = (int index) => $"<c t=\"s\"><v>{index}</v></c>";
        book.Sheet(Xlsx.Row(1, cell(0)) + Xlsx.Row(2, cell(1)) + Xlsx.Row(3, cell(2)) + Xlsx.Row(4, cell(3)));
        Assert.Equal(["1: Name", "2: Sa ra", "4: a\nb"], Reading.Shown(Reading.Sheet(book.Bytes())));
    }

    [Theory]
    [InlineData("", "2026-03-01", "2026-03-01T18:30", "1900-02-28")]
    [InlineData("1", "2030-03-02", "2030-03-02T18:30", "1904-02-29")]
    [InlineData("true", "2030-03-02", "2030-03-02T18:30", "1904-02-29")]
    [InlineData("0", "2026-03-01", "2026-03-01T18:30", "1900-02-28")]
    public void Dates_become_iso_in_either_day_count(string flag, string day, string moment, string early)
    {
        var book = new Xlsx { Styles = Dates, Date1904 = flag }.Sheet(
            Xlsx.Rows(["Name", "a", "b", "c", "d", "e"])
                + Xlsx.Row(
                    2,
                    Xlsx.Text("Sara"),
                    "<c s=\"1\"><v>46082</v></c>",
                    "<c s=\"2\"><v>46082.7708333333</v></c>",
                    "<c s=\"3\"><v>59</v></c>",
                    "<c s=\"5\"><v>0.4375</v></c>",
                    "<c t=\"d\"><v>2026-05-01T00:00:00</v></c>"
                )
        );
        Assert.Equal($"2: Sara · {day} · {moment} · {early} · 10:30 · 2026-05-01", Reading.Shown(Reading.Sheet(book.Bytes()))[1]);
    }

    [Theory]
    [InlineData("<v>420000000</v>", "", "420000000")]
    [InlineData("<v>4.2E+8</v>", "", "420000000")]
    [InlineData("<v>3.520212345671E12</v>", "", "3520212345671")]
    [InlineData("<v>1E+25</v>", "", "10000000000000000000000000")]
    [InlineData("<v>0.30000000000000004</v>", "", "0.3")]
    [InlineData("<v>3.0</v>", "", "3")]
    [InlineData("<v>-2.5</v>", "", "-2.5")]
    [InlineData("<v>1234</v>", " s=\"4\"", "0001234")]
    [InlineData("<v>7.5</v>", " s=\"6\"", "7.5")]
    [InlineData("<v>0071</v>", " t=\"str\"", "0071")]
    [InlineData("<v>4.2E+08</v>", " t=\"str\"", "4.2E+08")]
    [InlineData("<v>1</v>", " t=\"b\"", "TRUE")]
    [InlineData("<f>A1&amp;\"x\"</f><v>stored</v>", " t=\"str\"", "stored")]
    [InlineData("<f>1+1</f><v>2</v>", "", "2")]
    public void Cells_read_as_a_person_means_them(string inside, string attributes, string expected)
    {
        var book = new Xlsx { Styles = Dates }.Sheet(
            Xlsx.Rows(["Name", "x"]) + Xlsx.Row(2, Xlsx.Text("Sara"), $"<c{attributes}>{inside}</c>")
        );
        Assert.Equal($"2: Sara · {expected}", Reading.Shown(Reading.Sheet(book.Bytes()))[1]);
    }

    [Theory]
    [InlineData("<c t=\"e\"><f>NA()</f><v>#N/A</v></c>", SheetProblemCode.ErrorInCell)]
    [InlineData("<c t=\"e\"><v>Err:502</v></c>", SheetProblemCode.ErrorInCell)]
    [InlineData("<c><f>1+1</f></c>", SheetProblemCode.FormulaWithoutResult)]
    public void Errors_and_formulas_without_result_are_empty_with_a_remark(string cell, SheetProblemCode code)
    {
        var sheet = Reading.Sheet(new Xlsx().Sheet(Xlsx.Rows(["Name", "Year"]) + Xlsx.Row(2, Xlsx.Text("Sara"), cell)).Bytes());
        Assert.Equal("2: Sara · ", Reading.Shown(sheet)[1]);
        var remark = Assert.Single(sheet.Remarks);
        Assert.Equal((code, 2, "Year"), (remark.Code, remark.Row, remark.Column));
    }

    [Fact]
    public void Links_give_their_text_or_else_their_address()
    {
        var book = new Xlsx().Sheet(
            Xlsx.Rows(["Name", "Email"], ["Sara", "Write to her"]) + Xlsx.Row(3, Xlsx.Text("Omar")),
            after: "<hyperlinks><hyperlink ref=\"B2\" r:id=\"a\"/><hyperlink ref=\"B3\" r:id=\"b\"/></hyperlinks>",
            links: Xlsx.Link("a", "mailto:s@x.pk") + Xlsx.Link("b", "mailto:o@x.pk")
        );
        var sheet = Reading.Sheet(book.Bytes());
        Assert.Equal(["1: Name · Email", "2: Sara · Write to her", "3: Omar · mailto:o@x.pk"], Reading.Shown(sheet));
        Assert.Equal("mailto:s@x.pk", sheet.Links[(2, 1)]);
    }

    [Fact]
    public void Strict_open_xml_is_read_like_any_other()
    {
        var book = new Xlsx { IsStrict = true, Strings = "<si><t>Sara</t></si>" }.Sheet(
            Xlsx.Rows(["Name"]) + Xlsx.Row(2, "<c t=\"s\"><v>0</v></c>")
        );
        Assert.Equal(["1: Name", "2: Sara"], Reading.Shown(Reading.Sheet(book.Bytes())));
    }

    [Fact]
    public void External_entities_are_refused()
    {
        var book = new Xlsx().Sheet(Xlsx.Rows(["Name"]));
        book.More["xl/worksheets/sheet9.xml"] = "";
        var bytes = Replace(
            book.Bytes(),
            "xl/worksheets/sheet0.xml",
            "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><worksheet><sheetData><row><c "
                + "t=\"inlineStr\"><is><t>Name&e;</t></is></c></row></sheetData></worksheet>"
        );
        Reading.Refused(SheetProblemCode.Damaged, Reading.Of(bytes));
    }

    [Fact]
    public void A_workbook_that_says_it_unfolds_too_far_is_refused_before_it_does()
    {
        var book = new Xlsx().Sheet(Xlsx.Rows(["Name"], [new string('x', 1_200_000)]));
        var reading = Reading.Of(book.Bytes(), new SheetLimits { UnfoldedBytes = 1024 * 1024 });
        Reading.Refused(SheetProblemCode.UnfoldsTooBig, reading);
        Assert.Equal(["1"], reading.Refusal!.Args);
    }

    [Fact]
    public void A_workbook_that_lies_about_its_sizes_is_never_unfolded_past_the_limit()
    {
        var bytes = new Xlsx().Sheet(Xlsx.Rows(["Name"]) + string.Concat(Enumerable.Repeat("<row><c/></row>", 200_000))).Bytes();
        // In the central directory the unpacked size stands 24 bytes after each mark.
        for (var at = bytes.AsSpan().IndexOf("PK\x1\x2"u8); at < bytes.Length - 46; at++)
        {
            if (bytes.AsSpan(at).StartsWith("PK\x1\x2"u8))
            {
                BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(at + 24), 1000);
            }
        }
        var reading = Reading.Of(bytes, new SheetLimits { UnfoldedBytes = 1024 * 1024 });
        Assert.Null(reading.Sheet);
        Assert.Contains(reading.Refusal!.Code, new[] { SheetProblemCode.UnfoldsTooBig, SheetProblemCode.Damaged });
    }

    [Fact]
    public void Markup_nested_or_stretched_without_end_is_refused()
    {
        Reading.Refused(SheetProblemCode.Damaged, Reading.Of(new Xlsx().Sheet(string.Concat(Enumerable.Repeat("<a>", 1000))).Bytes()));
        Reading.Refused(SheetProblemCode.Damaged, Reading.Of(new Xlsx().Sheet($"<row a=\"{new string('x', 9 * 1024 * 1024)}\"/>").Bytes()));
    }

    [Fact]
    public void Limits_hold_for_cells_and_columns_of_workbooks()
    {
        var limits = new SheetLimits { Columns = 3, CellCharacters = 9 };
        Assert.NotNull(Reading.Of(new Xlsx().Sheet(Xlsx.Rows(["Name"]) + "<row><c r=\"XFD2\" s=\"1\"/></row>").Bytes(), limits).Sheet);
        Reading.Refused(
            SheetProblemCode.TooManyColumns,
            Reading.Of(new Xlsx().Sheet(Xlsx.Rows(["Name"], ["1", "2", "3", "4"])).Bytes(), limits)
        );
        Reading.Refused(SheetProblemCode.CellTooLong, Reading.Of(new Xlsx().Sheet(Xlsx.Rows(["Name"], ["1234567890"])).Bytes(), limits));
    }

    private static byte[] Replace(byte[] book, string path, string content)
    {
        using var bytes = new MemoryStream();
        bytes.Write(book);
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Update, leaveOpen: true))
        {
            zip.GetEntry(path)!.Delete();
            using var entry = zip.CreateEntry(path).Open();
            entry.Write(System.Text.Encoding.UTF8.GetBytes(content));
        }
        return bytes.ToArray();
    }
}
