using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Rabta.Mutants;

/// <summary>
/// Every statement of every body is a point. The copy notes which test passed it, in numbers that the sources alone decide.
/// </summary>
internal sealed class Points
{
    private readonly Dictionary<SyntaxNode, int> _numbers = [];

    public Points(IEnumerable<SyntaxNode> files)
    {
        foreach (var node in files.SelectMany(f => f.DescendantNodes()))
        foreach (var point in Within(node))
            _numbers.Add(point, _numbers.Count);
    }

    public int Count => _numbers.Count;

    public int? Before(SyntaxNode node) =>
        node.AncestorsAndSelf()
            .Select(n => _numbers.TryGetValue(n, out var number) ? number : (int?)null)
            .FirstOrDefault(n => n is not null);

    /// <summary>What has to be written anew to hold the points.</summary>
    public static IEnumerable<SyntaxNode> Around(SyntaxNode root) => root.DescendantNodes().Where(n => Within(n).Any());

    /// <summary>The points that lie right within this node.</summary>
    private static IEnumerable<SyntaxNode> Within(SyntaxNode node) =>
        node switch
        {
            BlockSyntax block => block.Statements,
            SwitchSectionSyntax section => section.Statements,
            BaseMethodDeclarationSyntax
            or PropertyDeclarationSyntax
            or IndexerDeclarationSyntax
            or AccessorDeclarationSyntax when Answer(node) is { Expression: not RefExpressionSyntax } answer => [answer],
            _ => [],
        };

    /// <summary>The node as it is now, with a note before each of its points.</summary>
    public SyntaxNode Note(SyntaxNode old, SyntaxNode now) =>
        (old, now) switch
        {
            (BlockSyntax before, BlockSyntax block) => block.WithStatements(Noting(before.Statements, block.Statements)),
            (SwitchSectionSyntax before, SwitchSectionSyntax section) => section.WithStatements(
                Noting(before.Statements, section.Statements)
            ),
            _ => Answer(old) is { } answer && _numbers.TryGetValue(answer, out var number) ? InBraces(now, number) : now,
        };

    private SyntaxList<StatementSyntax> Noting(SyntaxList<StatementSyntax> before, SyntaxList<StatementSyntax> now) =>
        [.. before.Zip(now, (was, isNow) => new[] { Call(_numbers[was]), isNow }).SelectMany(both => both)];

    private static StatementSyntax Call(int number) => SyntaxFactory.ParseStatement($"global::Rabta.Mutant.Reach({number});\n");

    private static ArrowExpressionClauseSyntax? Answer(SyntaxNode node) =>
        node switch
        {
            BaseMethodDeclarationSyntax method => method.ExpressionBody,
            PropertyDeclarationSyntax property => property.ExpressionBody,
            IndexerDeclarationSyntax indexer => indexer.ExpressionBody,
            AccessorDeclarationSyntax accessor => accessor.ExpressionBody,
            _ => null,
        };

    /// <summary>A body that is one expression gets braces, and with them room for a note.</summary>
    private static SyntaxNode InBraces(SyntaxNode node, int number)
    {
        var expression = Answer(node)!.Expression.ToFullString();
        var (answers, thrown) = (
            node switch
            {
                MethodDeclarationSyntax method => !IsVoid(method),
                AccessorDeclarationSyntax accessor => accessor.IsKind(SyntaxKind.GetAccessorDeclaration),
                ConstructorDeclarationSyntax or DestructorDeclarationSyntax => false,
                _ => true,
            },
            Answer(node)!.Expression is ThrowExpressionSyntax
        );
        var body = (BlockSyntax)
            SyntaxFactory.ParseStatement(
                $"{{ global::Rabta.Mutant.Reach({number}); {(answers && !thrown ? "return " : "")}{expression}\n; }}\n"
            );
        var none = default(SyntaxToken);
        return node switch
        {
            MethodDeclarationSyntax method => method.WithExpressionBody(null).WithSemicolonToken(none).WithBody(body),
            ConstructorDeclarationSyntax made => made.WithExpressionBody(null).WithSemicolonToken(none).WithBody(body),
            OperatorDeclarationSyntax made => made.WithExpressionBody(null).WithSemicolonToken(none).WithBody(body),
            ConversionOperatorDeclarationSyntax made => made.WithExpressionBody(null).WithSemicolonToken(none).WithBody(body),
            AccessorDeclarationSyntax accessor => accessor.WithExpressionBody(null).WithSemicolonToken(none).WithBody(body),
            PropertyDeclarationSyntax property => property.WithExpressionBody(null).WithSemicolonToken(none).WithAccessorList(Getter(body)),
            IndexerDeclarationSyntax indexer => indexer.WithExpressionBody(null).WithSemicolonToken(none).WithAccessorList(Getter(body)),
            _ => node,
        };
    }

    private static AccessorListSyntax Getter(BlockSyntax body) =>
        SyntaxFactory.AccessorList([SyntaxFactory.AccessorDeclaration(SyntaxKind.GetAccessorDeclaration, body)]);

    private static bool IsVoid(MethodDeclarationSyntax method) =>
        method.ReturnType.ToString() is "void"
        || (method.Modifiers.Any(SyntaxKind.AsyncKeyword) && method.ReturnType.ToString() is "Task" or "ValueTask");
}
