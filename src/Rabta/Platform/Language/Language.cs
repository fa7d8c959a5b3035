using System.Globalization;
using System.Reflection;

namespace Rabta.Platform.Language;

/// <summary>A language that pages and mails can be read in: one line of the composition.</summary>
/// <param name="tag">As browsers name it, for example <c>pt-BR</c>. It tells the direction and names the files with the texts.</param>
/// <param name="ownName">What its readers call it: the one word of a page that is not in the page's language.</param>
/// <param name="plural">Which form of a sentence goes with a number.</param>
public sealed class Language(string tag, string ownName, PluralRule plural)
{
    public string Tag => tag;
    public string OwnName => ownName;
    public PluralRule Plural => plural;
    public CultureInfo Culture => field ??= Made();

    /// <summary>Numbers in sentences and times are written in the language's own digits.</summary>
    public bool OwnDigits { get; init; }

    /// <summary>Where its texts are, if not beside the modules.</summary>
    public TextsElsewhere? Texts { get; init; }

    public bool IsRightToLeft => Culture.TextInfo.IsRightToLeft;

    private CultureInfo Made()
    {
        var culture = (CultureInfo)CultureInfo.GetCultureInfo(Tag).Clone();
        culture.NumberFormat.DigitSubstitution = OwnDigits ? DigitShapes.NativeNational : DigitShapes.None;
        return CultureInfo.ReadOnly(culture);
    }
}

/// <summary>Texts that another program brings: a file a module, <c>Rabta.Goals.Texts.resx</c>, in a folder of its own.</summary>
/// <param name="Folder">The folder as resources are named: <c>My.Program.Arabic</c>.</param>
public sealed record TextsElsewhere(Assembly Assembly, string Folder);
