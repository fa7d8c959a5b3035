using System.IO.Compression;
using System.Text;

namespace Rabta.Sheets.Tests;

public class SheetReaderTests
{
    private static readonly byte[] Compound = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    public static TheoryData<SheetProblemCode, byte[]> Others =>
        new()
        {
            { SheetProblemCode.Empty, [] },
            { SheetProblemCode.Empty, "\uFEFF \r\n"u8.ToArray() },
            { SheetProblemCode.Pdf, "%PDF-1.7 …"u8.ToArray() },
            { SheetProblemCode.WebPage, "<html><body><table><tr><td>Name</td></tr></table>"u8.ToArray() },
            { SheetProblemCode.WebPage, Encoding.Unicode.GetBytes("\uFEFF<!DOCTYPE html><table>Name") },
            {
                SheetProblemCode.XmlExcel,
                "<?xml version=\"1.0\"?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\"/>"u8.ToArray()
            },
            { SheetProblemCode.NotASheet, [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, 1, 2, 3, 250, 0, 7, 0, 0] },
            { SheetProblemCode.NotASheet, "<?xml version=\"1.0\"?><letter/>"u8.ToArray() },
            { SheetProblemCode.NotASheet, Compound },
            { SheetProblemCode.OldExcel, [.. Compound, .. Encoding.Unicode.GetBytes("Workbook\0")] },
            { SheetProblemCode.Password, [.. Compound, .. Encoding.Unicode.GetBytes("EncryptedPackage\0")] },
            { SheetProblemCode.Archive, Zip(("list.csv", "Name,Email")) },
            { SheetProblemCode.OpenDocument, Zip(("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", "<x/>")) },
            { SheetProblemCode.BinaryExcel, Zip(("[Content_Types].xml", "<x/>"), ("xl/workbook.bin", "x")) },
            { SheetProblemCode.NotASheet, Zip(("[Content_Types].xml", "<x/>"), ("word/document.xml", "<x/>")) },
            { SheetProblemCode.Damaged, Zip(("[Content_Types].xml", "<x/>"), ("xl/workbook.xml", "<broken")) },
            { SheetProblemCode.Damaged, "PK\x3\x4 and then nothing"u8.ToArray() },
            { SheetProblemCode.NoHeadings, "Year,City\n3,Lahore\n"u8.ToArray() },
        };

    [Theory]
    [MemberData(nameof(Others))]
    public void What_is_no_list_is_refused_for_what_it_is(SheetProblemCode code, byte[] bytes) => Reading.Refused(code, Reading.Of(bytes));

    [Fact]
    public void Half_a_workbook_is_refused_as_damaged()
    {
        var bytes = new Xlsx().Sheet(Xlsx.Rows(["Name"], ["Sara"])).Bytes();
        for (var length = 4; length < bytes.Length - 30; length += 97)
        {
            Reading.Refused(SheetProblemCode.Damaged, Reading.Of(bytes[..length]));
        }
    }

    [Fact]
    public void A_workbook_with_spoilt_bytes_is_read_or_refused_but_never_throws()
    {
        var bytes = new Xlsx().Sheet(Xlsx.Rows(["Name", "Email"], ["Sara", "s@x.pk"])).Bytes();
        for (var at = 0; at < bytes.Length; at += 7)
        {
            var spoilt = (byte[])bytes.Clone();
            spoilt[at] ^= 0x55;
            var reading = Reading.Of(spoilt);
            Assert.True(reading.Sheet is null ^ reading.Refusal is null);
        }
    }

    [Fact]
    public void A_file_over_its_size_is_refused_whether_or_not_the_stream_knows_it()
    {
        var limits = new SheetLimits { FileBytes = 1024 * 1024 };
        var bytes = new byte[(1024 * 1024) + 1];
        Reading.Refused(SheetProblemCode.FileTooBig, Reading.Of(bytes, limits));
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            gzip.Write(bytes);
        }
        packed.Position = 0;
        using var unknown = new GZipStream(packed, CompressionMode.Decompress);
        Reading.Refused(SheetProblemCode.FileTooBig, SheetReader.Read(unknown, "x", _ => true, limits));
    }

    [Fact]
    public void Usual_limits_are_those_promised()
    {
        var usual = SheetLimits.Usual;
        Assert.Equal(50 << 20, usual.FileBytes);
        Assert.Equal(200 << 20, usual.UnfoldedBytes);
        Assert.Equal((200_000, 200, 32_767), (usual.Rows, usual.Columns, usual.CellCharacters));
    }

    [Fact]
    public void Rows_columns_and_long_cells_are_counted_exactly()
    {
        var limits = new SheetLimits
        {
            Rows = 3,
            Columns = 3,
            CellCharacters = 5,
        };
        Assert.NotNull(Reading.Of("Title\n\nName,b,c\n1,,12345,,,\n\n2\n3\n,,,,\n", limits).Sheet);
        Reading.Refused(SheetProblemCode.TooManyRows, Reading.Of("Name\n1\n2\n3\n4\n", limits));
        Reading.Refused(SheetProblemCode.TooManyColumns, Reading.Of("Name\n1,2,3,4\n", limits));
        Reading.Refused(SheetProblemCode.CellTooLong, Reading.Of("Name\n123456\n", limits));
    }

    [Fact]
    public void A_real_list_of_200000_rows_is_read_and_one_more_is_refused()
    {
        var text = new StringBuilder("Name\n");
        for (var i = 0; i < 200_000; i++)
        {
            text.Append("x\n");
        }
        Assert.Equal(200_000, Reading.Of(text.ToString()).Sheet!.Rows.Count);
        Reading.Refused(SheetProblemCode.TooManyRows, Reading.Of(text.Append("x\n").ToString()));
    }

    private static byte[] Zip(params (string Path, string Content)[] files)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (path, content) in files)
            {
                using var entry = zip.CreateEntry(path).Open();
                entry.Write(Encoding.UTF8.GetBytes(content));
            }
        }
        return bytes.ToArray();
    }
}
