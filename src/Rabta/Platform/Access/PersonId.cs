using Rabta.Platform.Database;

namespace Rabta.Platform.Access;

/// <summary>Who someone is. The type lives here because walls that know no person still name one.</summary>
public readonly record struct PersonId(Guid Value) : IId<PersonId>
{
    public static PersonId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}
