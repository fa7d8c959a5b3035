using System.Globalization;
using System.Xml;

namespace Rabta.Sheets;

/// <summary>Reads a list from a file told by its content, never by its name.</summary>
/// <remarks>Own code: ADR 17 says which libraries failed, and how. README.md beside it shows the path through the readers.</remarks>
public static class SheetReader
{
    /// <summary>Reads the first visible sheet that has a row for which <paramref name="looksLikeHeadings"/> holds.</summary>
    public static SheetReading Read(
        Stream stream,
        string file,
        Func<IReadOnlyList<string>, bool> looksLikeHeadings,
        SheetLimits? limits = null
    )
    {
        ArgumentNullException.ThrowIfNull(stream);
        limits ??= SheetLimits.Usual;
        try
        {
            var bytes = BytesOf(stream, limits);
            var sheet = FileKinds.Of(bytes) switch
            {
                FileKind.Workbook => Workbook.Read(bytes, file, looksLikeHeadings, limits),
                FileKind.Text => CsvSheet.Read(bytes, file, looksLikeHeadings, limits),
                var kind => throw new SheetRefusedException(FileKinds.RefusalOf(kind), null),
            };
            return new SheetReading(sheet, null);
        }
        catch (SheetRefusedException refused)
        {
            return new SheetReading(null, refused.Problem);
        }
        catch (Exception broken)
            when (broken
                    is InvalidDataException
                        or XmlException
                        or EndOfStreamException
                        or NotSupportedException
                        or FormatException
                        or OverflowException
                        or ArgumentException
            )
        {
            return new SheetReading(null, new SheetProblem(SheetProblemCode.Damaged, null, null, []));
        }
    }

    private static byte[] BytesOf(Stream stream, SheetLimits limits)
    {
        if (stream.CanSeek && stream.Length - stream.Position > limits.FileBytes)
        {
            throw TooBig(limits);
        }
        using var copy = new MemoryStream(stream.CanSeek ? (int)(stream.Length - stream.Position) : 0);
        var buffer = new byte[81_920];
        for (int read; (read = stream.Read(buffer, 0, buffer.Length)) > 0; )
        {
            if (copy.Length + read > limits.FileBytes)
            {
                throw TooBig(limits);
            }
            copy.Write(buffer, 0, read);
        }
        return copy.Capacity == copy.Length ? copy.GetBuffer() : copy.ToArray();
    }

    private static SheetRefusedException TooBig(SheetLimits limits) => new(SheetProblemCode.FileTooBig, null, Megabytes(limits.FileBytes));

    internal static string Megabytes(long bytes) => (bytes / (1024 * 1024)).ToString(CultureInfo.InvariantCulture);

    internal static string Digits(int number) => number.ToString(CultureInfo.InvariantCulture);
}
