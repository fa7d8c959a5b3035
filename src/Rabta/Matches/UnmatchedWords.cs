using Microsoft.Extensions.Localization;
using Rabta.Matching.Results;
using Rabta.Platform.Language;

namespace Rabta.Matches;

/// <summary>Why someone has no mentor, in sentences.</summary>
public static class UnmatchedWords
{
    public static IEnumerable<Words> Of(RoundUnmatched left)
    {
        var allFull = left.Reason == UnmatchedReason.AllFull.Code();
        yield return allFull ? Words.Counted($"left.{left.Reason}", left.AcceptableFull) : new($"left.{left.Reason}");
        if (allFull)
            yield return Words.Counted("left.would-help", left.AcceptableFull);
        if (allFull || left.Reason == UnmatchedReason.NoPlacesAnywhere.Code())
            yield break;
        foreach (var removed in left.Removals.Where(r => r.Kind != RemovalKind.SamePerson))
            yield return removed is { Kind: RemovalKind.Rule, Heading: { } heading }
                ? Words.Counted("left.Rule.of", removed.Mentors, heading)
                : Words.Counted($"left.{removed.Kind}", removed.Mentors);
    }

    public static string Sentences(RoundUnmatched left, IStringLocalizer<Texts> texts) =>
        string.Join(" ", Of(left).Select(s => texts[s.KeyIn(texts), s.Values].Value));
}
