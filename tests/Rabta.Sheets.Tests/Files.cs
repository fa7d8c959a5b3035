using System.IO.Compression;
using System.Text;
using SpreadCheetah;

namespace Rabta.Sheets.Tests;

/// <summary>Good files to be damaged: from the lists of the demo tests, of another library, and made cell by cell.</summary>
internal static class Files
{
    private const string Formats =
        "<numFmts><numFmt numFmtId=\"170\" formatCode=\"[$-420]d mmm yyyy;@\"/><numFmt numFmtId=\"171\" formatCode=\"0000000\"/></numFmts>"
        + "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"22\"/><xf numFmtId=\"170\"/><xf numFmtId=\"171\"/></cellXfs>";

    private static readonly string[] Texts =
    [
        "Name,Email,Year\nSara,s@x.pk,2\n\"Omar, Dr\",\"o@x.pk\",\"1\n2\"\n\nZoë,z@x.pk,'=3\n",
        "sep=;\r\nName;Email\r\nSara;s@x.pk\r\nOmar \"Sam\" Khan; \"o@x.pk\"\r\n",
        "Mentors of 2026\t\t\r\rName\tEmail\tشہر\rسارہ خان\ts@x.pk\tلاہور\r",
        "نام,شہر\nسارہ خان,لاہور\nعمر,کراچی\n",
    ];

    private static readonly string[] Encodings = ["utf-8", "utf-16", "utf-16BE", "utf-32"];

    public static async Task<IReadOnlyList<byte[]>> Workbooks() =>
        [
            File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "data", "mentors.xlsx")),
            File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "data", "mentees.xlsx")),
            await OfAnotherLibrary(),
            Made(strict: false),
            Made(strict: true),
        ];

    public static IReadOnlyList<byte[]> Lists() =>
        [
            .. from text in Texts from name in Encodings select Encoded(text, Encoding.GetEncoding(name), mark: name != "utf-16BE"),
            Encoded(Texts[3], Windows(1256), mark: false),
            Encoded("Name,City\nZoë Müller,Málaga\n", Windows(1252), mark: false),
        ];

    private static Encoding Windows(int page) => CodePagesEncodingProvider.Instance.GetEncoding(page)!;

    private static byte[] Encoded(string text, Encoding encoding, bool mark) =>
        [.. mark ? encoding.GetPreamble() : [], .. encoding.GetBytes(text)];

    private static byte[] Made(bool strict) =>
        new Xlsx
        {
            IsStrict = strict,
            Date1904 = strict ? "1" : "",
            Styles = Formats,
            Strings =
                "<si><t>Name</t></si><si><r><t>Sa</t></r><r><t>ra</t></r><rPh sb=\"0\" eb=\"1\"><t>aid</t></rPh></si>"
                + "<si><t>a_x000A_b</t></si>",
        }
            .Sheet(Xlsx.Rows(["Name"], ["hidden"]), "hidden")
            .Sheet(
                "<row r=\"2\"><c t=\"s\"><v>0</v></c><c r=\"C2\" t=\"inlineStr\"><is><t>Email</t></is></c>"
                    + "<c t=\"str\"><v>Since</v></c></row>"
                    + "<row r=\"4\"><c t=\"s\"><v>1</v></c><c s=\"1\"/><c/><c s=\"3\"><v>46082.77</v></c><c t=\"b\"><v>1</v></c></row>"
                    + "<row><c t=\"s\"><v>2</v></c><c r=\"D5\" s=\"4\"><v>1.5E3</v></c><c t=\"e\"><v>#N/A</v></c><c><f>1+1</f></c></row>",
                after: "<hyperlinks><hyperlink ref=\"C4\" r:id=\"a\"/><hyperlink ref=\"C5:D6\" r:id=\"b\"/></hyperlinks>",
                links: Xlsx.Link("a", "mailto:s@x.pk") + Xlsx.Link("b", "mailto:o@x.pk")
            )
            .Bytes();

    private static async Task<byte[]> OfAnotherLibrary()
    {
        using var bytes = new MemoryStream();
        await using (var book = await Spreadsheet.CreateNewAsync(bytes))
        {
            await book.StartWorksheetAsync("People");
            await book.AddRowAsync([new("Name"), new("Roll no"), new("Since")]);
            await book.AddRowAsync([new("Sara & Co"), new(923001234567L), new(new DateTime(2026, 3, 1))]);
            await book.FinishAsync();
        }
        return bytes.ToArray();
    }

    /// <summary>What lies in an archive.</summary>
    public static List<(string Name, byte[] Content)> Parts(byte[] book)
    {
        using var zip = new ZipArchive(new MemoryStream(book), ZipArchiveMode.Read);
        return [.. zip.Entries.Select(e => (e.FullName, Content(e)))];
    }

    public static byte[] Zip(IEnumerable<(string Name, byte[] Content)> parts, CompressionLevel level)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var (name, content) in parts)
            {
                using var entry = zip.CreateEntry(name, level).Open();
                entry.Write(content);
            }
        return bytes.ToArray();
    }

    private static byte[] Content(ZipArchiveEntry entry)
    {
        using var copy = new MemoryStream();
        using var from = entry.Open();
        from.CopyTo(copy);
        return copy.ToArray();
    }
}
