using Rabta.Platform.Language;

namespace Rabta.Importing.ReadingLists;

/// <summary>
/// The same person twice in one list. Rows that say the same are one. Where the time of answering is known the latest stands; else only a
/// person can say which of the two is meant.
/// </summary>
internal sealed class AnsweredAgain(ReadingNotes notes)
{
    /// <param name="rows">Of one person, in the order of the list.</param>
    /// <returns>The row that stands.</returns>
    public RowDraft Settle(List<RowDraft> rows, string? heading)
    {
        var stands = rows[0];
        foreach (var row in rows.Skip(1))
        {
            stands = Settle(stands, row, heading);
        }
        return stands;
    }

    private RowDraft Settle(RowDraft first, RowDraft later, string? heading)
    {
        var different = Different(first, later);
        if (different.Count == 0)
        {
            later.IsDropped = true;
            notes.Remark(later, ImportProblemCode.RowSaysTheSame, heading, IdentityCheck.Digits(first.Number));
            return first;
        }
        if (first.AnsweredAt is not { } one || later.AnsweredAt is not { } other)
        {
            notes.LeaveOut(
                later,
                ImportProblemCode.SamePersonTwice,
                heading,
                IdentityCheck.Digits(first.Number),
                string.Join(", ", different)
            );
            return first;
        }
        var (stands, old) = other >= one ? (later, first) : (first, later);
        old.IsDropped = true;
        notes.Remark(old, ImportProblemCode.AnsweredAgain, different[0], IdentityCheck.Digits(stands.Number), string.Join(", ", different));
        return stands;
    }

    /// <summary>The headings of the columns in which two rows differ.</summary>
    private static List<string> Different(RowDraft one, RowDraft other)
    {
        var (mine, theirs) = (Said(one), Said(other));
        return
        [
            .. mine.Concat(theirs)
                .Where(said => mine.GetValueOrDefault(said.Key) != theirs.GetValueOrDefault(said.Key))
                .Select(said => said.Key)
                .OrderBy(column => column.Position)
                .Select(column => column.Heading)
                .Distinct(StringComparer.Ordinal),
        ];
    }

    /// <summary>What a row says besides who it is about.</summary>
    private static Dictionary<Column, string> Said(RowDraft row) =>
        row.Said.Where(said => !WhoTheyAre.Contains(said.Column.Meaning)).ToDictionary(said => said.Column, said => TextKey.Of(said.Text));

    private static readonly ColumnMeaning[] WhoTheyAre =
    [
        ColumnMeaning.Name,
        ColumnMeaning.FirstName,
        ColumnMeaning.LastName,
        ColumnMeaning.NameIn,
        ColumnMeaning.Address,
        ColumnMeaning.Number,
    ];
}
