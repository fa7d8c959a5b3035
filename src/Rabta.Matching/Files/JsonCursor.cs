using System.Text.Json;

namespace Rabta.Matching.Files;

/// <summary>Reads a whole JSON text token by token and knows where it is, so that whatever is wrong can be pointed at.</summary>
/// <remarks>Nothing is built that the caller does not keep: a file of a gigabyte costs no more than its own bytes.</remarks>
internal ref struct JsonCursor(ReadOnlySpan<byte> text)
{
    /// <summary>Ids and keys are repeated in messages, so they can't be of any length.</summary>
    public const int MostIdBytes = 1000;

    private Utf8JsonReader _reader = new(text, new JsonReaderOptions { MaxDepth = 16 });
    private readonly List<object> _path = [];

    private const string HalfACharacter = "An escape here stands for half a character. Write the character whole.";

    public readonly JsonTokenType Token => _reader.TokenType;
    public readonly string At => Pointer.Of(_path);

    public bool Read()
    {
        try
        {
            return _reader.Read();
        }
        catch (JsonException wrong)
        {
            throw FileErrorException.Bad(
                "This is not JSON as this command reads it (RFC 8259, at most 16 deep). Correct it where it is pointed at.",
                $"line {(wrong.LineNumber ?? 0) + 1}, column {(wrong.BytePositionInLine ?? 0) + 1}"
            );
        }
    }

    public readonly void Push(object part) => _path.Add(part);

    public readonly void Pop() => _path.RemoveAt(_path.Count - 1);

    public readonly FileErrorException Wrong(string expected) => FileErrorException.Bad($"{expected} is expected here.", At);

    /// <summary>Steps into an object and gives its keys one by one; the value is the current token at each.</summary>
    public bool NextKey(out string key)
    {
        Read();
        key = "";
        if (_reader.TokenType == JsonTokenType.EndObject)
            return false;
        key = Text();
        _path.Add(key);
        Read();
        return true;
    }

    /// <summary>Steps to the next element of an array; false at its end.</summary>
    public bool NextElement()
    {
        Read();
        return _reader.TokenType != JsonTokenType.EndArray;
    }

    public readonly void Expect(JsonTokenType token, string expected)
    {
        if (_reader.TokenType != token)
            throw Wrong(expected);
    }

    /// <summary>The current string or key.</summary>
    public readonly string Text()
    {
        if (_reader.ValueSpan.Length > MostIdBytes)
            throw FileErrorException.Bad($"An id or key has at most {MostIdBytes} bytes.", At);
        try
        {
            return _reader.GetString()!;
        }
        catch (InvalidOperationException)
        {
            throw FileErrorException.Bad(HalfACharacter, At);
        }
    }

    /// <summary>An id, looked up without making a string of it where it is known.</summary>
    public readonly int Id(IdPool pool, string expected)
    {
        Expect(JsonTokenType.String, expected);
        if (_reader.ValueSpan.Length > MostIdBytes || _reader.ValueIsEscaped)
            return pool.Of(Text());
        Span<char> letters = stackalloc char[MostIdBytes];
        return pool.Of(letters[.._reader.CopyString(letters)]);
    }

    /// <summary>A whole number, however it is written (2, 2.0, 2e0); null where the number is not whole or does not fit.</summary>
    public readonly long? Whole(string expected)
    {
        Expect(JsonTokenType.Number, expected);
        if (_reader.TryGetInt64(out var whole))
            return whole;
        return _reader.TryGetDouble(out var number) && number == Math.Floor(number) && Math.Abs(number) < 9e15 ? (long)number : null;
    }

    /// <summary>A whole number of 64 bits, with a sign or without: a result tells it without.</summary>
    public readonly ulong Seed()
    {
        const string expected = "A whole number of at most 64 bits";
        Expect(JsonTokenType.Number, expected);
        return _reader.TryGetUInt64(out var seed) ? seed : unchecked((ulong)(Whole(expected) ?? throw Wrong(expected)));
    }

    /// <summary>Any number that fits.</summary>
    public readonly decimal Number(string expected)
    {
        Expect(JsonTokenType.Number, expected);
        return _reader.TryGetDecimal(out var number) && Math.Abs(number) <= 1_000_000_000_000m
            ? number
            : throw FileErrorException.Bad("A number between -10^12 and 10^12 is expected here.", At);
    }

    public void Skip()
    {
        if (_reader.TokenType is not (JsonTokenType.StartObject or JsonTokenType.StartArray))
            return;
        var depth = _reader.CurrentDepth;
        do Read();
        while (_reader.CurrentDepth > depth);
    }
}

/// <summary>Every id once, as a number.</summary>
internal sealed class IdPool
{
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _bySpan;
    private readonly List<string> _names = [];

    public IdPool() => _bySpan = _numbers.GetAlternateLookup<ReadOnlySpan<char>>();

    public int Count => _names.Count;

    public string this[int number] => _names[number];

    public int Of(ReadOnlySpan<char> id)
    {
        if (_bySpan.TryGetValue(id, out var number))
            return number;
        _bySpan[id] = _names.Count;
        _names.Add(id.ToString());
        return _names.Count - 1;
    }
}
