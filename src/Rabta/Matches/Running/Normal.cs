using System.Text;

namespace Rabta.Matches.Running;

/// <summary>How answers are compared: without case, blanks as one, Arabic letters as the Urdu ones, every digit as a Latin one.</summary>
public static class Normal
{
    public static string Of(string written)
    {
        var text = new StringBuilder(written.Length);
        foreach (var letter in written.Trim())
        {
            if (!char.IsWhiteSpace(letter)) text.Append(Letter(letter));
            else if (text[^1] != ' ') text.Append(' ');
        }
        return text.ToString().ToUpperInvariant();
    }

    private static char Letter(char letter) => letter switch
    {
        'ي' or 'ى' => 'ی',
        'ك' => 'ک',
        >= '\u0660' and <= '\u0669' => (char)('0' + (letter - '\u0660')),
        >= '\u06F0' and <= '\u06F9' => (char)('0' + (letter - '\u06F0')),
        _ => letter,
    };
}
