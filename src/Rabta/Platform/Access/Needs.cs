namespace Rabta.Platform.Access;

/// <summary>What a page asks of whoever opens it.</summary>
public enum Need
{
    /// <summary>Nothing: strangers too.</summary>
    Nothing,

    /// <summary>To be signed in.</summary>
    SignedIn,

    /// <summary>To coordinate for the institution.</summary>
    Staff,
}

/// <summary>The rule of an endpoint. One without it does not answer: forgetting fails closed.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class NeedsAttribute(Need need) : Attribute
{
    public Need Need { get; } = need;
}

/// <summary>Only where the data is invented or the developer is at home: elsewhere the address does not exist.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class OnlyAtHomeAttribute : Attribute;

/// <summary>This form may be sent twice: sending it again answers for itself (sign-in: "already used").</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class AnswersForItselfAttribute : Attribute;
