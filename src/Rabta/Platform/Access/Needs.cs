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

/// <summary>Opens this page only in the demo and in development (<c>AtHome</c>). Elsewhere its address answers 404.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class OnlyAtHomeAttribute : Attribute;

/// <summary>The forms of this page may be sent twice: the second answer says itself what happened (sign-in: "already used").</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class AnswersForItselfAttribute : Attribute;
