using System.Text.RegularExpressions;

namespace Rabta.Programmes.Importing;

/// <summary>Finds the people that wishes, recommendations and conflicts name: by address, or by full name if only one has it.</summary>
internal sealed partial class References(
    IReadOnlyList<PersonDraft> people, IEnumerable<RowDraft> rows, List<ImportProblem> problems)
{
    private readonly Dictionary<Parts, PartIndex> indices = new()
    {
        [Parts.Mentor] = new PartIndex(Parts.Mentor, people, rows),
        [Parts.Mentee] = new PartIndex(Parts.Mentee, people, rows),
    };

    /// <summary>People named in cells, in order, each once. What cannot be found is a remark.</summary>
    public List<PersonReference> Find(IEnumerable<(Column Column, string Text)> cells, RowDraft row, int self)
    {
        var others = indices[row.Part == Parts.Mentor ? Parts.Mentee : Parts.Mentor];
        var found = new List<PersonReference>();
        foreach (var (column, text) in cells)
        {
            foreach (var piece in AnswerLists.Pieces(text).Where(piece => !Values.IsNobody(piece)).SelectMany(piece => Names(piece, others)))
            {
                var (person, problem) = others.Find(piece);
                if (person == self) { problem = ImportProblemCode.PersonIsSelf; }
                if (problem is { } code)
                {
                    problems.Add(ImportProblem.Of(ProblemKind.Cell, code, row.File, row.Number, column.Heading, piece));
                }
                else if (!found.Exists(reference => reference.Person == person))
                {
                    found.Add(new PersonReference(piece, person));
                }
            }
        }
        return found;
    }

    /// <summary>A comma may be part of a name ("Khan, Sara"): only where the whole names nobody does it separate.</summary>
    private static IEnumerable<string> Names(string piece, PartIndex others)
    {
        var whole = ListNumber().Replace(piece, "");
        if (others.Find(whole).Problem != ImportProblemCode.PersonUnknown) { return [whole]; }
        var parts = AnswerLists.PartsOf(whole).ConvertAll(part => ListNumber().Replace(part, ""));
        return parts.Count > 1 ? parts.Where(part => part.Length > 0) : [whole];
    }

    [GeneratedRegex(@"^\s*\d{1,2}[.)]\s+")]
    private static partial Regex ListNumber();

    private sealed class PartIndex
    {
        private const int Several = -2;
        private readonly Dictionary<string, int> byAddress = new(StringComparer.Ordinal);
        private readonly Dictionary<string, int> byName = new(StringComparer.Ordinal);
        private readonly HashSet<string> leftOut = new(StringComparer.Ordinal);

        public PartIndex(Parts part, IReadOnlyList<PersonDraft> people, IEnumerable<RowDraft> rows)
        {
            foreach (var person in people.Where(person => person.Parts.HasFlag(part)))
            {
                if (person.Address is { } address) { byAddress[address.Key] = person.Index; }
                foreach (var name in person.NameKeys) { byName[name] = byName.ContainsKey(name) ? Several : person.Index; }
            }
            foreach (var row in rows.Where(row => row.IsLeftOut && (row.Part == part || row.TakesBothParts)))
            {
                leftOut.Add(row.NameKey);
                if (row.Address is { } address) { leftOut.Add(address.Key); }
            }
        }

        public (int Person, ImportProblemCode? Problem) Find(string text)
        {
            var key = MailAddress.Read(text)?.Key;
            var known = key is null ? byName : byAddress;
            key ??= Values.Key(text);
            if (known.TryGetValue(key, out var person))
            {
                return person == Several ? (-1, ImportProblemCode.PersonAmbiguous) : (person, null);
            }
            return (-1, leftOut.Contains(key) ? ImportProblemCode.PersonLeftOut : ImportProblemCode.PersonUnknown);
        }
    }
}
