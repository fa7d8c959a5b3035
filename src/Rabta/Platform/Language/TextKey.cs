using System.Text;

namespace Rabta.Platform.Language;

/// <summary>How typed texts are compared, in all languages the one way. What was typed is kept beside.</summary>
public static class TextKey
{
    /// <summary>Two texts are the same where their keys are: case, blanks, Arabic letters and digits do not matter.</summary>
    public static string Of(string text)
    {
        var key = new StringBuilder(text.Length);
        foreach (var c in Ascii.IsValid(text) ? text : text.Normalize(NormalizationForm.FormKC))
        {
            if (IsInvisible(c))
            {
                continue;
            }
            if (!char.IsWhiteSpace(c))
            {
                key.Append(Folded(c));
            }
            else if (key.Length > 0 && key[^1] != ' ')
            {
                key.Append(' ');
            }
        }
        return key.ToString().TrimEnd().ToUpperInvariant();
    }

    internal static bool IsInvisible(char c) =>
        c
            is '\u00AD'
                or '\u061C'
                or '\uFEFF'
                or (>= '\u200B' and <= '\u200F')
                or (>= '\u202A' and <= '\u202E')
                or (>= '\u2060' and <= '\u2069');

    private static char Folded(char c) =>
        c switch
        {
            'ي' or 'ى' => 'ی',
            'ك' => 'ک',
            'ه' => 'ہ',
            >= '\u0660' and <= '\u0669' => (char)(c - '\u0660' + '0'),
            >= '\u06F0' and <= '\u06F9' => (char)(c - '\u06F0' + '0'),
            _ => c,
        };
}
