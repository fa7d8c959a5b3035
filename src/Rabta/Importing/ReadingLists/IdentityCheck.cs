using System.Globalization;
using Rabta.Mentorships.States;

namespace Rabta.Importing.ReadingLists;

/// <summary>Leaves out rows of one list that can't be told apart, and repeated ones. It never merges two rows.</summary>
/// <remarks>An address says who somebody is; without one the number does; without that the full name, if only one has it.</remarks>
internal sealed class IdentityCheck(List<RowDraft> drafts, List<ImportProblem> problems)
{
    public void Run()
    {
        CheckAddresses();
        CheckNumbers();
        CheckNames();
    }

    private void CheckAddresses()
    {
        foreach (var group in Standing().Where(draft => draft.Address is not null).GroupBy(draft => draft.Address!.Key).Where(IsShared))
        {
            var rows = group.ToList();
            if (HaveDifferentNames(rows))
            {
                // Only a person can say whose address it is, so neither row is imported.
                foreach (var draft in rows)
                {
                    LeaveOut(draft, ImportProblemCode.DifferentNamesOneAddress, draft.AddressHeading, RowsOf(rows), draft.Address!.Text);
                }
                continue;
            }
            foreach (var draft in rows.Skip(1))
            {
                LeaveOut(draft, ImportProblemCode.SamePersonTwice, draft.AddressHeading, Digits(rows[0].Number));
            }
        }
    }

    private void CheckNumbers()
    {
        foreach (
            var group in Standing().Where(draft => draft.NumberKey is not null).GroupBy(draft => draft.NumberKey!).Where(IsShared).ToList()
        )
        {
            var rows = group.ToList();
            var named = rows.Where(draft => draft.Address is null).ToList();
            if (named.Count > 0 && HaveDifferentNames(rows))
            {
                foreach (var draft in named)
                {
                    LeaveOut(draft, ImportProblemCode.DifferentNamesOneNumber, draft.NumberHeading, RowsOf(rows), draft.PersonNumber!);
                }
                rows = [.. rows.Except(named)];
            }
            foreach (var draft in rows.Skip(1))
            {
                CheckLaterNumber(draft, rows[0]);
            }
        }
    }

    private void CheckLaterNumber(RowDraft draft, RowDraft first)
    {
        if (draft.Address is null || first.Address is null)
        {
            LeaveOut(draft, ImportProblemCode.SamePersonTwice, draft.NumberHeading, Digits(first.Number));
            return;
        }
        // Two addresses are two people, and a number is one person's.
        draft.PersonNumber = null;
        problems.Add(
            ImportProblem.Of(
                ProblemKind.Cell,
                ImportProblemCode.NumberShared,
                draft.File,
                draft.Number,
                draft.NumberHeading,
                Digits(first.Number)
            )
        );
    }

    private void CheckNames()
    {
        var byName = drafts.Where(draft => draft.NameKey.Length > 0).ToLookup(draft => draft.NameKey);
        foreach (var draft in Standing().ToList())
        {
            if (draft.Name.Length == 0 && draft.NameHeading is not null && (draft.Address is not null || draft.NumberKey is not null))
            {
                problems.Add(
                    ImportProblem.Of(ProblemKind.Cell, ImportProblemCode.NameMissing, draft.File, draft.Number, draft.NameHeading)
                );
            }
            if (draft.Address is not null || draft.NumberKey is not null)
            {
                continue;
            }
            if (draft.Name.Length == 0)
            {
                LeaveOut(draft, ImportProblemCode.NobodyNamed, null);
            }
            else if (byName[draft.NameKey].FirstOrDefault(other => other != draft) is { } other)
            {
                LeaveOut(draft, ImportProblemCode.NameNotUnique, draft.NameHeading, draft.Name, Digits(other.Number));
            }
        }
    }

    private void LeaveOut(RowDraft draft, ImportProblemCode code, string? column, params string[] args)
    {
        draft.IsLeftOut = true;
        problems.Add(ImportProblem.Of(ProblemKind.Row, code, draft.File, draft.Number, column, args));
    }

    private IEnumerable<RowDraft> Standing() => drafts.Where(draft => !draft.IsLeftOut);

    private static bool IsShared(IGrouping<string, RowDraft> group) => group.Skip(1).Any();

    private static bool HaveDifferentNames(IEnumerable<RowDraft> rows) =>
        rows.Select(draft => draft.NameKey).Where(name => name.Length > 0).Distinct(StringComparer.Ordinal).Skip(1).Any();

    private static string RowsOf(List<RowDraft> rows) => string.Join(", ", rows.Select(draft => Digits(draft.Number)));

    internal static string Digits(int number) => number.ToString(CultureInfo.InvariantCulture);
}
