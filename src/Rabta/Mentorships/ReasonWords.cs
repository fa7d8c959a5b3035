using Microsoft.Extensions.Localization;
using Rabta.Programmes;

namespace Rabta.Mentorships;

/// <summary>Makes sentences of reasons, for one of the two or for staff, who have no part and see both wishes.</summary>
public static class ReasonWords
{
    /// <summary>A wish is told to the one who wished it and to nobody else.</summary>
    public static bool IsFor(ProgrammeRole? reader, Reason reason) =>
        reason.Kind switch
        {
            ReasonKind.MenteesWish => reader is null or ProgrammeRole.Mentee,
            ReasonKind.MentorsWish or ReasonKind.HelpsBest => reader is null or ProgrammeRole.Mentor,
            _ => true,
        };

    /// <summary>A text key and what the sentence names.</summary>
    public static (string Key, object[] Values) Of(ProgrammeRole? reader, Reason reason, IStringLocalizer<Texts> texts)
    {
        var staff = reader is null ? ".staff" : "";
        return reason.Kind switch
        {
            ReasonKind.MenteesWish or ReasonKind.MentorsWish => reason.Rank is >= 1 and <= 3
                ? ($"why.{reason.Kind}.{reason.Rank}{staff}", [])
                : ($"why.{reason.Kind}.later{staff}", [reason.Rank ?? 0]),
            ReasonKind.Asked => ($"why.Asked.{(reader is { } role ? role.ToString() : "staff")}", []),
            ReasonKind.Shared or ReasonKind.Different => (
                $"why.{reason.Kind}",
                [reason.Heading!, string.Join(texts["list.comma"] + " ", reason.Values ?? [])]
            ),
            ReasonKind.Recommended when reason.By is not null => ($"why.Recommended.by{staff}", [reason.By]),
            ReasonKind.Recommended or ReasonKind.Chosen or ReasonKind.HelpsBest => ($"why.{reason.Kind}{staff}", []),
            _ => ($"why.{reason.Kind}", []),
        };
    }

    /// <summary>All of them as plain sentences for staff.</summary>
    public static IEnumerable<string> ForStaff(IEnumerable<Reason> why, IStringLocalizer<Texts> texts) =>
        why.Select(reason => Of(null, reason, texts)).Select(words => texts[words.Key, words.Values].Value);
}
