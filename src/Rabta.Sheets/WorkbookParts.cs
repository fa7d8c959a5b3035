using System.IO.Compression;
using System.Xml;

namespace Rabta.Sheets;

/// <summary>The parts inside an .xlsx and how they refer to each other. Nothing outside the file is ever opened.</summary>
internal sealed class WorkbookParts : IDisposable
{
    private const int MostEntries = 10_000;
    private readonly ZipArchive _zip;
    private readonly UnfoldingBudget _budget;
    private readonly Dictionary<string, ZipArchiveEntry> _entries = new(StringComparer.OrdinalIgnoreCase);

    public WorkbookParts(byte[] bytes, SheetLimits limits)
    {
        _zip = new ZipArchive(new MemoryStream(bytes, writable: false), ZipArchiveMode.Read);
        _budget = new UnfoldingBudget(limits.UnfoldedBytes);
        if (_zip.Entries.Count > MostEntries)
        {
            throw new InvalidDataException();
        }
        long announced = 0;
        foreach (var entry in _zip.Entries)
        {
            announced += Math.Max(entry.Length, 0);
            _entries.TryAdd(entry.FullName.Replace('\\', '/').TrimStart('/'), entry);
        }
        if (announced > limits.UnfoldedBytes)
        {
            throw new SheetRefusedException(SheetProblemCode.UnfoldsTooBig, null, SheetReader.Megabytes(limits.UnfoldedBytes));
        }
    }

    public bool Has(string part) => _entries.ContainsKey(part);

    public XmlReader Open(string part)
    {
        if (!_entries.TryGetValue(part, out var entry))
        {
            throw new InvalidDataException();
        }
        return XmlReader.Create(
            new BoundedStream(entry.Open(), _budget),
            new XmlReaderSettings
            {
                DtdProcessing = DtdProcessing.Prohibit,
                XmlResolver = null,
                IgnoreComments = true,
                IgnoreProcessingInstructions = true,
                CloseInput = true,
            }
        );
    }

    /// <summary>What a part points to, by id. Types are compared by their last word: Strict Open XML has other addresses.</summary>
    public Dictionary<string, (string Type, string Target, bool IsOutside)> RelationsOf(string part)
    {
        var relations = new Dictionary<string, (string, string, bool)>(StringComparer.Ordinal);
        var slash = part.LastIndexOf('/');
        var folder = part[..(slash + 1)];
        var list = $"{folder}_rels/{part[(slash + 1)..]}.rels";
        if (!Has(list))
        {
            return relations;
        }
        using var xml = Open(list);
        while (xml.ReadShallow())
        {
            if (xml.NodeType != XmlNodeType.Element || xml.LocalName != "Relationship")
            {
                continue;
            }
            if (xml.GetAttribute("Id") is not { } id || xml.GetAttribute("Target") is not { } target)
            {
                continue;
            }
            var type = xml.GetAttribute("Type") ?? "";
            var isOutside = xml.GetAttribute("TargetMode") == "External";
            relations[id] = (type[(type.LastIndexOf('/') + 1)..], isOutside ? target : Inside(folder, target), isOutside);
        }
        return relations;
    }

    public void Dispose() => _zip.Dispose();

    private static string Inside(string folder, string target)
    {
        var path = target.Replace('\\', '/');
        var whole = path.StartsWith('/') ? path : folder + path;
        var steps = new List<string>();
        foreach (var step in whole.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (step == "." || (step == ".." && steps.Count == 0))
            {
                continue;
            }
            if (step == "..")
            {
                steps.RemoveAt(steps.Count - 1);
            }
            else
            {
                steps.Add(step);
            }
        }
        return string.Join('/', steps);
    }
}

/// <summary>Reads on, but not down: a worksheet is flat, and twenty million open elements would fill the memory.</summary>
internal static class ShallowXml
{
    private const int Deepest = 64;

    public static bool ReadShallow(this XmlReader xml)
    {
        var more = xml.Read();
        return xml.Depth <= Deepest ? more : throw new InvalidDataException();
    }
}
