using System.Text.RegularExpressions;
using Rabta.People;
using Rabta.Platform.Language;
using Rabta.Programmes;

namespace Rabta.Importing.ReadingLists;

/// <summary>Finds the people that wishes, recommendations and conflicts name: by address, or by full name if only one has it.</summary>
internal sealed partial class References(
    IReadOnlyList<PersonDraft> people,
    IEnumerable<RowDraft> rows,
    KnownPeople known,
    List<ImportProblem> problems
)
{
    private readonly Dictionary<ProgrammeRoles, RoleIndex> _indices = new()
    {
        [ProgrammeRoles.Mentor] = new RoleIndex(ProgrammeRoles.Mentor, people, rows, known),
        [ProgrammeRoles.Mentee] = new RoleIndex(ProgrammeRoles.Mentee, people, rows, known),
    };

    /// <summary>People named in cells, in order, each once. What cannot be found is a remark.</summary>
    public List<PersonReference> Find(IEnumerable<(Column Column, string Text)> cells, RowDraft row, int self)
    {
        var others = _indices[row.Role == ProgrammeRoles.Mentor ? ProgrammeRoles.Mentee : ProgrammeRoles.Mentor];
        var found = new List<PersonReference>();
        foreach (var (column, text) in cells)
        {
            foreach (
                var piece in AnswerLists.Pieces(text).Where(piece => !Values.IsNobody(piece)).SelectMany(piece => Names(piece, others))
            )
            {
                var (target, problem) = others.Find(piece);
                if (target?.Person == self)
                {
                    problem = ImportProblemCode.PersonIsSelf;
                }
                if (problem is { } code)
                {
                    problems.Add(ImportProblem.Of(ProblemKind.Cell, code, row.File, row.Number, column.Heading, piece));
                }
                else if (!found.Exists(reference => (reference.Person, reference.Known) == (target!.Person, target.Known)))
                {
                    found.Add(target! with { Text = piece });
                }
            }
        }
        return found;
    }

    /// <summary>A comma may be part of a name ("Khan, Sara"): only where the whole names nobody does it separate.</summary>
    private static IEnumerable<string> Names(string piece, RoleIndex others)
    {
        var whole = ListNumber().Replace(piece, "");
        if (others.Find(whole).Problem != ImportProblemCode.PersonUnknown)
        {
            return [whole];
        }
        var parts = AnswerLists.PartsOf(whole).ConvertAll(part => ListNumber().Replace(part, ""));
        return parts.Count > 1 ? parts.Where(part => part.Length > 0) : [whole];
    }

    [GeneratedRegex(@"^\s*\d{1,2}[.)]\s+")]
    private static partial Regex ListNumber();

    private sealed class RoleIndex
    {
        private static readonly PersonReference Several = new("", -2);
        private readonly Dictionary<string, PersonReference> _byAddress = new(StringComparer.Ordinal);
        private readonly Dictionary<string, PersonReference> _byName = new(StringComparer.Ordinal);
        private readonly HashSet<string> _leftOut = new(StringComparer.Ordinal);

        public RoleIndex(ProgrammeRoles role, IReadOnlyList<PersonDraft> people, IEnumerable<RowDraft> rows, KnownPeople known)
        {
            foreach (var person in people.Where(person => (person.Roles | (person.Known?.Roles ?? ProgrammeRoles.None)).HasFlag(role)))
            {
                Add(new PersonReference("", person.Index), person.Address?.Key ?? person.Known?.AddressKey, person.NameKeys);
            }
            var inLists = people.Select(person => person.Known).OfType<KnownPerson>().ToHashSet();
            foreach (var person in known.All.Where(person => person.Roles.HasFlag(role) && !inLists.Contains(person)))
            {
                Add(new PersonReference("", -1, person.Id), person.AddressKey, person.NameKeys);
            }
            foreach (var row in rows.Where(row => row.IsLeftOut && (row.Role == role || row.TakesBothRoles)))
            {
                _leftOut.Add(row.NameKey);
                if (row.Address is { } address)
                {
                    _leftOut.Add(address.Key);
                }
            }
        }

        public (PersonReference? Person, ImportProblemCode? Problem) Find(string text)
        {
            var key = MailAddress.Read(text)?.Key;
            var known = key is null ? _byName : _byAddress;
            key ??= TextKey.Of(text);
            if (known.TryGetValue(key, out var person))
            {
                return person == Several ? (null, ImportProblemCode.PersonAmbiguous) : (person, null);
            }
            return (null, _leftOut.Contains(key) ? ImportProblemCode.PersonLeftOut : ImportProblemCode.PersonUnknown);
        }

        private void Add(PersonReference person, string? address, IEnumerable<string> names)
        {
            if (address is not null)
            {
                _byAddress.TryAdd(address, person);
            }
            foreach (var name in names)
            {
                if (!_byName.TryAdd(name, person))
                {
                    _byName[name] = Several;
                }
            }
        }
    }
}
