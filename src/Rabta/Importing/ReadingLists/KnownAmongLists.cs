namespace Rabta.Importing.ReadingLists;

/// <summary>Says of everyone in the lists who they are among those stored. Nobody stored is found twice.</summary>
internal sealed class KnownAmongLists(KnownPeople known, ReadingNotes notes)
{
    private readonly Dictionary<KnownPerson, PersonDraft> _claimed = [];

    /// <summary>The people who stand, in order, numbered anew.</summary>
    public List<PersonDraft> Recognise(List<PersonDraft> people)
    {
        var standing = people.Where(Stands).ToList();
        for (var i = 0; i < standing.Count; i++)
        {
            standing[i].Index = i;
        }
        return standing;
    }

    private bool Stands(PersonDraft draft)
    {
        var (person, problem, newAddress) = known.Find(draft, notes.TakeGuesses);
        if (problem is { } code)
        {
            foreach (var row in draft.Rows)
            {
                notes.LeaveOut(row, code, HeadingOf(row, code), Args(row, code, person));
            }
            return false;
        }
        if (person is null)
        {
            return true;
        }
        (draft.Known, draft.TakesNewAddress) = (person, newAddress);
        if (_claimed.TryAdd(person, draft))
        {
            return true;
        }
        Join(draft, _claimed[person]);
        return false;
    }

    /// <summary>
    /// One row knows the address, the other the number: over both lists that is one person, within one list it is twice the same.
    /// </summary>
    private void Join(PersonDraft draft, PersonDraft first)
    {
        foreach (var row in draft.Rows)
        {
            if (first.Rows.Find(other => other.File == row.File && other.Role == row.Role) is not { } same)
            {
                first.Rows.Add(row);
                continue;
            }
            notes.LeaveOut(
                row,
                ImportProblemCode.SamePersonTwice,
                row.AddressHeading ?? row.NumberHeading ?? row.NameHeading,
                IdentityCheck.Digits(same.Number),
                row.AddressHeading ?? row.NumberHeading ?? row.NameHeading ?? ""
            );
        }
    }

    private static string? HeadingOf(RowDraft row, ImportProblemCode code) =>
        code switch
        {
            ImportProblemCode.NameOfSeveralHere => row.NameHeading,
            ImportProblemCode.AddressOfSomebodyHere => row.AddressHeading,
            _ => row.NumberHeading,
        };

    /// <summary>A problem about somebody who is here names both.</summary>
    private static string[] Args(RowDraft row, ImportProblemCode code, KnownPerson? person) =>
        code switch
        {
            ImportProblemCode.NameOfSeveralHere => [row.Name],
            ImportProblemCode.AddressOfSomebodyHere => [row.Address!.Text, person!.Name, row.Name],
            ImportProblemCode.NumberHereWithOtherAddress => [row.PersonNumber ?? "", person!.Name, person.AddressKey!, row.Name],
            _ => [row.PersonNumber ?? ""],
        };
}
