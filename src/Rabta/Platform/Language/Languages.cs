using System.Globalization;

namespace Rabta.Platform.Language;

/// <summary>The languages of this composition, in order.</summary>
/// <remarks>
/// The first is the one the modules' texts are written in. A person's or browser's wish that is not in the list falls back to it.
/// </remarks>
public sealed class Languages(params IReadOnlyList<Language> all)
{
    public const string Cookie = "rabta-language";

    /// <summary>Not a language: the first one in brackets, so that a text that came from nowhere shows.</summary>
    public static readonly CultureInfo Pseudo = CultureInfo.GetCultureInfo("qps-ploc");

    public IReadOnlyList<Language> All { get; } = all;

    public Language First => All[0];

    /// <summary>The line of this language, or the first one: the pseudo-language and a machine's own setting have none.</summary>
    public Language Of(CultureInfo culture) => Find(culture.Name) ?? First;

    public Language? Find(string? tag) => All.FirstOrDefault(l => string.Equals(l.Tag, tag, StringComparison.OrdinalIgnoreCase));

    public CultureInfo? Culture(string? tag, bool pseudo = false) =>
        Find(tag)?.Culture ?? (pseudo && string.Equals(tag, Pseudo.Name, StringComparison.OrdinalIgnoreCase) ? Pseudo : null);

    /// <summary>The language that a text is taken to be in where nobody says so: the first that runs in the text's direction.</summary>
    /// <remarks>Script alone can't tell Arabic from Persian. Whoever composes the list names the likelier one first.</remarks>
    public Language Guess(string text) => All.FirstOrDefault(l => l.IsRightToLeft == Script.IsRightToLeft(text)) ?? First;

    /// <summary>What somebody wrote without saying in which language.</summary>
    public Several Written(string text) => Several.Of((Guess(text).Tag, text));

    /// <summary>The same said in every language: kept by rows whose reader may have any.</summary>
    public Several Each(Func<string?> say) => Several.Of([.. All.Select(l => (l.Tag, In(l.Culture, say)))]);

    /// <summary>Runs in another language: a mail for a person who reads one, sent by a person who reads another.</summary>
    public static T In<T>(CultureInfo culture, Func<T> make)
    {
        var before = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = culture;
        try
        {
            return make();
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }
}

public static class Cultures
{
    public static bool IsPseudo(this CultureInfo culture) => culture.Name.StartsWith("qps", StringComparison.OrdinalIgnoreCase);

    /// <summary>As the attribute <c>dir</c> says it.</summary>
    public static string Direction(this CultureInfo culture) => culture.TextInfo.IsRightToLeft ? "rtl" : "ltr";
}
