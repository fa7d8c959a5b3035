using System.Globalization;
using Microsoft.Extensions.Localization;
using Rabta.Platform.Language;
using Rabta.Tests.Architecture;

namespace Rabta.Tests.OtherLanguages;

public sealed class InventedTextsTests
{
    public static TheoryData<string> Both => [Invented.Arabic.Tag, Invented.Qaa.Tag];

    [Theory, MemberData(nameof(Both))]
    public void A_language_has_a_file_a_module_with_exactly_its_forms_of_every_plural(string tag)
    {
        var language = Invented.Four.Find(tag)!;
        foreach (var (module, texts) in InventedTexts.Modules())
        {
            var (file, wanted) = (InventedTexts.FileOf(language, module), InventedTexts.FileFor(language, texts));
            // How the files are written: RABTA_DRAW=1 bin/test tests/Rabta.Tests/OtherLanguages
            if (Environment.GetEnvironmentVariable("RABTA_DRAW") == "1")
                File.WriteAllText(file, wanted);
            Assert.True(File.Exists(file), $"{module} has no texts in '{tag}'.");
            Assert.Equal(wanted.Split('\n'), File.ReadAllText(file).Split('\n'));
        }
    }

    [Theory]
    [InlineData(0, "zero")]
    [InlineData(1, "one")]
    [InlineData(2, "two")]
    [InlineData(3, "few")]
    [InlineData(11, "many")]
    [InlineData(100, "other")]
    public void A_sentence_with_a_number_takes_the_form_of_its_language(int count, string form)
    {
        foreach (var (module, texts) in InventedTexts.Modules())
        {
            var type = typeof(Composition).Assembly.GetType(module)!;
            var own = (IStringLocalizer)Activator.CreateInstance(typeof(Localizer<>).MakeGenericType(type), Invented.Four)!;
            foreach (var stem in PluralKeys.Stems(texts.Keys))
            {
                object[] more = ["α", "β", "γ", "δ"];
                Assert.Equal(
                    own.In(Invented.Arabic, $"{stem}.{form}", [count, .. more]),
                    own.In(Invented.Arabic, () => own.Plural(stem, count, more))
                );
                Assert.Equal(
                    own.In(Invented.Qaa, $"{stem}.other", [count, .. more]),
                    own.In(Invented.Qaa, () => own.Plural(stem, count, more))
                );
            }
        }
    }

    [Fact]
    public void A_form_that_a_language_does_not_have_is_missing()
    {
        var texts = new Localizer<Rabta.Goals.Texts>(Invented.Four);

        Assert.Throws<System.Resources.MissingManifestResourceException>(() => texts.In(Invented.Qaa, "goals.open.one", [1]));
        Assert.NotEqual(texts.In(Invented.Arabic, "goals.open.few", [3]), texts.In(Invented.Arabic, "goals.open.many", [3]));
        Assert.Contains("١٢", texts.In(Invented.Arabic, "goals.open.many", [12]), StringComparison.Ordinal);
        Assert.Contains("12", texts.In(Invented.Qaa, "goals.open.other", [12]), StringComparison.Ordinal);
    }
}

file static class Reading
{
    public static string In(this IStringLocalizer texts, Language language, string key, object[] values) =>
        texts.In(language, () => texts[key, values]);

    public static string In(this IStringLocalizer _, Language language, Func<string> say) => Languages.In(language.Culture, say);
}
