using System.ComponentModel;
using System.Globalization;
using Microsoft.AspNetCore.Identity;
using NodaTime;
using Rabta.Platform.Access;
using Rabta.Platform.Database;
using Rabta.Platform.Institutions;

namespace Rabta.People;

[TypeConverter(typeof(AccountIdText))]
public readonly record struct AccountId(Guid Value) : IId<AccountId>
{
    public static AccountId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}

/// <summary>Identity keeps ids as text in its claims.</summary>
public sealed class AccountIdText : TypeConverter
{
    public override bool CanConvertFrom(ITypeDescriptorContext? context, Type sourceType) => sourceType == typeof(string);

    public override object? ConvertFrom(ITypeDescriptorContext? context, CultureInfo? culture, object value) =>
        Guid.TryParse(value as string, out var id) ? new AccountId(id) : default(AccountId);
}

/// <summary>A way in. Belongs to one person; made when they first use a link.</summary>
[SeenBy(Audience.Nobody)]
public sealed class Account : IdentityUser<AccountId>, IBelongToInstitution
{
    public InstitutionId InstitutionId { get; private set; }
    public PersonId PersonId { get; init; }
}

public readonly record struct SessionId(Guid Value) : IId<SessionId>
{
    public static SessionId From(Guid value) => new(value);
}

/// <summary>One device on which an account is signed in. Ending it signs that device out with its next page.</summary>
[SeenBy(Audience.Self)]
public sealed class SignedInDevice : IBelongToInstitution
{
    public SessionId Id { get; init; } = Ids.New<SessionId>();
    public InstitutionId InstitutionId { get; private set; }
    public PersonId PersonId { get; init; }

    /// <summary>SHA-256 of the key in the cookie.</summary>
    [SeenBy(Audience.Nobody)]
    public required string KeyHash { get; init; }

    /// <summary>Browser and system in a word or two, for the person to know it by.</summary>
    [SeenBy(Audience.Self)]
    public required string Device { get; init; }
    public Instant Since { get; init; }
    public Instant Until { get; set; }

    [SeenBy(Audience.Nobody)]
    public byte[] Ticket { get; set; } = [];
}
