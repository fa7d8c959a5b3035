namespace Rabta.Platform.Language;

/// <summary>What can be told of a text by its letters alone.</summary>
public static class Script
{
    /// <summary>It has letters that run from the right: Hebrew, Arabic and all that are written in their scripts.</summary>
    public static bool IsRightToLeft(string text) => text.Any(c => c is >= '\u0590' and <= '\u08FF');

    /// <summary>Its letters join into one shape where they stand side by side.</summary>
    public static bool Joins(string text) => text.Any(c => c is >= '\u0600' and <= '\u06FF');
}
