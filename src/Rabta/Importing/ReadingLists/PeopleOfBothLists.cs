namespace Rabta.Importing.ReadingLists;

/// <summary>Joins the rows of the two lists. A person in both lists has both parts, and that is no problem.</summary>
internal sealed class PeopleOfBothLists(ReadingNotes notes)
{
    private readonly List<PersonDraft> _people = [];
    private readonly Dictionary<string, PersonDraft> _byAddress = new(StringComparer.Ordinal);
    private readonly Dictionary<string, PersonDraft> _byNumber = new(StringComparer.Ordinal);

    public List<PersonDraft> Join(List<RowDraft> mentors, List<RowDraft> mentees)
    {
        foreach (var row in mentors.Where(row => row.Stands))
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
        foreach (var row in mentees.Where(row => row.Stands))
        {
            Place(row);
        }
        return _people;
    }

    private void Place(RowDraft row)
    {
        if (row.Address is { } address && _byAddress.TryGetValue(address.Key, out var same))
        {
            // A father and a daughter with one address are two people, and only a person can say whose it is.
            if (SameName.Of(row, same.Rows[0]) == NamesAre.Different)
                notes.LeaveOut(
                    row,
                    ImportProblemCode.AddressOfAnother,
                    row.AddressHeading,
                    address.Text,
                    same.Name,
                    IdentityCheck.Digits(same.Rows[0].Number),
                    same.Rows[0].File
                );
            else
                Join(row, same);
            return;
        }
        if (row.NumberKey is not { } number || !_byNumber.TryGetValue(number, out var holder))
        {
            Add(row);
            return;
        }
        var names = SameName.Of(row, holder.Rows[0]);
        var areTwoAddresses = row.Address is not null && holder.Address is not null;
        // A staff number may be somebody's roll number: two names with two addresses are two people.
        if (areTwoAddresses && names == NamesAre.Different)
        {
            Add(row);
            return;
        }
        if (areTwoAddresses && !notes.TakeGuesses)
        {
            notes.LeaveOut(
                row,
                ImportProblemCode.NumberWithOtherAddress,
                row.NumberHeading,
                row.PersonNumber!,
                holder.Address!.Text,
                IdentityCheck.Digits(holder.Rows[0].Number),
                holder.Rows[0].File,
                holder.Name
            );
            return;
        }
        if (names != NamesAre.Different && holder.Rows.Count == 1)
        {
            Join(row, holder);
            return;
        }
        notes.LeaveOut(
            row,
            ImportProblemCode.NumberOfAnother,
            row.NumberHeading,
            row.PersonNumber!,
            IdentityCheck.Digits(holder.Rows[0].Number),
            holder.Rows[0].File
        );
    }

    private void Add(RowDraft row) => _people.Add(new PersonDraft(_people.Count, row));

    private void Join(RowDraft row, PersonDraft person)
    {
        var first = person.Rows[0];
        if (SameName.Of(row, first) != NamesAre.Same)
        {
            notes.Problems.Add(
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
}
