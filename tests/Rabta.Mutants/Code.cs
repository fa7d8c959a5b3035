using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Rabta.Mutants;

/// <summary>Makes the places of one file.</summary>
internal sealed class Making(string file)
{
    public Place Of(string kind, SyntaxNode node, Func<string, SyntaxNode, SyntaxNode> change, SyntaxNode? shown = null)
    {
        var code = string.Join(' ', (shown ?? node).ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        var line = node.GetLocation().GetLineSpan().StartLinePosition.Line + 1;
        return new(file, line, kind, code.Length > 120 ? code[..119] + "…" : code, node, change);
    }
}

/// <summary>What is asked of code, whatever is done to it.</summary>
internal static class Code
{
    public static string Text(SyntaxNode node) => node.WithoutTrivia().ToString();

    public static ExpressionSyntax Parse(string code) => SyntaxFactory.ParseExpression(code);

    /// <summary>It gives a name to what it found: such code can't stand twice; <c>is not { } name</c> is needed afterwards.</summary>
    public static bool Names(SyntaxNode node, bool afterwards = false) =>
        node.DescendantNodes()
            .Any(n =>
                n is SingleVariableDesignationSyntax
                && (!afterwards || n.Parent is DeclarationExpressionSyntax || n.Ancestors().Any(a => a.IsKind(SyntaxKind.NotPattern)))
            );
}
