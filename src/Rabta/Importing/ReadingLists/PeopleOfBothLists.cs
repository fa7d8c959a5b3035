using Rabta.Platform.Language;

namespace Rabta.Importing.ReadingLists;

/// <summary>Joins the rows of the two lists. A person in both lists has both parts, and that is no problem.</summary>
internal sealed class PeopleOfBothLists(List<ImportProblem> problems)
{
    private readonly List<PersonDraft> _people = [];
    private readonly Dictionary<string, PersonDraft> _byAddress = new(StringComparer.Ordinal);
    private readonly Dictionary<string, PersonDraft> _byNumber = new(StringComparer.Ordinal);

    public List<PersonDraft> Join(List<RowDraft> mentors, List<RowDraft> mentees)
    {
        foreach (var row in mentors.Where(row => !row.IsLeftOut))
        {
            Add(row);
        }
        foreach (var person in _people)
        {
            if (person.Rows[0].Address is { } address)
            {
                _byAddress[address.Key] = person;
            }
            if (person.Rows[0].NumberKey is { } number)
            {
                _byNumber[number] = person;
            }
        }
        foreach (var row in mentees.Where(row => !row.IsLeftOut))
        {
            Place(row);
        }
        return _people;
    }

    private void Place(RowDraft row)
    {
        if (row.Address is { } address && _byAddress.TryGetValue(address.Key, out var same))
        {
            Join(row, same);
            return;
        }
        if (
            row.NumberKey is not { } number
            || !_byNumber.TryGetValue(number, out var holder)
            || (row.Address is not null && holder.Address is not null)
        )
        {
            Add(row);
            return;
        }
        if (!HaveDifferentNames(row, holder) && holder.Rows.Count == 1)
        {
            Join(row, holder);
            return;
        }
        // A staff number may be somebody's roll number: two names are not made one person.
        row.IsLeftOut = true;
        problems.Add(
            ImportProblem.Of(
                ProblemKind.Row,
                ImportProblemCode.NumberOfAnother,
                row.File,
                row.Number,
                row.NumberHeading,
                row.PersonNumber!,
                IdentityCheck.Digits(holder.Rows[0].Number),
                holder.Rows[0].File
            )
        );
    }

    private void Add(RowDraft row) => _people.Add(new PersonDraft(_people.Count, row));

    private void Join(RowDraft row, PersonDraft person)
    {
        var first = person.Rows[0];
        if (HaveDifferentNames(row, person))
        {
            problems.Add(
                ImportProblem.Of(
                    ProblemKind.Cell,
                    ImportProblemCode.NameDiffers,
                    row.File,
                    row.Number,
                    row.NameHeading,
                    IdentityCheck.Digits(first.Number),
                    first.File,
                    person.Name
                )
            );
        }
        person.Rows.Add(row);
    }

    private static bool HaveDifferentNames(RowDraft row, PersonDraft person) =>
        row.NameKey.Length > 0 && person.Name.Length > 0 && row.NameKey != TextKey.Of(person.Name);
}
