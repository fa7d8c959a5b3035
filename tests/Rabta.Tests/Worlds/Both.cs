using Rabta.Platform.Language;
using Rabta.Programmes.Arranging;

namespace Rabta.Tests.Worlds;

/// <summary>Texts in the two languages of the product, short to write.</summary>
public static class Both
{
    public static readonly DefaultRules Usual = new(Composition.Languages, Texts<Rabta.Programmes.Texts>());

    public static Several Of(string english, string? urdu = null) => Several.Of(("en", english), ("ur", urdu));

    public static Several Urdu(string? urdu) => Several.Of(("ur", urdu));

    /// <summary>The texts of a module, for the languages of the product.</summary>
    public static Localizer<TTexts> Texts<TTexts>() => new(Composition.Languages);
}
