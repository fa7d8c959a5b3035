using Rabta.Platform.Language;

namespace Rabta.Tests.OtherLanguages;

/// <summary>Two more languages, as a college would add them: a line each, and a file a module in a folder.</summary>
internal static class Invented
{
    public static readonly Language Arabic = new("ar", "العربية", new(ArabicForm))
    {
        OwnDigits = true,
        Texts = new(typeof(Invented).Assembly, "Rabta.Tests.OtherLanguages.Arabic"),
    };

    public static readonly Language Qaa = new("qaa", "Qaaqaxi", PluralRule.OnlyOther)
    {
        Texts = new(typeof(Invented).Assembly, "Rabta.Tests.OtherLanguages.Qaa"),
    };

    public static readonly Languages Four = new([.. Composition.Languages.All, Arabic, Qaa]);

    /// <summary>The letters that the invented texts are made of. No other text of ours keeps to them.</summary>
    public static string EmailsOf(Language language) => language == Arabic ? "يكهةىإ" : "aeiouqxz";

    private static PluralForm ArabicForm(int n) =>
        n switch
        {
            0 => PluralForm.Zero,
            1 => PluralForm.One,
            2 => PluralForm.Two,
            _ when n % 100 is >= 3 and <= 10 => PluralForm.Few,
            _ when n % 100 is >= 11 => PluralForm.Many,
            _ => PluralForm.Other,
        };
}
