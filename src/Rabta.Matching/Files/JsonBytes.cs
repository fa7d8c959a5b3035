using System.Buffers;
using System.Text.Unicode;

namespace Rabta.Matching.Files;

/// <summary>What is asked of bytes before they are read as JSON.</summary>
internal static class JsonBytes
{
    /// <summary>The text without a byte order mark.</summary>
    /// <exception cref="FileErrorException">It is not UTF-8, as JSON has to be (RFC 8259).</exception>
    public static ReadOnlySpan<byte> Text(ReadOnlySpan<byte> bytes)
    {
        var text = bytes.StartsWith("\uFEFF"u8) ? bytes[3..] : bytes;
        if (Utf8.IsValid(text))
            return text;
        var good = text[..FirstBad(text)];
        throw FileErrorException.Bad(
            "This is not UTF-8. Save the file as UTF-8.",
            $"line {good.Count((byte)'\n') + 1}, column {good.Length - good.LastIndexOf((byte)'\n')}"
        );
    }

    private static int FirstBad(ReadOnlySpan<byte> text)
    {
        var letters = new char[4096];
        for (var at = 0; ; )
        {
            var status = Utf8.ToUtf16(text[at..], letters, out var read, out _, replaceInvalidSequences: false);
            at += read;
            if (status != OperationStatus.DestinationTooSmall)
                return at;
        }
    }
}
