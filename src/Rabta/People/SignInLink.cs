using System.Security.Cryptography;
using System.Text;
using NodaTime;
using Rabta.Platform.Access;
using Rabta.Platform.Database;
using Rabta.Platform.Institutions;

namespace Rabta.People;

public readonly record struct SignInLinkId(Guid Value) : IId<SignInLinkId>
{
    public static SignInLinkId From(Guid value) => new(value);
}

public enum LinkFor
{
    /// <summary>In a mail of the programme: 30 days, once.</summary>
    Invitation,

    /// <summary>Asked for on the sign-in page: 10 minutes, once.</summary>
    Asked,

    /// <summary>On paper, from the coordinator's hand: 14 days, once.</summary>
    Slip,

    /// <summary>Printed by the demo: while it runs, as often as wanted.</summary>
    Demo,
}

/// <summary>One link or code that lets someone in. Only its hash is kept, so nobody who reads the database can use it.</summary>
[SeenBy(Audience.Nobody)]
public sealed class SignInLink : IBelongToInstitution
{
    private SignInLink() { }

    private SignInLink(PersonId person, LinkFor purpose, string secret, Instant now)
    {
        Id = Ids.New<SignInLinkId>();
        PersonId = person;
        Purpose = purpose;
        Hash = HashOf(secret);
        MadeAt = now;
        ExpiresAt = now + Lifetime(purpose);
    }

    public SignInLinkId Id { get; private set; }
    public InstitutionId InstitutionId { get; private set; }
    public PersonId PersonId { get; private set; }
    public LinkFor Purpose { get; private set; }

    [SeenBy(Audience.Nobody)]
    public string Hash { get; private set; } = "";
    public Instant MadeAt { get; private set; }
    public Instant ExpiresAt { get; private set; }
    public Instant? UsedAt { get; private set; }

    /// <summary>Makes the link and hands out its secret, this once.</summary>
    public static (SignInLink Link, string Secret) Make(PersonId person, LinkFor purpose, Instant now)
    {
        var secret =
            purpose == LinkFor.Slip
                ? Code()
                : Convert.ToBase64String(RandomNumberGenerator.GetBytes(24)).Replace('+', '-').Replace('/', '_');
        return (new SignInLink(person, purpose, secret, now), secret);
    }

    public bool IsOpen(Instant now) => now < ExpiresAt && (UsedAt is null || Purpose == LinkFor.Demo);

    public static Duration Lifetime(LinkFor purpose) =>
        purpose switch
        {
            LinkFor.Asked => Duration.FromMinutes(10),
            LinkFor.Slip => Duration.FromDays(14),
            LinkFor.Demo => Duration.FromDays(3650),
            _ => Duration.FromDays(30),
        };

    /// <summary>Codes are typed by hand: case, blanks and dashes don't count.</summary>
    public static string HashOf(string secret)
    {
        var plain = secret.Trim();
        if (plain.Length < 24)
            plain = plain.Replace("-", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant();
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(plain)));
    }

    // 60 bits in letters nobody confuses: no I, L, O, U, 0, 1.
    private static string Code() =>
        string.Join(
            '-',
            Enumerable.Range(0, 3).Select(_ => new string(RandomNumberGenerator.GetItems<char>("ABCDEFGHJKMNPQRSTVWXYZ23456789", 4)))
        );
}

public readonly record struct SignInAttemptId(Guid Value) : IId<SignInAttemptId>
{
    public static SignInAttemptId From(Guid value) => new(value);
}

/// <summary>
/// One attempt to sign in. Attempts are counted for each e-mail address and each network address, so that neither can be tried without end.
/// </summary>
[SeenBy(Audience.Nobody)]
public sealed class SignInAttempt : IBelongToInstitution
{
    public SignInAttemptId Id { get; init; } = Ids.New<SignInAttemptId>();
    public InstitutionId InstitutionId { get; private set; }

    /// <summary>Hashes of the e-mail address and the network address: they can be counted and not read.</summary>
    [SeenBy(Audience.Nobody)]
    public required string Tried { get; init; }

    [SeenBy(Audience.Nobody)]
    public required string From { get; init; }
    public Instant At { get; init; }
}
