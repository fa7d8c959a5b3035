using System.Globalization;

namespace Rabta.Platform.Language;

/// <summary>The languages of the product. CONTRIBUTING.md says what a third one would need beside a line here.</summary>
public static class Languages
{
    public const string Cookie = "rabta-language";
    public static readonly CultureInfo English = CultureInfo.GetCultureInfo("en");
    public static readonly CultureInfo Urdu = CultureInfo.GetCultureInfo("ur");

    /// <summary>Not a language: English in brackets, so that a text that came from nowhere shows.</summary>
    public static readonly CultureInfo Pseudo = CultureInfo.GetCultureInfo("qps-ploc");

    public static readonly IReadOnlyList<CultureInfo> All = [English, Urdu];

    public static CultureInfo? Find(string? tag, bool pseudo = false) =>
        All.FirstOrDefault(l => string.Equals(l.Name, tag, StringComparison.OrdinalIgnoreCase))
        ?? (pseudo && string.Equals(tag, Pseudo.Name, StringComparison.OrdinalIgnoreCase) ? Pseudo : null);

    /// <summary>What its readers call it: the one word of a page that is not in the page's language.</summary>
    public static string OwnName(this CultureInfo language) => language.Name == Urdu.Name ? "اردو" : "English";

    public static bool IsPseudo(this CultureInfo culture) => culture.Name.StartsWith("qps", StringComparison.OrdinalIgnoreCase);

    /// <summary>Runs in another language: a mail for someone who reads Urdu, sent by someone who reads English.</summary>
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
