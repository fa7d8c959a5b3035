using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Rabta.Mutants;

/// <summary>Finds what can be left out: lines of the journal, news, locks, and changes of what is stored.</summary>
internal sealed class Statements(Making make)
{
    public IEnumerable<Place> Of(SyntaxNode node)
    {
        if (node is not ExpressionStatementSyntax found || Code.Names(found))
            yield break;
        var kind = (found.Expression is AwaitExpressionSyntax waited ? waited.Expression : found.Expression) switch
        {
            InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax called } => OfCall(called),
            AssignmentExpressionSyntax { Left: var left } assigned when assigned.IsKind(SyntaxKind.SimpleAssignmentExpression) => Changes(
                left
            )
                ? "left-out change"
                : "",
            _ => "",
        };
        if (kind != "")
            yield return make.Of(kind, found, (on, old) => SyntaxFactory.ParseStatement($"{{ if (!{on}) {Code.Text(old)} }}"));
    }

    private static string OfCall(MemberAccessExpressionSyntax called) =>
        (Code.Text(called.Expression), called.Name.Identifier.Text) switch
        {
            ("journal", "Note") => "left-out journal line",
            ("notify", "Notify" or "Run") => "left-out notice",
            ("events", "Publish") => "left-out event",
            (_, "HoldLock") => "left-out lock",
            // Something in small letters is a name within the method or a field, and is called for its effect.
            (var on, _) when char.IsLower(on[0]) => "left-out call",
            _ => "",
        };

    /// <summary>A property, of itself or of something: not a name within the method.</summary>
    private static bool Changes(ExpressionSyntax left) =>
        left switch
        {
            IdentifierNameSyntax { Identifier.Text: var name } => char.IsUpper(name[0]),
            MemberAccessExpressionSyntax { Name.Identifier.Text: var name } => char.IsUpper(name[0]),
            _ => false,
        };
}
