using System.Globalization;

namespace Rabta.Platform.Language;

/// <summary>Writes numbers in the digits of the reader's language, where its line in the list asks for them.</summary>
public static class Digits
{
    /// <summary>Numbers only: what a person typed keeps its digits.</summary>
    public static object Localized(object value) =>
        value is int or long && IsOwn ? Localized(Convert.ToString(value, CultureInfo.InvariantCulture)!) : value;

    /// <summary>A text of ours that holds digits: a clock time.</summary>
    public static string Localized(string text)
    {
        if (!IsOwn)
            return text;
        var own = CultureInfo.CurrentUICulture.NumberFormat.NativeDigits;
        return string.Concat(text.Select(c => char.IsAsciiDigit(c) ? own[c - '0'] : c.ToString()));
    }

    private static bool IsOwn => CultureInfo.CurrentUICulture.NumberFormat.DigitSubstitution == DigitShapes.NativeNational;
}
