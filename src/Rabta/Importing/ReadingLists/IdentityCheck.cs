using System.Globalization;

namespace Rabta.Importing.ReadingLists;

/// <summary>Leaves out rows of one list that can't be told apart, and settles who stands twice. It never merges two people.</summary>
/// <remarks>An address says who somebody is; without one the number does; without that the full name, if only one has it.</remarks>
internal sealed class IdentityCheck(List<RowDraft> drafts, ReadingNotes notes)
{
    private readonly AnsweredAgain _again = new(notes);

    public void Run()
    {
        CheckAddresses();
        CheckNumbers();
        CheckNames();
    }

    private void CheckAddresses()
    {
        foreach (
            var group in Standing().Where(draft => draft.Address is not null).GroupBy(draft => draft.Address!.Key).Where(IsShared).ToList()
        )
        {
            var rows = group.ToList();
            if (HaveDifferentNames(rows))
            {
                // Only a person can say whose address it is, so neither row is imported.
                foreach (var draft in rows)
                {
                    notes.LeaveOut(
                        draft,
                        ImportProblemCode.DifferentNamesOneAddress,
                        draft.AddressHeading,
                        RowsOf(rows),
                        draft.Address!.Text,
                        NamesOf(rows)
                    );
                }
                continue;
            }
            _again.Settle(rows, rows[0].AddressHeading);
        }
    }

    private void CheckNumbers()
    {
        foreach (
            var group in Standing().Where(draft => draft.NumberKey is not null).GroupBy(draft => draft.NumberKey!).Where(IsShared).ToList()
        )
        {
            var rows = group.ToList();
            if (HaveDifferentNames(rows))
            {
                foreach (var draft in rows)
                {
                    notes.LeaveOut(
                        draft,
                        ImportProblemCode.DifferentNamesOneNumber,
                        draft.NumberHeading,
                        RowsOf(rows),
                        draft.PersonNumber!,
                        NamesOf(rows)
                    );
                }
                continue;
            }
            var first = rows[0];
            foreach (var draft in rows.Skip(1))
            {
                first = CheckLaterNumber(draft, first);
            }
        }
    }

    private RowDraft CheckLaterNumber(RowDraft draft, RowDraft first)
    {
        if (draft.Address is null || first.Address is null || draft.Address.Key == first.Address.Key)
        {
            return _again.Settle([first, draft], draft.NumberHeading);
        }
        if (notes.TakeGuesses || (draft.AnsweredAt is not null && first.AnsweredAt is not null))
        {
            var (stands, old) =
                draft.AnsweredAt is { } later && first.AnsweredAt is { } earlier && later < earlier ? (first, draft) : (draft, first);
            old.IsDropped = true;
            notes.Remark(old, ImportProblemCode.AnsweredAgain, old.AddressHeading, Digits(stands.Number), old.AddressHeading ?? "");
            return stands;
        }
        notes.LeaveOut(
            draft,
            ImportProblemCode.NumberWithOtherAddress,
            draft.NumberHeading,
            draft.PersonNumber!,
            first.Address.Text,
            Digits(first.Number),
            first.File,
            first.Name
        );
        return first;
    }

    private void CheckNames()
    {
        var byName = drafts.Where(draft => draft.NameKey.Length > 0 && !draft.IsDropped).ToLookup(draft => draft.NameKey);
        foreach (var draft in Standing().ToList())
        {
            if (draft.Name.Length == 0 && draft.NameHeading is not null && (draft.Address is not null || draft.NumberKey is not null))
            {
                notes.Remark(draft, ImportProblemCode.NameMissing, draft.NameHeading);
            }
            if (draft.Address is not null || draft.NumberKey is not null)
            {
                continue;
            }
            if (draft.Name.Length == 0)
            {
                notes.LeaveOut(draft, ImportProblemCode.NobodyNamed, null);
            }
            else if (byName[draft.NameKey].FirstOrDefault(other => other != draft) is { } other)
            {
                notes.LeaveOut(draft, ImportProblemCode.NameNotUnique, draft.NameHeading, draft.Name, Digits(other.Number));
            }
        }
    }

    private IEnumerable<RowDraft> Standing() => drafts.Where(draft => draft.Stands);

    private static bool IsShared(IGrouping<string, RowDraft> group) => group.Skip(1).Any();

    private static bool HaveDifferentNames(List<RowDraft> rows) => rows.Skip(1).Any(row => SameName.Of(rows[0], row) == NamesAre.Different);

    /// <summary>The first five, and how many there are: a column that repeats one address must not fill the memory with its rows.</summary>
    internal static string RowsOf(IReadOnlyList<RowDraft> rows) => FirstFive(rows.Select(draft => Digits(draft.Number)), rows.Count);

    private static string NamesOf(List<RowDraft> rows) => FirstFive(rows.Select(draft => draft.Name), rows.Count);

    internal static string FirstFive(IEnumerable<string> all, int count) =>
        string.Join(", ", all.Take(5)) + (count > 5 ? $" … ({Digits(count)})" : "");

    internal static string Digits(int number) => number.ToString(CultureInfo.InvariantCulture);
}
