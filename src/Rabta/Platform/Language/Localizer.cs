using System.Globalization;
using System.Resources;
using Microsoft.Extensions.Localization;

namespace Rabta.Platform.Language;

/// <summary>Texts of one module, in the language of the reader; in brackets in the pseudo-language.</summary>
/// <remarks>A key that is missing throws: a page without its text is a fault that a test must see, not a key that a person reads.</remarks>
public sealed class Localizer<TTexts> : IStringLocalizer<TTexts>
{
    private static readonly ResourceManager Resources = new(typeof(TTexts).FullName!, typeof(TTexts).Assembly);

    public LocalizedString this[string name] => new(name, Find(name));

    public LocalizedString this[string name, params object[] arguments] =>
        new(name, string.Format(CultureInfo.InvariantCulture, Find(name), arguments));

    public IEnumerable<LocalizedString> GetAllStrings(bool includeParentCultures) =>
        throw new NotSupportedException("Texts are asked for one at a time.");

    private static string Find(string name)
    {
        var culture = CultureInfo.CurrentUICulture;
        var text =
            Resources.GetString(name, culture.IsPseudo() ? Languages.English : culture)
            ?? throw new MissingManifestResourceException($"{typeof(TTexts).FullName} has no text '{name}'.");
        return culture.IsPseudo() ? $"[{text}]" : text;
    }
}

public static class TextsOfModules
{
    /// <summary>The texts of a module known only by its marker type: a notice and a bar item carry theirs with them.</summary>
    public static IStringLocalizer TextsOf(this IServiceProvider services, Type marker) =>
        (IStringLocalizer)services.GetRequiredService(typeof(IStringLocalizer<>).MakeGenericType(marker));
}

public static class Plurals
{
    /// <summary>One rule serves English and Urdu: 1 is "one", all else "other". The number is {0}.</summary>
    public static string Plural(this IStringLocalizer texts, string key, int count, params object[] more) =>
        texts[Key(key, count), [count, .. more]];

    public static string Key(string key, int count) => $"{key}.{(count == 1 ? "one" : "other")}";
}
