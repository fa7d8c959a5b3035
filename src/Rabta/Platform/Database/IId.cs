using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Rabta.Platform.Database;

/// <summary>An identity of one kind of thing, so that two kinds are never mixed up.</summary>
public interface IId<TSelf>
    where TSelf : struct, IId<TSelf>
{
    Guid Value { get; }
    static abstract TSelf From(Guid value);
}

public static class Ids
{
    /// <summary>
    /// Where identities come from. Tests put another source here: nothing may depend on the order of rows made at the same moment.
    /// </summary>
    internal static Func<Guid> Source { get; set; } = Guid.CreateVersion7;

    /// <summary>A new identity, version 7: rows made later sort later, on both databases.</summary>
    public static T New<T>()
        where T : struct, IId<T> => T.From(Source());
}

/// <summary>Stores an identity as its plain Guid. A static abstract call may not stand in an expression, hence Make.</summary>
public sealed class IdConverter<T>() : ValueConverter<T, Guid>(id => id.Value, value => Make(value))
    where T : struct, IId<T>
{
    private static T Make(Guid value) => T.From(value);
}
