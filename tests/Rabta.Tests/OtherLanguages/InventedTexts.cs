using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Rabta.Platform.Language;
using Rabta.Tests.Architecture;

namespace Rabta.Tests.OtherLanguages;

/// <summary>Makes up the texts of a language from the keys of the modules: a word for each sentence, and what the sentence names.</summary>
internal static partial class InventedTexts
{
    /// <summary>The name of a module's file and the texts of the first language, for every module.</summary>
    public static IEnumerable<(string Name, IReadOnlyDictionary<string, string> Texts)> Modules() =>
        from file in Directory.EnumerateFiles(Path.Combine(Code.Root.FullName, "src", "Rabta"), "*Texts.resx", SearchOption.AllDirectories)
        let name = Path.ChangeExtension(Path.GetRelativePath(Path.Combine(Code.Root.FullName, "src"), file), null).Replace('/', '.')
        let texts = XDocument
            .Load(file)
            .Root!.Elements("data")
            .ToDictionary(d => d.Attribute("name")!.Value, d => d.Element("value")!.Value, StringComparer.Ordinal)
        orderby name
        select (name, (IReadOnlyDictionary<string, string>)texts);

    public static string FileOf(Language language, string module) =>
        Path.Combine(
            Code.Root.FullName,
            "tests/Rabta.Tests/OtherLanguages",
            language == Invented.Arabic ? "Arabic" : "Qaa",
            $"{module}.restext"
        );

    /// <summary>The file of a module as it must be: a line a text, sorted.</summary>
    public static string FileFor(Language language, IReadOnlyDictionary<string, string> texts)
    {
        var keys = PluralKeys.In(texts.Keys, language.Plural);
        if (texts.ContainsKey("language.en"))
            keys = keys.Append($"language.{Invented.Arabic.Tag}").Append($"language.{Invented.Qaa.Tag}");
        return string.Concat(keys.Order(StringComparer.Ordinal).Select(key => $"{key}={Text(language, key, Model(texts, key))}\n"));
    }

    /// <summary>The text it stands for: of a form that the first language lacks, that of all other numbers.</summary>
    private static string Model(IReadOnlyDictionary<string, string> texts, string key) =>
        texts.GetValueOrDefault(key) ?? texts.GetValueOrDefault($"{key[..key.LastIndexOf('.')]}.other", "");

    private static string Text(Language language, string key, string model)
    {
        if (model.Length > 0 && !model.Any(char.IsLetter))
            return language.IsRightToLeft ? model.Replace(',', '،') : model;
        var letters = Invented.EmailsOf(language);
        var word = SHA256.HashData(Encoding.UTF8.GetBytes(key)).Take(6).Select(b => letters[b % letters.Length]);
        return string.Join(' ', Placeholders().Matches(model).Select(m => m.Value).Distinct().Prepend(string.Concat(word)));
    }

    [GeneratedRegex(@"\{\d\}")]
    private static partial Regex Placeholders();
}
