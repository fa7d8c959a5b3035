using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Rabta.Mutants;

/// <summary>Finds what can be changed in queries: filters, orders, zones, mentor and mentee.</summary>
internal sealed class Queries(Making make)
{
    private static readonly string[] Zones = ["InZone", "InZoneLeniently", "InZoneStrictly", "AtStartOfDayInZone"];

    private static readonly string[] Filters = ["Where", "Any", "All", "First", "FirstOrDefault", "Single", "SingleOrDefault", "Count"];

    /// <summary>They take the name of a column, where nothing else may stand.</summary>
    private static readonly string[] Selectors = ["SetProperty", "Include", "ThenInclude", "Property", "nameof"];

    private static readonly Dictionary<string, string> Persons = new() { ["MentorId"] = "MenteeId", ["MenteeId"] = "MentorId" };

    public IEnumerable<Place> Of(SyntaxNode node) =>
        node switch
        {
            InvocationExpressionSyntax found => OfCall(found),
            WhereClauseSyntax found => Dropped(found.Condition, found),
            MemberAccessExpressionSyntax found => OfPerson(found),
            _ => [],
        };

    private IEnumerable<Place> OfCall(InvocationExpressionSyntax found)
    {
        if (found.Expression is not MemberAccessExpressionSyntax called || found.ArgumentList.Arguments is not [var first, ..])
            return [];
        var name = called.Name.Identifier.Text;
        if (first.Expression is LambdaExpressionSyntax { ExpressionBody: { } body })
            return Filters.Contains(name.EndsWith("Async", StringComparison.Ordinal) ? name[..^5] : name) ? Dropped(body, found)
                : name is "OrderBy" or "OrderByDescending" ? OfOrder(found, called, body)
                : [];
        if (Zones.Contains(name))
            return
            [
                make.Of(
                    "swapped zone",
                    first.Expression,
                    (on, old) => Code.Parse($"{on} ? global::NodaTime.DateTimeZone.Utc : ({Code.Text(old)})"),
                    found
                ),
            ];
        return [];
    }

    /// <summary>The whole condition, or one of those that must hold together.</summary>
    private IEnumerable<Place> Dropped(ExpressionSyntax condition, SyntaxNode shown)
    {
        if (condition is ParenthesizedExpressionSyntax within)
            return Dropped(within.Expression, shown);
        if (condition is BinaryExpressionSyntax both && both.IsKind(SyntaxKind.LogicalAndExpression))
            return [.. Dropped(both.Left, both), .. Dropped(both.Right, both)];
        if (Code.Names(condition))
            return [];
        return
        [
            make.Of(
                "dropped filter",
                condition,
                (on, old) => Code.Parse($"({on} || ({Code.Text(old)}))"),
                shown is BinaryExpressionSyntax ? condition : Shown(shown)
            ),
        ];
    }

    private static SyntaxNode Shown(SyntaxNode call) =>
        call is InvocationExpressionSyntax invocation ? invocation.ArgumentList.Arguments[0] : call;

    /// <summary>
    /// Only what is sorted by first. What follows decides between equals, mostly by an id so that the order is always the same; turned
    /// round it is as steady as before, and can't be noticed. Nor can an order by chance be.
    /// </summary>
    private IEnumerable<Place> OfOrder(InvocationExpressionSyntax found, MemberAccessExpressionSyntax called, ExpressionSyntax by)
    {
        if (
            Code.Names(found)
            || Code.Text(by) is var key
                && (
                    key.EndsWith(".Id", StringComparison.Ordinal)
                    || key.EndsWith("Id.Value", StringComparison.Ordinal)
                    || key.Contains("Next(", StringComparison.Ordinal)
                )
        )
            yield break;
        var other = called.Name.Identifier.Text == "OrderBy" ? "OrderByDescending" : "OrderBy";
        yield return make.Of(
            "turned order",
            found,
            (on, old) =>
            {
                var now = (InvocationExpressionSyntax)old;
                var from = Code.Text(((MemberAccessExpressionSyntax)now.Expression).Expression);
                return Code.Parse($"({on} ? {from}.{other}{Code.Text(now.ArgumentList)} : {Code.Text(now)})");
            },
            found.ArgumentList
        );
    }

    private IEnumerable<Place> OfPerson(MemberAccessExpressionSyntax found)
    {
        if (!Persons.TryGetValue(found.Name.Identifier.Text, out var other))
            yield break;
        var reads = found.Parent switch
        {
            AssignmentExpressionSyntax assignment => assignment.Left != found,
            AnonymousObjectMemberDeclaratorSyntax member => member.NameEquals is not null,
            MemberAccessExpressionSyntax or ConditionalAccessExpressionSyntax => true,
            InvocationExpressionSyntax => false,
            PostfixUnaryExpressionSyntax => false,
            ArgumentSyntax argument => argument.RefKindKeyword.IsKind(SyntaxKind.None) && argument.NameColon is null,
            _ => found.Parent is ExpressionSyntax or ArrowExpressionClauseSyntax or ReturnStatementSyntax or EqualsValueClauseSyntax,
        };
        var selects = found
            .Ancestors()
            .OfType<InvocationExpressionSyntax>()
            .Any(c =>
                Selectors.Contains(
                    c.Expression is MemberAccessExpressionSyntax { Name.Identifier.Text: var name } ? name : Code.Text(c.Expression)
                )
            );
        if (reads && !selects && !Code.Names(found))
            yield return make.Of(
                "swapped person",
                found,
                (on, old) => Code.Parse($"({on} ? {Code.Text(((MemberAccessExpressionSyntax)old).Expression)}.{other} : {Code.Text(old)})"),
                found.Parent
            );
    }
}
