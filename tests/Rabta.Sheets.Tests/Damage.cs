using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;

namespace Rabta.Sheets.Tests;

/// <summary>Spoils files by chance: bytes, parts of a workbook, markup in a part, lengths that an archive states.</summary>
internal sealed partial class Damage(Random chance, IReadOnlyList<byte[]> books, IReadOnlyList<byte[]> lists)
{
    private static readonly string[] Words =
    [
        "",
        "0",
        "-1",
        "00",
        "1e9",
        "1E+308",
        "NaN",
        "∞",
        "2147483647",
        "2147483648",
        "99999999999999999999",
        "0x10",
        "A0",
        "XFD1048576",
        "ZZZZZZZ9",
        "A1:",
        ":",
        "A1:XFD1048576",
        "true",
        "#REF!",
        "_xD800_",
        "_x0000_",
        "&#0;",
        "&lt;",
        "../../x",
        "/",
        "s",
        "inlineStr",
        "\u0000",
        "\uFFFF",
        "'=",
    ];

    private static readonly string[] Pieces =
    [
        "<!DOCTYPE a [<!ENTITY b \"bbbb\"><!ENTITY c \"&b;&b;&b;&b;\">]>",
        "<!DOCTYPE a SYSTEM \"file:///etc/passwd\">",
        "&c;",
        "<![CDATA[x]]>",
        "<!-- -->",
        "<?xml version=\"1.1\"?>",
        "<a>",
        "</a>",
        "</row>",
        "<row>",
        "<c>",
        "<v/>",
        "<is/>",
        "<si/>",
        "<sheetData/>",
        "<xf/>",
        "xmlns:x=\"",
        "\"",
        "<",
        ">",
        "]]>",
    ];

    private static readonly byte[][] Bytes =
    [
        [0],
        [0xFF],
        [0xFF, 0xFE],
        [0xFE, 0xFF],
        [0xEF, 0xBB, 0xBF],
        [0xFF, 0xFE, 0, 0],
        [.. "\""u8],
        [.. "\"\""u8],
        [.. "\r"u8],
        [.. "\r\n"u8],
        [.. ","u8],
        [.. ";;;;"u8],
        [.. "sep="u8],
        [.. "PK\x1\x2"u8],
        [.. "PK\x3\x4"u8],
        [.. "PK\x5\x6"u8],
        [.. "PK\x6\x6"u8],
        [0xED, 0xA0, 0x80],
        [0xC0, 0x80],
        [0, 0xD8],
    ];

    public byte[] Next()
    {
        var book = chance.Next(5) < 3;
        var file = book
            ? chance.Next(3) == 0
                ? (byte[])Any(books).Clone()
                : Rebuilt()
            : (byte[])Any(lists).Clone();
        // A workbook whose parts were spoilt is left whole as an archive most of the time: else nothing ever reads the parts.
        for (var times = book ? chance.Next(3) : 1 + chance.Next(4); times > 0 && file.Length > 0; times--)
            file = Spoilt(file);
        return file;
    }

    private byte[] Spoilt(byte[] file)
    {
        var (at, length) = Piece(file);
        switch (chance.Next(9))
        {
            case 0:
                file[at] ^= (byte)(1 << chance.Next(8));
                return file;
            case 1:
                file[at] = (byte)chance.Next(256);
                return file;
            case 2:
                return file[..at];
            case 3:
                return [.. file[..at], .. file[(at + length)..]];
            case 4:
                return [.. file[..(at + length)], .. file[at..]];
            case 5:
                var other = Any(chance.Next(2) == 0 ? books : lists);
                var (from, taken) = Piece(other);
                return [.. file[..at], .. other[from..(from + taken)], .. file[at..]];
            case 6:
                return [.. file[..at], .. Any(Bytes), .. file[at..]];
            case 7:
                return WithLength(file);
            default:
                chance.NextBytes(file.AsSpan(at, Math.Min(length, 8)));
                return file;
        }
    }

    /// <summary>Another number where an archive states a size or a place; anywhere, in a list.</summary>
    private byte[] WithLength(byte[] file)
    {
        string[] marks = ["PK\x1\x2", "PK\x3\x4", "PK\x5\x6"];
        var mark = file.AsSpan().LastIndexOf(Encoding.Latin1.GetBytes(Any(marks)));
        var at = mark < 0 ? chance.Next(file.Length) : mark + 4 + chance.Next(42);
        uint[] values = [0, 1, 0xFFFF, 0x7FFF_FFFF, 0xFFFF_FFFF, (uint)chance.Next()];
        if (at + 4 <= file.Length)
            BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(at), Any(values));
        return file;
    }

    private byte[] Rebuilt()
    {
        var parts = Files.Parts(Any(books));
        for (var times = 1 + chance.Next(3); times > 0; times--)
        {
            var at = chance.Next(parts.Count);
            var (name, content) = parts[at];
            switch (chance.Next(12))
            {
                case 0:
                    parts.RemoveAt(at);
                    break;
                case 1:
                    parts.Add(parts[at]);
                    break;
                case 2:
                    string[] names = ["../" + name, name.ToUpperInvariant(), name.Replace('/', '\\'), name + "/", "x", " "];
                    parts[at] = (Any(names), content);
                    break;
                case 3:
                    parts[at] = (name, parts[chance.Next(parts.Count)].Content);
                    break;
                case 4 when content.Length > 0:
                    parts[at] = (name, Spoilt((byte[])content.Clone()));
                    break;
                default:
                    parts[at] = (name, Encoding.UTF8.GetBytes(Remarked(Encoding.UTF8.GetString(content))));
                    break;
            }
            if (parts.Count == 0)
                break;
        }
        return Files.Zip(parts, chance.Next(4) == 0 ? CompressionLevel.NoCompression : CompressionLevel.Fastest);
    }

    /// <summary>Markup that is markup still, mostly, and says something else.</summary>
    private string Remarked(string xml)
    {
        var at = chance.Next(xml.Length + 1);
        var elements = Element().Matches(xml);
        var element = elements.Count > 0 ? elements[chance.Next(elements.Count)] : Match.Empty;
        return chance.Next(7) switch
        {
            0 or 1 => Replaced(xml, AttributeValue().Matches(xml), Any(Words)),
            2 => Replaced(xml, Content().Matches(xml), Any(Words)),
            3 => xml.Insert(at, Any(Pieces)),
            4 => xml.Remove(element.Index, element.Length),
            5 => xml.Insert(element.Index + element.Length, Repeated(element.Value)),
            _ => xml.Insert(element.Index, Repeated(chance.Next(2) == 0 ? "<a>" : new string('x', 997))),
        };
    }

    private string Replaced(string xml, MatchCollection found, string by)
    {
        if (found.Count == 0)
            return xml;
        var group = found[chance.Next(found.Count)].Groups[1];
        return xml.Remove(group.Index, group.Length).Insert(group.Index, by);
    }

    private string Repeated(string text) =>
        new StringBuilder().Insert(0, text, chance.Next(20) == 0 ? 3000 : 1 + chance.Next(3)).ToString();

    private (int At, int Length) Piece(byte[] file)
    {
        var at = chance.Next(file.Length);
        return (at, chance.Next(Math.Min(200, file.Length - at)));
    }

    private T Any<T>(IReadOnlyList<T> all) => all[chance.Next(all.Count)];

    [GeneratedRegex("<[^<>]*>")]
    private static partial Regex Element();

    [GeneratedRegex("=\"([^\"<>]*)\"")]
    private static partial Regex AttributeValue();

    [GeneratedRegex(">([^<>]+)<")]
    private static partial Regex Content();
}
