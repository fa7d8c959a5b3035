using System.Xml;

namespace Rabta.Sheets;

/// <summary>Reads .xlsx, transitional and strict: the first visible sheet with headings.</summary>
internal static class Workbook
{
    public static Sheet Read(byte[] bytes, string file, Func<IReadOnlyList<string>, bool> looksLikeHeadings, SheetLimits limits)
    {
        using var parts = new WorkbookParts(bytes, limits);
        var main = parts.RelationsOf("").Values.FirstOrDefault(relation => relation.Type == "officeDocument").Target ?? "xl/workbook.xml";
        var relations = parts.RelationsOf(main);
        var (sheets, from1904) = SheetsOf(parts, main);
        var pool = new StringPool();
        var reader = new WorksheetReader(
            SharedStrings.Read(parts, RoleOf(relations, "sharedStrings"), limits, pool),
            CellFormats.Read(parts, RoleOf(relations, "styles")),
            from1904,
            limits,
            pool
        );

        foreach (var (name, id) in sheets)
        {
            if (!relations.TryGetValue(id, out var relation) || relation.Type != "worksheet" || relation.IsOutside)
            {
                continue;
            }
            var builder = new SheetBuilder(file, name, looksLikeHeadings, limits);
            reader.Read(parts, relation.Target, builder);
            if (builder.Build() is { } sheet)
            {
                return sheet;
            }
        }
        throw new SheetRefusedException(SheetProblemCode.NoHeadings, null);
    }

    private static string? RoleOf(Dictionary<string, (string Type, string Target, bool IsOutside)> relations, string type) =>
        relations.Values.FirstOrDefault(relation => relation.Type == type && !relation.IsOutside).Target;

    private static (List<(string Name, string Id)> Visible, bool From1904) SheetsOf(WorkbookParts parts, string main)
    {
        var visible = new List<(string, string)>();
        var from1904 = false;
        using var xml = parts.Open(main);
        while (xml.ReadShallow())
        {
            if (xml.NodeType != XmlNodeType.Element)
            {
                continue;
            }
            if (xml.LocalName == "workbookPr")
            {
                // Excel writes 1, LibreOffice true.
                from1904 = xml.GetAttribute("date1904")?.Trim() is "1" or "true" or "on";
            }
            else if (xml.LocalName == "sheet" && (xml.GetAttribute("state") ?? "visible") == "visible")
            {
                visible.Add((xml.GetAttribute("name") ?? "", RelationId(xml)));
            }
        }
        return (visible, from1904);
    }

    /// <summary>The id of a relation, in whichever of the two namespaces.</summary>
    internal static string RelationId(XmlReader xml)
    {
        var id = "";
        for (var more = xml.MoveToFirstAttribute(); more; more = xml.MoveToNextAttribute())
        {
            if (xml.LocalName == "id" && xml.NamespaceURI.EndsWith("/relationships", StringComparison.Ordinal))
            {
                id = xml.Value;
            }
        }
        xml.MoveToElement();
        return id;
    }
}
