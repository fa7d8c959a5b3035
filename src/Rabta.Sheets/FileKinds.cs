using System.IO.Compression;
using System.Text;

namespace Rabta.Sheets;

internal enum FileKind
{
    Empty,
    Text,
    Workbook,
    Password,
    OldExcel,
    BinaryExcel,
    XmlExcel,
    OpenDocument,
    WebPage,
    Pdf,
    Archive,
    Other,
}

/// <summary>Tells what a file is by its first bytes, and an archive by what lies in it.</summary>
internal static class FileKinds
{
    private static readonly byte[] Compound = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
    private static readonly byte[] SevenZip = [0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C];
    private static readonly byte[] Gzip = [0x1F, 0x8B];

    public static FileKind Of(byte[] bytes)
    {
        var start = bytes.AsSpan();
        if (start.IsEmpty)
        {
            return FileKind.Empty;
        }
        if (start.StartsWith("PK\x3\x4"u8) || start.StartsWith("PK\x5\x6"u8))
        {
            return OfZip(bytes);
        }
        if (start.StartsWith(Compound))
        {
            return OfCompound(start);
        }
        if (start.StartsWith("%PDF"u8))
        {
            return FileKind.Pdf;
        }
        if (start.StartsWith(SevenZip) || start.StartsWith(Gzip) || start.StartsWith("Rar!"u8))
        {
            return FileKind.Archive;
        }
        return FileKind.Text;
    }

    /// <summary>What looked like text may still be a page or an old workbook written as XML.</summary>
    public static FileKind OfText(string head)
    {
        var start = head.TrimStart();
        if (start.StartsWith("MIME-Version:", StringComparison.OrdinalIgnoreCase))
        {
            return FileKind.WebPage;
        }
        if (!start.StartsWith('<'))
        {
            return FileKind.Text;
        }
        if (start.Contains("urn:schemas-microsoft-com:office:spreadsheet", StringComparison.Ordinal))
        {
            return FileKind.XmlExcel;
        }
        if (start.Contains("urn:oasis:names:tc:opendocument", StringComparison.Ordinal))
        {
            return FileKind.OpenDocument;
        }
        string[] marks = ["<html", "<!doctype html", "<table", "<head", "<body", "<meta", "<div", "<style"];
        return marks.Any(mark => start.Contains(mark, StringComparison.OrdinalIgnoreCase)) ? FileKind.WebPage
            : start.StartsWith("<?xml", StringComparison.OrdinalIgnoreCase) ? FileKind.Other
            : FileKind.Text;
    }

    public static SheetProblemCode RefusalOf(FileKind kind) =>
        kind switch
        {
            FileKind.Empty => SheetProblemCode.Empty,
            FileKind.Password => SheetProblemCode.Password,
            FileKind.OldExcel => SheetProblemCode.OldExcel,
            FileKind.BinaryExcel => SheetProblemCode.BinaryExcel,
            FileKind.XmlExcel => SheetProblemCode.XmlExcel,
            FileKind.OpenDocument => SheetProblemCode.OpenDocument,
            FileKind.WebPage => SheetProblemCode.WebPage,
            FileKind.Pdf => SheetProblemCode.Pdf,
            FileKind.Archive => SheetProblemCode.Archive,
            _ => SheetProblemCode.NotASheet,
        };

    private static FileKind OfZip(byte[] bytes)
    {
        using var zip = new ZipArchive(new MemoryStream(bytes, writable: false), ZipArchiveMode.Read);
        var names = zip.Entries.Select(entry => entry.FullName.Replace('\\', '/')).ToHashSet(StringComparer.OrdinalIgnoreCase);
        if (names.Contains("content.xml") && names.Contains("mimetype"))
        {
            return FileKind.OpenDocument;
        }
        if (!names.Contains("[Content_Types].xml"))
        {
            return FileKind.Archive;
        }
        if (names.Contains("word/document.xml") || names.Contains("ppt/presentation.xml"))
        {
            return FileKind.Other;
        }
        return names.Any(name => name.EndsWith("workbook.bin", StringComparison.OrdinalIgnoreCase))
            ? FileKind.BinaryExcel
            : FileKind.Workbook;
    }

    private static FileKind OfCompound(ReadOnlySpan<byte> bytes)
    {
        // The directory, wherever it lies, holds the names of the streams in UTF-16.
        if (bytes.IndexOf(Encoding.Unicode.GetBytes("EncryptedPackage")) >= 0)
        {
            return FileKind.Password;
        }
        return bytes.IndexOf(Encoding.Unicode.GetBytes("Workbook\0")) >= 0 || bytes.IndexOf(Encoding.Unicode.GetBytes("Book\0")) >= 0
            ? FileKind.OldExcel
            : FileKind.Other;
    }
}
