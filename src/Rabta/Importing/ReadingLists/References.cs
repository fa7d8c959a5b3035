using System.Text.RegularExpressions;
using Rabta.People;
using Rabta.Platform.Access;
using Rabta.Platform.Language;
using Rabta.Programmes;

namespace Rabta.Importing.ReadingLists;

/// <summary>
/// Finds the people that wishes, recommendations and conflicts name: by address, by name as written, without titles, or by a name a letter
/// or two off, which is only offered unless guesses are taken.
/// </summary>
internal sealed partial class References
{
    private readonly ReadingNotes _notes;
    private readonly IReadOnlyList<PersonDraft> _people;
    private readonly Dictionary<PersonId, KnownPerson> _known;
    private readonly Dictionary<ProgrammeRoles, (NameIndex<PersonReference> Names, HashSet<string> LeftOut)> _indices;

    public References(IReadOnlyList<PersonDraft> people, IReadOnlyList<RowDraft> rows, KnownPeople known, ReadingNotes notes)
    {
        (_people, _notes) = (people, notes);
        _known = known.All.ToDictionary(person => person.Id);
        _indices = new[] { ProgrammeRoles.Mentor, ProgrammeRoles.Mentee }.ToDictionary(
            role => role,
            role => (IndexOf(role, people, known), LeftOut(role, rows))
        );
    }

    /// <summary>People named in cells, in order, each once. What cannot be found is a remark.</summary>
    /// <param name="areWishes">How each piece was understood is counted.</param>
    public List<PersonReference> Find(IEnumerable<(Column Column, string Text)> cells, RowDraft row, int self, bool areWishes = false)
    {
        var (others, leftOut) = _indices[row.Role == ProgrammeRoles.Mentor ? ProgrammeRoles.Mentee : ProgrammeRoles.Mentor];
        var found = new List<PersonReference>();
        foreach (var (column, text) in cells)
        foreach (var piece in AnswerLists.AllPieces(text).SelectMany(piece => Names(piece, others)))
        {
            if (Values.IsNoWish(piece))
            {
                _notes.Wishes.None += areWishes ? 1 : 0;
                continue;
            }
            if (Understood(piece, others.Find(piece), leftOut, self, new(column, row, areWishes)) is not { } target)
            {
                continue;
            }
            if (!found.Exists(reference => (reference.Person, reference.Known) == (target.Person, target.Known)))
            {
                found.Add(target with { Text = piece });
            }
        }
        return found;
    }

    /// <summary>The cell in which a name stands.</summary>
    private readonly record struct Cell(Column Column, RowDraft Row, bool IsWish);

    private PersonReference? Understood(
        string piece,
        (NameHit Hit, IReadOnlyList<PersonReference> People) found,
        HashSet<string> leftOut,
        int self,
        Cell cell
    )
    {
        var (hit, people) = found;
        if (people.Count == 1 && people[0].Person == self)
        {
            Count(NameHit.Unknown, cell);
            return Remark(ImportProblemCode.PersonIsSelf, piece, cell);
        }
        Count(hit, cell);
        switch (hit)
        {
            case NameHit.Exact:
                return people[0];
            case NameHit.Certain:
                Guess(piece, people[0], true, true, cell);
                return people[0];
            case NameHit.Likely:
                Guess(piece, people[0], false, _notes.TakeGuesses, cell);
                return _notes.TakeGuesses ? people[0] : Remark(ImportProblemCode.PersonLikely, piece, cell, NameOf(people[0]));
            case NameHit.Ambiguous:
                return Remark(ImportProblemCode.PersonAmbiguous, piece, cell, IdentityCheck.FirstFive(people.Select(Told), people.Count));
            default:
                var key = MailAddress.Read(piece)?.Key ?? TextKey.Of(piece);
                return Remark(leftOut.Contains(key) ? ImportProblemCode.PersonLeftOut : ImportProblemCode.PersonUnknown, piece, cell);
        }
    }

    private PersonReference? Remark(ImportProblemCode code, string piece, Cell cell, params string[] more)
    {
        _notes.Remark(cell.Row, code, cell.Column.Heading, [piece, .. more]);
        return null;
    }

    private void Count(NameHit hit, Cell cell)
    {
        if (!cell.IsWish)
        {
            return;
        }
        var wishes = _notes.Wishes;
        switch (hit)
        {
            case NameHit.Exact or NameHit.Certain:
                wishes.Certain++;
                break;
            case NameHit.Likely:
                wishes.Likely++;
                break;
            case NameHit.Ambiguous:
                wishes.Ambiguous++;
                break;
            default:
                wishes.Unknown++;
                break;
        }
    }

    private void Guess(string piece, PersonReference person, bool isCertain, bool isTaken, Cell cell) =>
        _notes.Guesses.Add(
            new(GuessKind.Person, cell.Row.File, cell.Row.Number, cell.Column.Heading, piece, AddressOf(person), isCertain, isTaken)
        );

    private string NameOf(PersonReference reference) =>
        reference.Person >= 0 ? _people[reference.Person].Name : _known[reference.Known!.Value].Name;

    /// <summary>The address, else the number, else the full name.</summary>
    private string AddressOf(PersonReference reference)
    {
        if (reference.Person < 0)
        {
            var known = _known[reference.Known!.Value];
            return known.AddressKey ?? known.NumberKey ?? known.Name;
        }
        var person = _people[reference.Person];
        return person.Address?.Text
            ?? person.Known?.AddressKey
            ?? person.Rows.Select(row => row.PersonNumber).FirstOrDefault(number => number is not null)
            ?? person.Name;
    }

    private string Told(PersonReference reference)
    {
        var (name, address) = (NameOf(reference), AddressOf(reference));
        return name == address ? name : $"{name} <{address}>";
    }

    /// <summary>A comma may be part of a name ("Khan, Sara"): only where the whole names nobody does it separate.</summary>
    private static List<string> Names(string piece, NameIndex<PersonReference> others)
    {
        var whole = ListNumber().Replace(piece, "");
        if (Values.IsNoWish(whole) || others.Find(whole).Hit is NameHit.Exact or NameHit.Certain)
        {
            return [whole];
        }
        List<string> parts =
        [
            .. AnswerLists
                .PartsOf(whole)
                .SelectMany(part => And().Split(part))
                .Select(part => ListNumber().Replace(part, "").Trim())
                .Where(part => part.Length > 0),
        ];
        if (parts.Count <= 1)
        {
            return [whole];
        }
        // Of two parts of which nobody knows either, the whole may still be somebody a letter off.
        return parts.Exists(part => others.Find(part).Hit != NameHit.Unknown) || others.Find(whole).Hit == NameHit.Unknown
            ? parts
            : [whole];
    }

    private static NameIndex<PersonReference> IndexOf(ProgrammeRoles role, IReadOnlyList<PersonDraft> people, KnownPeople known)
    {
        var index = new NameIndex<PersonReference>();
        foreach (var person in people.Where(person => (person.Roles | (person.Known?.Roles ?? ProgrammeRoles.None)).HasFlag(role)))
        {
            var names = person.Rows.SelectMany(row => row.Names.Values.Prepend(row.Name)).Where(name => name.Length > 0);
            index.Add(
                new PersonReference("", person.Index),
                person.Address?.Key ?? person.Known?.AddressKey,
                names.Concat(person.Known?.Names ?? []).Distinct(StringComparer.Ordinal),
                person.Rows.SelectMany(row => row.Answers.Select(answer => TextKey.Of(answer.Text)).Append(row.NumberKey ?? ""))
            );
        }
        var inLists = people.Select(person => person.Known).OfType<KnownPerson>().ToHashSet();
        foreach (var person in known.All.Where(person => person.Roles.HasFlag(role) && !inLists.Contains(person)))
        {
            index.Add(new PersonReference("", -1, person.Id), person.AddressKey, person.Names, [person.NumberKey ?? ""]);
        }
        return index;
    }

    private static HashSet<string> LeftOut(ProgrammeRoles role, IReadOnlyList<RowDraft> rows) =>
        rows.Where(row => row.IsLeftOut && (row.Role == role || row.TakesBothRoles))
            .SelectMany(row => new[] { row.NameKey, row.Address?.Key ?? "" })
            .Where(key => key.Length > 0)
            .ToHashSet(StringComparer.Ordinal);

    [GeneratedRegex(@"^\s*\d{1,2}[.)]\s*")]
    private static partial Regex ListNumber();

    [GeneratedRegex(@"\s+(?:and|or|aur|ya|اور|یا)\s+|\s*[&/+]\s*", RegexOptions.IgnoreCase)]
    private static partial Regex And();
}
