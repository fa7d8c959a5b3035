using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Rabta.Mutants;

/// <summary>Finds what can be changed in a file.</summary>
internal sealed class Places(string file, SyntaxNode root)
{
    private static readonly string[] Zones = ["InZone", "InZoneLeniently", "InZoneStrictly", "AtStartOfDayInZone"];

    public IEnumerable<Place> Find() => root.DescendantNodes().SelectMany(Of).Where(p => IsRunEachTime(p.Node));

    private IEnumerable<Place> Of(SyntaxNode node) =>
        node switch
        {
            IfStatementSyntax found => OfIf(found),
            BinaryExpressionSyntax found => OfBinary(found),
            InvocationExpressionSyntax found => OfCall(found),
            WhereClauseSyntax found => [Dropped(found.Condition)],
            ExpressionStatementSyntax found => OfStatement(found),
            ReturnStatementSyntax { Expression: { } answer } => OfAnswer(answer),
            ArrowExpressionClauseSyntax found => OfAnswer(found.Expression),
            _ => [],
        };

    private IEnumerable<Place> OfIf(IfStatementSyntax found)
    {
        var last = found.Statement is BlockSyntax block ? block.Statements.LastOrDefault() : found.Statement;
        var leaves =
            last is ThrowStatementSyntax
            || last is ReturnStatementSyntax { Expression: BaseObjectCreationExpressionSyntax or IdentifierNameSyntax };
        if (leaves && found.Else is null && !Names(found.Condition, afterwards: true))
            yield return Make("skipped check", found.Condition, (on, old) => Parse($"({Text(old)}) && !{on}"));
        if (!Names(found.Condition))
            yield return Make("negated condition", found.Condition, (on, old) => Parse($"({Text(old)}) != {on}"));
    }

    private IEnumerable<Place> OfBinary(BinaryExpressionSyntax found)
    {
        var (kind, other) = found.Kind() switch
        {
            SyntaxKind.LessThanExpression => ("off by one", "<="),
            SyntaxKind.LessThanOrEqualExpression => ("off by one", "<"),
            SyntaxKind.GreaterThanExpression => ("off by one", ">="),
            SyntaxKind.GreaterThanOrEqualExpression => ("off by one", ">"),
            SyntaxKind.LogicalAndExpression => ("or for and", "||"),
            SyntaxKind.LogicalOrExpression => ("and for or", "&&"),
            _ => ("", ""),
        };
        if (kind != "" && !Names(found))
            yield return Make(
                kind,
                found,
                (on, old) =>
                {
                    var (left, right) = (Text(((BinaryExpressionSyntax)old).Left), Text(((BinaryExpressionSyntax)old).Right));
                    return Parse($"({on} ? ({left}) {other} ({right}) : {Text(old)})");
                }
            );
    }

    private IEnumerable<Place> OfCall(InvocationExpressionSyntax found)
    {
        if (found.Expression is not MemberAccessExpressionSyntax called || found.ArgumentList.Arguments is not [var only])
            yield break;
        var name = called.Name.Identifier.Text;
        if (name == "Where" && only.Expression is LambdaExpressionSyntax { ExpressionBody: { } body })
            yield return Dropped(body);
        if (Zones.Contains(name))
            yield return Make(
                "swapped zone",
                only.Expression,
                (on, old) => Parse($"{on} ? global::NodaTime.DateTimeZone.Utc : ({Text(old)})"),
                found
            );
    }

    private IEnumerable<Place> OfStatement(ExpressionStatementSyntax found)
    {
        var call = found.Expression is AwaitExpressionSyntax waited ? waited.Expression : found.Expression;
        if (call is not InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax called } || Names(found))
            yield break;
        var kind = (Text(called.Expression), called.Name.Identifier.Text) switch
        {
            ("journal", "Note") => "left-out journal line",
            ("tell", "Tell" or "Run") => "left-out notice",
            ("events", "Tell") => "left-out event",
            (_, "HoldLock") => "left-out lock",
            _ => "",
        };
        if (kind != "")
            yield return Make(kind, found, (on, old) => SyntaxFactory.ParseStatement($"{{ if (!{on}) {Text(old)} }}"));
    }

    private IEnumerable<Place> OfAnswer(ExpressionSyntax answer)
    {
        if (answer.IsKind(SyntaxKind.TrueLiteralExpression) || answer.IsKind(SyntaxKind.FalseLiteralExpression))
            yield return Make("other answer", answer, (on, old) => Parse($"{Text(old)} != {on}"));
        else if (answer.IsKind(SyntaxKind.LogicalNotExpression) && !Names(answer))
            yield return Make("other answer", answer, (on, old) => Parse($"({Text(old)}) != {on}"));
    }

    private Place Dropped(ExpressionSyntax condition) =>
        Make("dropped filter", condition, (on, old) => Parse($"{on} || ({Text(old)})"), condition.Parent!.Parent);

    private Place Make(string kind, SyntaxNode node, Func<string, SyntaxNode, SyntaxNode> change, SyntaxNode? shown = null)
    {
        var code = string.Join(' ', (shown ?? node).ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        var line = node.GetLocation().GetLineSpan().StartLinePosition.Line + 1;
        return new(file, line, kind, code.Length > 120 ? code[..119] + "…" : code, node, InTree(node), BodyOf(node), change);
    }

    /// <summary>A query, or a function that is one expression, can be an expression tree; what is within braces can't.</summary>
    private static bool InTree(SyntaxNode node) =>
        node.Ancestors().FirstOrDefault(n => n is LambdaExpressionSyntax or AnonymousMethodExpressionSyntax or QueryExpressionSyntax)
            is QueryExpressionSyntax
                or LambdaExpressionSyntax { ExpressionBody: not null };

    private static int? BodyOf(SyntaxNode node) => node.Ancestors().Select(Body).FirstOrDefault(b => b is not null)?.SpanStart;

    public static BlockSyntax? Body(SyntaxNode node) =>
        node switch
        {
            BaseMethodDeclarationSyntax method => method.Body,
            AccessorDeclarationSyntax accessor => accessor.Body,
            _ => null,
        };

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
                    return false;
                case BaseMethodDeclarationSyntax or AccessorDeclarationSyntax or PropertyDeclarationSyntax or IndexerDeclarationSyntax:
                    return true;
            }
        return false;
    }

    /// <summary>It gives a name to what it found: such code can't stand twice; <c>is not { } name</c> is needed afterwards.</summary>
    private static bool Names(SyntaxNode node, bool afterwards = false) =>
        node.DescendantNodes()
            .Any(n =>
                n is SingleVariableDesignationSyntax
                && (!afterwards || n.Parent is DeclarationExpressionSyntax || n.Ancestors().Any(a => a.IsKind(SyntaxKind.NotPattern)))
            );

    private static string Text(SyntaxNode node) => node.WithoutTrivia().ToString();

    private static ExpressionSyntax Parse(string code) => SyntaxFactory.ParseExpression(code);
}
