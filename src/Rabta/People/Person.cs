using System.Globalization;
using NodaTime;
using Rabta.Platform.Access;
using Rabta.Platform.Database;
using Rabta.Platform.Institutions;
using Rabta.Platform.Language;

namespace Rabta.People;

/// <summary>What someone does for the institution, beside being a mentor or mentee.</summary>
[Flags]
public enum Duties
{
    None = 0,
    Coordinator = 1,
}

/// <summary>A human of an institution. A person is not an account and may have none; a person may have several enrolments.</summary>
[SeenBy(Audience.Staff)]
public sealed class Person : IBelongToInstitution
{
    /// <summary>Hides people who were merged into others; only an undo looks past it.</summary>
    public const string MergedFilter = "merged";

    private string _name = "";
    private string? _number;
    private Several _names = Several.Nothing;

    private Person() { }

    public Person(string name, string? address, PersonId? id = null)
    {
        Id = id ?? Ids.New<PersonId>();
        Name = name;
        MoveTo(address);
    }

    public PersonId Id { get; private set; }
    public InstitutionId InstitutionId { get; private set; }

    /// <summary>The name as the institution writes it.</summary>
    [SeenBy(Audience.Partner, Audience.Choosing, Audience.Staff)]
    public string Name
    {
        get => _name;
        set => (_name, NameKeys) = (value, KeysOf(value, _names));
    }

    /// <summary>The name as other languages write it.</summary>
    [SeenBy(Audience.Partner, Audience.Choosing, Audience.Staff)]
    public Several Names
    {
        get => _names;
        set => (_names, NameKeys) = (value, KeysOf(_name, value));
    }

    /// <summary>All names as compared, one a line: what a person is searched by.</summary>
    [SeenBy(Audience.Nobody)]
    public string NameKeys { get; private set; } = "";

    [SeenBy(Audience.Staff)]
    public string? Address { get; private set; }

    /// <summary>
    /// The name under which a list last brought them. They or staff may have changed it since: the list still means them.
    /// </summary>
    [SeenBy(Audience.Nobody)]
    public string? ListedName { get; set; }

    /// <summary>The address as compared: unique in the institution, not in the world.</summary>
    [SeenBy(Audience.Nobody)]
    public string? AddressKey { get; private set; }

    /// <summary>Roll or staff number, as written.</summary>
    [SeenBy(Audience.Staff)]
    public string? Number
    {
        get => _number;
        set => (_number, NumberKey) = (value, value is null ? null : TextKey.Of(value));
    }

    /// <summary>The number as compared.</summary>
    [SeenBy(Audience.Nobody)]
    public string? NumberKey { get; private set; }

    /// <summary>As written. A partner sees it only while it is shared with them.</summary>
    [SeenBy(Audience.Partner, Audience.Staff)]
    public string? Phone { get; set; }

    [SeenBy(Audience.Partner, Audience.Choosing, Audience.Staff)]
    public string? About { get; set; }

    [SeenBy(Audience.Partner, Audience.Choosing, Audience.Staff)]
    public string? Hopes { get; set; }

    /// <summary>What a partner may see of this person.</summary>
    [SeenBy(Audience.Self)]
    public Shown Shown { get; set; } = Shown.About | Shown.Hopes;

    /// <summary>Fields the person has corrected: a later import leaves them alone.</summary>
    [SeenBy(Audience.Self, Audience.Staff)]
    public Corrected Corrected { get; set; }

    public Duties Duties { get; set; }

    /// <summary>The language of mails to them; unknown until they have chosen one.</summary>
    [SeenBy(Audience.Staff)]
    public string? Language { get; set; }

    /// <summary>An IANA time zone; the institution's where none is set.</summary>
    [SeenBy(Audience.Self)]
    public string? Zone { get; set; }

    /// <summary>
    /// Until this moment they are away: they get no new mentee or mentor, and nothing is asked of them. Null, or past: they are here.
    /// </summary>
    [SeenBy(Audience.Partner, Audience.Staff)]
    public Instant? AwayUntil { get; set; }

    public bool IsAway(Instant now) => AwayUntil > now;

    /// <summary>This row and another were one person, who goes on there.</summary>
    [SeenBy(Audience.Nobody)]
    public PersonId? MergedInto { get; set; }

    public Instant? FirstSignedIn { get; set; }

    /// <summary>When they looked at what the college gave about them and said it is right.</summary>
    public Instant? ConfirmedAt { get; set; }

    public bool IsStaff => Duties.HasFlag(Duties.Coordinator);

    /// <summary>One of their names is this one, however it is typed.</summary>
    public bool IsCalled(string name) => NameKeys.Contains(WholeKey(TextKey.Of(name)), StringComparison.Ordinal);

    /// <summary>For a sentence that is read in any language.</summary>
    public Several EveryName => Names.With("", Name);

    public string NameIn(CultureInfo culture) => People.Name.In(culture, Name, Names);

    /// <summary>In the language of who reads.</summary>
    public string DisplayName => NameIn(CultureInfo.CurrentUICulture);

    /// <summary>A whole name among <see cref="NameKeys"/>.</summary>
    public static string WholeKey(string key) => $"\n{key}\n";

    /// <summary>Computes the keys anew, for a row from before there were any.</summary>
    internal void KeepKeys() => (NameKeys, NumberKey) = (KeysOf(_name, _names), _number is null ? null : TextKey.Of(_number));

    private static string KeysOf(string name, Several names) =>
        WholeKey(string.Join('\n', names.Texts.Values.Prepend(name).Select(TextKey.Of).Where(key => key.Length > 0).Distinct()));

    public void MoveTo(string? address)
    {
        Address = Values.Trimmed(address);
        AddressKey = KeyOf(Address);
    }

    /// <summary>How addresses are compared: without case, letters in one composition, domains in the one form that travels.</summary>
    public static string? KeyOf(string? address)
    {
        var key = address?.Trim().ToLowerInvariant();
        if (key is null || System.Text.Ascii.IsValid(key))
            return key;
        key = key.Normalize(System.Text.NormalizationForm.FormC);
        var at = key.LastIndexOf('@');
        return at < 0 ? key : key[..(at + 1)] + MailAddress.DomainOf(key[(at + 1)..]);
    }
}

/// <summary>What a partner may see beyond the name, and whether those who look for one may see it too.</summary>
[Flags]
public enum Shown
{
    Nothing = 0,
    About = 1,
    Hopes = 2,
    ToThoseWhoChoose = 4,
}

[Flags]
public enum Corrected
{
    Nothing = 0,
    Name = 1,
    Names = 2,
    Phone = 4,
    About = 8,
    Hopes = 16,
    Answers = 32,
    Wishes = 64,
    Number = 128,
}

/// <summary>A name as the reader's language writes it, where that is known.</summary>
public static class Name
{
    public static string In(CultureInfo culture, string name, Several names) =>
        names.Only(culture.Name) is { Length: > 0 } own ? own : name;

    public static string Display(string name, Several names) => In(CultureInfo.CurrentUICulture, name, names);
}
