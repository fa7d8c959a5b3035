using Rabta.Platform.Database;

namespace Rabta.Platform.Access;

/// <summary>Identifies a person. The type stands in Platform because access, journal and once name people without knowing them.</summary>
public readonly record struct PersonId(Guid Value) : IId<PersonId>
{
    public static PersonId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}
