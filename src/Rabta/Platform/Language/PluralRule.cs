namespace Rabta.Platform.Language;

/// <summary>The six forms that a sentence with a number can have (CLDR).</summary>
public enum PluralForm
{
    Zero,
    One,
    Two,
    Few,
    Many,
    Other,
}

/// <summary>Which form goes with a whole number. The rules of all languages: cldr.unicode.org, "Language Plural Rules", cardinal.</summary>
public sealed class PluralRule(Func<int, PluralForm> form)
{
    /// <summary>1 differs from all others: English, Urdu, German.</summary>
    public static readonly PluralRule OneAndOther = new(n => n == 1 ? PluralForm.One : PluralForm.Other);

    /// <summary>No number changes the sentence: Malay, Chinese.</summary>
    public static readonly PluralRule OnlyOther = new(_ => PluralForm.Other);

    // No rule looks further back than the last two digits and whether the number is zero, one or two by itself.
    private const int Enough = 400;

    /// <summary>The forms it can answer: exactly those the language's texts must have.</summary>
    public IReadOnlyList<PluralForm> Forms { get; } = [.. Enumerable.Range(0, Enough).Select(form).Distinct().Order()];

    public PluralForm Of(int count) => form(Math.Abs(count));
}
