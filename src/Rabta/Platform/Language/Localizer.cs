using System.Collections.Concurrent;
using System.Globalization;
using System.Resources;
using Microsoft.Extensions.Localization;

namespace Rabta.Platform.Language;

/// <summary>Texts of one module, in the language of the reader; in brackets in the pseudo-language.</summary>
/// <remarks>A key that is missing throws: a page without its text is a fault that a test must see, not a key that a person reads.</remarks>
public sealed class Localizer<TTexts>(Languages languages) : IStringLocalizer<TTexts>, ITexts
{
    private static readonly ResourceManager Resources = new(typeof(TTexts).FullName!, typeof(TTexts).Assembly);
    private readonly ConcurrentDictionary<TextsElsewhere, ResourceManager> _elsewhere = [];

    public LocalizedString this[string name] => new(name, Find(name));

    public LocalizedString this[string name, params object[] arguments] =>
        new(name, string.Format(CultureInfo.InvariantCulture, Find(name), [.. arguments.Select(Digits.Localized)]));

    public IEnumerable<LocalizedString> GetAllStrings(bool includeParentCultures) =>
        throw new NotSupportedException("Texts are asked for one at a time.");

    public string Form(string key, int count)
    {
        var form = languages.Of(CultureInfo.CurrentUICulture).Plural.Of(count);
        return $"{key}.{form.ToString().ToLowerInvariant()}";
    }

    public string? Maybe(string key)
    {
        var culture = CultureInfo.CurrentUICulture;
        var language = languages.Of(culture);
        var text = language.Texts is { } elsewhere
            ? Elsewhere(elsewhere).GetString(key, CultureInfo.InvariantCulture)
            : Resources.GetString(key, language.Culture);
        return culture.IsPseudo() && text is not null ? $"[{text}]" : text;
    }

    private string Find(string name) =>
        Maybe(name)
        ?? throw new MissingManifestResourceException(
            $"{typeof(TTexts).FullName} has no text '{name}' in '{CultureInfo.CurrentUICulture.Name}'."
        );

    private ResourceManager Elsewhere(TextsElsewhere texts) =>
        _elsewhere.GetOrAdd(texts, from => new($"{from.Folder}.{typeof(TTexts).FullName}", from.Assembly));
}

public static class TextsOfModules
{
    /// <summary>What the reader calls a language; where the reader's texts don't name it, what its own readers call it.</summary>
    public static string NameOf(this IStringLocalizer<PlatformTexts> texts, Language language) =>
        ((ITexts)texts).Maybe($"language.{language.Tag}") ?? language.OwnName;

    /// <summary>All of them, as one enumerates.</summary>
    public static string NamesOf(this IStringLocalizer<PlatformTexts> texts, Languages languages) =>
        string.Join(texts["list.comma"] + " ", languages.All.Select(texts.NameOf));

    /// <summary>The texts of a module known only by its marker type: a notice and a bar item carry theirs with them.</summary>
    public static IStringLocalizer TextsOf(this IServiceProvider services, Type marker) =>
        (IStringLocalizer)services.GetRequiredService(typeof(IStringLocalizer<>).MakeGenericType(marker));
}

/// <summary>What our texts can do beside the framework's interface, in the language of the reader.</summary>
public interface ITexts
{
    /// <summary>Nothing where the key is missing.</summary>
    string? Maybe(string key);

    /// <summary>The key with its form: <c>steps.few</c>.</summary>
    string Form(string key, int count);
}

public static class Plurals
{
    /// <summary>The sentence in the form that goes with the number, which is {0}.</summary>
    public static string Plural(this IStringLocalizer texts, string key, int count, params object[] more) =>
        texts[texts.Form(key, count), [count, .. more]];

    public static string Form(this IStringLocalizer texts, string key, int count) => ((ITexts)texts).Form(key, count);
}
