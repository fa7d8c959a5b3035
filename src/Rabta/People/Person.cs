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
    private Person() { }

    public Person(string name, string? address, PersonId? id = null)
    {
        Id = id ?? Ids.New<PersonId>();
        Name = name;
        MoveTo(address);
    }

    public PersonId Id { get; private set; }
    public InstitutionId InstitutionId { get; private set; }

    [SeenBy(Audience.Partner, Audience.Choosing, Audience.Staff)]
    public string Name { get; set; } = "";

    /// <summary>The name in the other script.</summary>
    [SeenBy(Audience.Partner, Audience.Choosing, Audience.Staff)]
    public string? NameUrdu { get; set; }

    [SeenBy(Audience.Staff)]
    public string? Address { get; private set; }

    /// <summary>The address as compared: unique in the institution, not in the world.</summary>
    [SeenBy(Audience.Nobody)]
    public string? AddressKey { get; private set; }

    /// <summary>Roll or staff number, as written.</summary>
    [SeenBy(Audience.Staff)]
    public string? Number { get; set; }

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

    public Instant? FirstSignedIn { get; set; }

    /// <summary>When they looked at what the college gave about them and said it is right.</summary>
    public Instant? ConfirmedAt { get; set; }

    public bool IsStaff => Duties.HasFlag(Duties.Coordinator);

    public string NameIn(CultureInfo culture) => People.Name.In(culture, Name, NameUrdu);

    public void MoveTo(string? address)
    {
        Address = string.IsNullOrWhiteSpace(address) ? null : address.Trim();
        AddressKey = KeyOf(Address);
    }

    /// <summary>How addresses are compared: without case.</summary>
    public static string? KeyOf(string? address) => address?.Trim().ToLowerInvariant();
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
    NameUrdu = 2,
    Phone = 4,
    About = 8,
    Hopes = 16,
    Answers = 32,
    Wishes = 64,
}

/// <summary>A name in the reader's script, where there is one.</summary>
public static class Name
{
    public static string In(CultureInfo culture, string name, string? urdu) =>
        culture.TwoLetterISOLanguageName == Languages.Urdu.Name && !string.IsNullOrWhiteSpace(urdu) ? urdu : name;

    public static string Here(string name, string? urdu) => In(CultureInfo.CurrentUICulture, name, urdu);
}
