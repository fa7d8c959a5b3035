using Microsoft.CodeAnalysis;

namespace Rabta.Mutants;

/// <summary>Something that can be changed: where it stands, of what kind, and what stands there once it is.</summary>
/// <param name="File">From the root of the repository.</param>
/// <param name="Code">As it is printed, and as the list of explained ones names it.</param>
/// <param name="Change">Makes the new node from the words that say whether the mutant is on, and the old one.</param>
internal sealed record Place(string File, int Line, string Kind, string Code, SyntaxNode Node, Func<string, SyntaxNode, SyntaxNode> Change);

/// <summary>A place that was drawn.</summary>
internal sealed record Mutant(int Number, Place Place)
{
    /// <summary>
    /// A field and not a method, since it may stand in an expression that becomes SQL: EF Core reads the field and leaves the other
    /// branch away. It is the same as long as the process lives, and so are the queries that EF Core keeps.
    /// </summary>
    public string On => $"global::Rabta.Mutant.M{Number}";

    public override string ToString() => $"{Place.File}:{Place.Line} {Place.Kind}: {Place.Code}";
}
