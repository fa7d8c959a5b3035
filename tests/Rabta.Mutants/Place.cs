using Microsoft.CodeAnalysis;

namespace Rabta.Mutants;

/// <summary>Something that can be changed: where it stands, of what kind, and what stands there once it is.</summary>
/// <param name="File">From the root of the repository.</param>
/// <param name="InTree">It may be read as an expression and become SQL, where no method of ours can be called.</param>
/// <param name="Member">Where the body that it stands in begins; null where that is an expression.</param>
/// <param name="Change">Makes the new node from the words that say whether the mutant is on, and the old one.</param>
internal sealed record Place(
    string File,
    int Line,
    string Kind,
    string Code,
    SyntaxNode Node,
    bool InTree,
    int? Member,
    Func<string, SyntaxNode, SyntaxNode> Change
);

/// <summary>A place that was drawn.</summary>
internal sealed record Mutant(int Number, Place Place)
{
    /// <summary>A field where an expression may become SQL: EF Core reads it and sends what it found.</summary>
    public string On => Place.InTree ? $"global::Rabta.Mutant.M{Number}" : $"global::Rabta.Mutant.On({Number})";

    public override string ToString() => $"{Place.File}:{Place.Line} {Place.Kind}: {Place.Code}";
}
