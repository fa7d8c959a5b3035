using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Rabta.Mutants;

/// <summary>Finds what can be changed in a file: checks, conditions, comparisons, answers, text keys.</summary>
/// <param name="keys">The keys of texts with which uses of the same module refuse.</param>
internal sealed partial class Places(string file, SyntaxNode root, IReadOnlyList<string> keys)
{
    private readonly Making _make = new(file);

    public IEnumerable<Place> Find()
    {
        var (queries, statements) = (new Queries(_make), new Statements(_make));
        return root.DescendantNodes()
            .SelectMany(node => Of(node).Concat(queries.Of(node)).Concat(statements.Of(node)))
            .Where(p => IsRunEachTime(p.Node));
    }

    /// <summary>The keys that this file names.</summary>
    public static IEnumerable<string> Keys(SyntaxNode root) =>
        root.DescendantNodes().OfType<LiteralExpressionSyntax>().Where(IsKey).Select(l => l.Token.ValueText);

    private IEnumerable<Place> Of(SyntaxNode node) =>
        node switch
        {
            IfStatementSyntax found => OfIf(found),
            ConditionalExpressionSyntax found => Negated(found.Condition),
            BinaryExpressionSyntax found => OfBinary(found),
            ReturnStatementSyntax { Expression: { } answer } => OfAnswer(answer),
            ArrowExpressionClauseSyntax found => OfAnswer(found.Expression),
            LiteralExpressionSyntax found when IsKey(found) => OfKey(found),
            _ => [],
        };

    private IEnumerable<Place> OfIf(IfStatementSyntax found)
    {
        if (found.Else is null && Leaves(found.Statement) && !Code.Names(found.Condition, afterwards: true))
            yield return _make.Of("skipped check", found.Condition, (on, old) => Code.Parse($"({Code.Text(old)}) && !{on}"));
        foreach (var negated in Negated(found.Condition))
            yield return negated;
    }

    /// <summary>
    /// Not where it answers with an empty list: that only saves work, and what follows comes to the same. Such a check can't be noticed.
    /// </summary>
    private static bool Leaves(StatementSyntax statement)
    {
        var last = statement is BlockSyntax block ? block.Statements.LastOrDefault() : statement;
        return last is ThrowStatementSyntax or ContinueStatementSyntax or YieldStatementSyntax
            || last is ReturnStatementSyntax { Expression: not CollectionExpressionSyntax };
    }

    private IEnumerable<Place> Negated(ExpressionSyntax condition)
    {
        if (!Code.Names(condition))
            yield return _make.Of("negated condition", condition, (on, old) => Code.Parse($"(({Code.Text(old)}) != {on})"));
    }

    private IEnumerable<Place> OfBinary(BinaryExpressionSyntax found)
    {
        var (kind, other) = found.Kind() switch
        {
            SyntaxKind.LessThanExpression => ("off by one", "<="),
            SyntaxKind.LessThanOrEqualExpression => ("off by one", "<"),
            SyntaxKind.GreaterThanExpression => ("off by one", ">="),
            SyntaxKind.GreaterThanOrEqualExpression => ("off by one", ">"),
            SyntaxKind.LogicalAndExpression => ("and for or", "||"),
            SyntaxKind.LogicalOrExpression => ("and for or", "&&"),
            _ => ("", ""),
        };
        if (kind == "" || Code.Names(found))
            return [];
        return
        [
            _make.Of(
                kind,
                found,
                (on, old) =>
                {
                    var (left, right) = (Code.Text(((BinaryExpressionSyntax)old).Left), Code.Text(((BinaryExpressionSyntax)old).Right));
                    return Code.Parse($"({on} ? ({left}) {other} ({right}) : {Code.Text(old)})");
                }
            ),
        ];
    }

    private IEnumerable<Place> OfAnswer(ExpressionSyntax answer)
    {
        if (answer.IsKind(SyntaxKind.TrueLiteralExpression) || answer.IsKind(SyntaxKind.FalseLiteralExpression))
            yield return _make.Of("other answer", answer, (on, old) => Code.Parse($"{Code.Text(old)} != {on}"));
        else if (answer.IsKind(SyntaxKind.LogicalNotExpression) && !Code.Names(answer))
            yield return _make.Of("other answer", answer, (on, old) => Code.Parse($"({Code.Text(old)}) != {on}"));
    }

    private IEnumerable<Place> OfKey(LiteralExpressionSyntax found)
    {
        var own = found.Token.ValueText;
        var other = keys[(keys.TakeWhile(k => k != own).Count() + 1) % keys.Count];
        if (other != own)
            yield return _make.Of(
                "other text",
                found,
                (on, old) => Code.Parse($"({on} ? \"{other}\" : {Code.Text(old)})"),
                found.Parent!.Parent!.Parent
            );
    }

    /// <summary>The first word that a refusal is made of.</summary>
    private static bool IsKey(LiteralExpressionSyntax literal) =>
        literal.IsKind(SyntaxKind.StringLiteralExpression)
        && Key().IsMatch(literal.Token.ValueText)
        && literal.Parent is ArgumentSyntax { Parent: ArgumentListSyntax { Parent: BaseObjectCreationExpressionSyntax made } arguments }
        && arguments.Arguments[0] == literal.Parent
        && made
            is ImplicitObjectCreationExpressionSyntax
                or ObjectCreationExpressionSyntax { Type: IdentifierNameSyntax { Identifier.Text: "Refusal" } };

    /// <summary>What runs once, where a class is first used, would seem to be reached by the test that came first.</summary>
    private static bool IsRunEachTime(SyntaxNode node)
    {
        foreach (var around in node.Ancestors())
            switch (around)
            {
                case AttributeSyntax or ParameterSyntax or SwitchLabelSyntax or EnumMemberDeclarationSyntax:
                case EqualsValueClauseSyntax { Parent: PropertyDeclarationSyntax }:
                case FieldDeclarationSyntax:
                case LocalDeclarationStatementSyntax { IsConst: true }:
                case ConstructorDeclarationSyntax made when made.Modifiers.Any(SyntaxKind.StaticKeyword):
                // How classes are mapped to tables is read once.
                case MethodDeclarationSyntax { Identifier.Text: "Configure" or "OnModelCreating" }:
                    return false;
                case BaseMethodDeclarationSyntax or AccessorDeclarationSyntax or PropertyDeclarationSyntax or IndexerDeclarationSyntax:
                    return true;
            }
        return false;
    }

    [GeneratedRegex(@"^[a-z][a-z-]*(\.[a-z][a-z-]*)+$")]
    private static partial Regex Key();
}
