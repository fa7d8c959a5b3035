using Microsoft.Extensions.Localization;
using Rabta.Matching.Results;

namespace Rabta.Matches;

/// <summary>Why someone has no mentor, in sentences: a text key and its values each.</summary>
public static class UnmatchedWords
{
    public static IEnumerable<(string Key, object[] Values)> Of(RoundUnmatched left)
    {
        var allFull = left.Reason == UnmatchedReason.AllFull.Code();
        yield return allFull ? (Plurals(left.Reason, left.AcceptableFull), [left.AcceptableFull]) : ($"left.{left.Reason}", []);
        if (allFull)
            yield return (Plurals("would-help", left.AcceptableFull), []);
        if (allFull || left.Reason == UnmatchedReason.NoPlacesAnywhere.Code())
            yield break;
        foreach (var removed in left.Removals.Where(r => r.Kind != RemovalKind.SamePerson))
            yield return removed is { Kind: RemovalKind.Rule, Heading: { } heading }
                ? (Plurals("Rule.of", removed.Mentors), [removed.Mentors, heading])
                : (Plurals(removed.Kind.ToString(), removed.Mentors), [removed.Mentors]);
    }

    public static string Sentences(RoundUnmatched left, IStringLocalizer<Texts> texts) =>
        string.Join(" ", Of(left).Select(s => texts[s.Key, s.Values].Value));

    private static string Plurals(string what, int count) => Platform.Language.Plurals.Key($"left.{what}", count);
}
