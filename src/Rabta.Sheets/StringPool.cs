using System.Text;

namespace Rabta.Sheets;

/// <summary>Gives equal short texts one string: lists repeat themselves, and 25 million cells must fit in memory.</summary>
internal sealed class StringPool
{
    private const int Longest = 40;
    private const int Most = 50_000;
    private readonly Dictionary<string, string> _known = new(StringComparer.Ordinal);

    public string TextOf(StringBuilder text)
    {
        if (text.Length > Longest)
        {
            return text.ToString();
        }
        Span<char> letters = stackalloc char[Longest];
        text.CopyTo(0, letters, text.Length);
        return TextOf(letters[..text.Length]);
    }

    public string TextOf(ReadOnlySpan<char> letters)
    {
        var spans = _known.GetAlternateLookup<ReadOnlySpan<char>>();
        if (spans.TryGetValue(letters, out var same))
        {
            return same;
        }
        var text = letters.ToString();
        if (_known.Count < Most && text.Length <= Longest)
        {
            _known[text] = text;
        }
        return text;
    }
}
