using System.Globalization;
using Rabta.Platform.Language;

namespace Rabta.Platform.Design;

/// <summary>Reads what <see cref="SeveralFields"/> asked for.</summary>
public static class SeveralForm
{
    /// <summary>The name of one field.</summary>
    public static string Called(string names, Language.Language language) =>
        string.Format(CultureInfo.InvariantCulture, names, language.Tag);

    /// <param name="kept">What is stored: its texts in languages that have no field stay.</param>
    public static Several Read(this Languages languages, IFormCollection form, string names, Several? kept = null) =>
        languages.All.Aggregate(
            kept ?? Several.Nothing,
            (texts, language) => texts.With(language.Tag, form[Called(names, language)].ToString().ReplaceLineEndings("\n"))
        );
}
