using System.IO.Compression;
using System.Text;

namespace Rabta.Sheets.Tests;

/// <summary>Writes small workbooks by hand, odd ones too.</summary>
internal sealed class Xlsx
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private readonly List<(string Name, string State, string Xml, string Links)> _sheets = [];

    public string Strings { get; init; } = "";
    public string Styles { get; init; } = "";
    public string Date1904 { get; init; } = "";
    public bool IsStrict { get; init; }
    public Dictionary<string, string> More { get; } = [];

    public Xlsx Sheet(string rows, string state = "visible", string after = "", string links = "")
    {
        var name = $"Sheet{_sheets.Count + 1}";
        _sheets.Add(
            (name, state, $"<worksheet xmlns=\"{Main}\" xmlns:r=\"{Relations}\"><sheetData>{rows}</sheetData>{after}</worksheet>", links)
        );
        return this;
    }

    /// <summary>Rows of inline texts, from row 1, column A.</summary>
    public static string Rows(params string[][] rows) => string.Concat(rows.Select((row, at) => Row(at + 1, [.. row.Select(Text)])));

    public static string Row(int number, params string[] cells) => $"<row r=\"{number}\">{string.Concat(cells)}</row>";

    public static string Text(string text) => $"<c t=\"inlineStr\"><is><t xml:space=\"preserve\">{text}</t></is></c>";

    public static string At(string place, string text) => $"<c r=\"{place}\" t=\"inlineStr\"><is><t>{text}</t></is></c>";

    public static byte[] Simple() =>
        new Xlsx { Strings = "<si><t>a</t></si>" }
            .Sheet(Rows(["Name", "Email"], ["Sara", "s@x.pk"]))
            .Bytes();

    public byte[] Bytes()
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(zip, "[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>");
            Add(zip, "_rels/.rels", Rels($"<Relationship Id=\"m\" Type=\"{Relations}/officeDocument\" Target=\"xl/workbook.xml\"/>"));
            var list = _sheets.Select(
                (sheet, at) => $"<sheet name=\"{sheet.Name}\" sheetId=\"{at + 1}\" state=\"{sheet.State}\" r:id=\"s{at}\"/>"
            );
            var flag = Date1904.Length > 0 ? $"<workbookPr date1904=\"{Date1904}\"/>" : "";
            Add(
                zip,
                "xl/workbook.xml",
                $"<workbook xmlns=\"{Main}\" xmlns:r=\"{Relations}\">{flag}<sheets>{string.Concat(list)}</sheets></workbook>"
            );
            Add(
                zip,
                "xl/_rels/workbook.xml.rels",
                Rels(
                    string.Concat(
                        _sheets.Select(
                            (_, at) => $"<Relationship Id=\"s{at}\" Type=\"{Relations}/worksheet\" Target=\"worksheets/sheet{at}.xml\"/>"
                        )
                    )
                        + $"<Relationship Id=\"x\" Type=\"{Relations}/sharedStrings\" Target=\"/xl/sharedStrings.xml\"/>"
                        + $"<Relationship Id=\"y\" Type=\"{Relations}/styles\" Target=\"styles.xml\"/>"
                )
            );
            Add(zip, "xl/sharedStrings.xml", $"<sst xmlns=\"{Main}\">{Strings}</sst>");
            Add(zip, "xl/styles.xml", $"<styleSheet xmlns=\"{Main}\">{Styles}</styleSheet>");
            for (var at = 0; at < _sheets.Count; at++)
            {
                Add(zip, $"xl/worksheets/sheet{at}.xml", _sheets[at].Xml);
                if (_sheets[at].Links.Length > 0)
                {
                    Add(zip, $"xl/worksheets/_rels/sheet{at}.xml.rels", Rels(_sheets[at].Links));
                }
            }
            foreach (var (path, content) in More)
            {
                Add(zip, path, content);
            }
        }
        return bytes.ToArray();
    }

    public static string Link(string id, string target) =>
        $"<Relationship Id=\"{id}\" Type=\"{Relations}/hyperlink\" Target=\"{target}\" TargetMode=\"External\"/>";

    private static string Rels(string relations) =>
        $"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">{relations}</Relationships>";

    private void Add(ZipArchive zip, string path, string xml)
    {
        if (IsStrict)
        {
            xml = xml.Replace(Main, "http://purl.oclc.org/ooxml/spreadsheetml/main", StringComparison.Ordinal)
                .Replace(Relations, "http://purl.oclc.org/ooxml/officeDocument/relationships", StringComparison.Ordinal);
        }
        using var entry = zip.CreateEntry(path, CompressionLevel.Fastest).Open();
        entry.Write(Encoding.UTF8.GetBytes(xml));
    }
}
