namespace Rabta.Matching.Results;

/// <summary>The hard rules, in the order they are asked; the first that applies is the reason given.</summary>
public enum RemovalKind
{
    /// <summary>The pair is acceptable.</summary>
    None,
    SamePerson,
    Conflict,
    Forbidden,

    /// <summary>A must-equal or must-differ question.</summary>
    Rule,

    /// <summary>The mentor offers no places at all.</summary>
    NoPlaces,
}

/// <summary>The hard rule that keeps two people apart.</summary>
/// <param name="Question">The first broken question by id, for <see cref="RemovalKind.Rule"/> only.</param>
public readonly record struct Removal(RemovalKind Kind, string? Question = null);
