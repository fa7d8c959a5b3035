using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace Rabta.Sheets;

/// <summary>Finds the encoding of a text file, or that it is no text.</summary>
/// <remarks>
/// No statistical detector: they misname short lists. UTF-16 is looked for before UTF-8,
/// as UTF-16 without a mark passes for UTF-8 with a zero in every value.
/// </remarks>
internal static class TextEncodings
{
    private static readonly SearchValues<byte> Controls = SearchValues.Create([
        0,
        1,
        2,
        3,
        4,
        5,
        6,
        7,
        8,
        14,
        15,
        16,
        17,
        18,
        19,
        20,
        21,
        22,
        23,
        24,
        25,
    ]);

    private static readonly SearchValues<char> ControlCharacters = SearchValues.Create([
        .. Enumerable.Range(0, 26).Where(c => c is < 9 or > 13).Select(c => (char)c),
    ]);

    static TextEncodings() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>The encoding and the length of the mark before the text, or null where the bytes are no text.</summary>
    public static (Encoding Encoding, int Mark)? Of(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith(Encoding.UTF8.Preamble))
        {
            return Utf8.IsValid(bytes) && IsPlain(bytes) ? (Encoding.UTF8, 3) : null;
        }
        if (bytes.StartsWith(Encoding.UTF32.Preamble))
        {
            return HoldsText(bytes[4..], Encoding.UTF32) ? (Encoding.UTF32, 4) : null;
        }
        if (bytes.StartsWith(Encoding.Unicode.Preamble))
        {
            return HoldsText(bytes[2..], Encoding.Unicode) ? (Encoding.Unicode, 2) : null;
        }
        if (bytes.StartsWith(Encoding.BigEndianUnicode.Preamble))
        {
            return HoldsText(bytes[2..], Encoding.BigEndianUnicode) ? (Encoding.BigEndianUnicode, 2) : null;
        }
        if (WideWithoutMark(bytes) is { } wide)
        {
            return HoldsText(bytes, wide) ? (wide, 0) : null;
        }
        if (!IsPlain(bytes))
        {
            return null;
        }
        if (Utf8.IsValid(bytes))
        {
            return (Encoding.UTF8, 0);
        }
        return (Encoding.GetEncoding(IsPlainlyArabicScript(bytes) ? 1256 : 1252), 0);
    }

    private static bool IsPlain(ReadOnlySpan<byte> bytes) => bytes.IndexOfAny(Controls) < 0;

    /// <summary>
    /// The bytes of UTF-16 hold zeros, so the letters are looked at. PostgreSQL stores no zero, and here it would pass for a formula
    /// without result.
    /// </summary>
    private static bool HoldsText(ReadOnlySpan<byte> bytes, Encoding encoding)
    {
        var decoder = encoding.GetDecoder();
        Span<char> text = stackalloc char[4096];
        while (!bytes.IsEmpty)
        {
            decoder.Convert(bytes, text, flush: false, out var used, out var made, out _);
            if (text[..made].IndexOfAny(ControlCharacters) >= 0)
            {
                return false;
            }
            bytes = bytes[used..];
        }
        return true;
    }

    /// <summary>Separators, digits and line ends have a zero half even where every letter is Urdu.</summary>
    private static Encoding? WideWithoutMark(ReadOnlySpan<byte> bytes)
    {
        var sample = bytes[..(Math.Min(bytes.Length, 65_536) & ~1)];
        int first = 0,
            second = 0;
        for (var i = 0; i < sample.Length; i += 2)
        {
            if (sample[i] == 0 && sample[i + 1] == 0)
            {
                return null;
            }
            if (sample[i] == 0)
            {
                first++;
            }
            if (sample[i + 1] == 0)
            {
                second++;
            }
        }
        if (Math.Max(first, second) * 50 < sample.Length / 2 || Math.Min(first, second) * 20 > Math.Max(first, second))
        {
            return null;
        }
        if (first == second)
        {
            return null;
        }
        var encoding = second > first ? Encoding.Unicode : Encoding.BigEndianUnicode;
        return encoding.GetString(sample).All(IsText) ? encoding : null;
    }

    private static bool IsText(char c) => c is '\t' or '\n' or '\r' or '\f' || (!char.IsControl(c) && c < 0xFFFE);

    /// <summary>Arabic script writes whole words above 127; Western accents stand alone among plain letters.</summary>
    private static bool IsPlainlyArabicScript(ReadOnlySpan<byte> bytes)
    {
        int high = 0,
            inWords = 0;
        for (var i = 0; i < bytes.Length; i++)
        {
            if (bytes[i] < 0x80)
            {
                continue;
            }
            var start = i;
            while (i < bytes.Length && bytes[i] >= 0x80)
            {
                i++;
            }
            var (length, letters) = (i - start, LettersOf1256(bytes[start..i]));
            high += length;
            var touchesPlainLetters =
                (start > 0 && char.IsAsciiLetter((char)bytes[start - 1])) || (i < bytes.Length && char.IsAsciiLetter((char)bytes[i]));
            if (letters >= 2 && letters * 10 >= length * 6 && !touchesPlainLetters)
            {
                inWords += length;
            }
        }
        return inWords * 10 >= high * 6;
    }

    private static int LettersOf1256(ReadOnlySpan<byte> run)
    {
        var letters = 0;
        foreach (var b in run)
        {
            if (
                b
                is 0x81
                    or 0x8A
                    or 0x8D
                    or 0x8E
                    or 0x8F
                    or 0x90
                    or 0x98
                    or 0x9A
                    or 0x9F
                    or 0xAA
                    or 0xFF
                    or (>= 0xC0 and <= 0xD6)
                    or (>= 0xD8 and <= 0xDF)
                    or 0xE1
                    or (>= 0xE3 and <= 0xE6)
                    or 0xEC
                    or 0xED
            )
            {
                letters++;
            }
        }
        return letters;
    }
}
