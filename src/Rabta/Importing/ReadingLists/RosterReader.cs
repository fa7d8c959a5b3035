using Rabta.Platform.Language;
using Rabta.Programmes;
using Rabta.Sheets;

namespace Rabta.Importing.ReadingLists;

/// <summary>Makes people out of two lists. Pure: who is stored already is told to it.</summary>
public static class RosterReader
{
    /// <summary>Either list may be missing; then only stored people of its part can be named in the other.</summary>
    public static Roster Read(
        Sheet? mentors,
        Sheet? mentees,
        ColumnMaps? mentorMaps = null,
        ColumnMaps? menteeMaps = null,
        KnownPeople? known = null,
        bool takeGuesses = false
    )
    {
        known ??= KnownPeople.Nobody;
        var notes = new ReadingNotes(takeGuesses);
        CheckMaps(mentors, mentees, mentorMaps ?? ColumnMaps.None, menteeMaps ?? ColumnMaps.None, notes.Problems);
        var (mentorColumns, mentorRows) = ReadList(mentors, ProgrammeRoles.Mentor, mentorMaps, notes);
        var (menteeColumns, menteeRows) = ReadList(mentees, ProgrammeRoles.Mentee, menteeMaps, notes);

        var people = new KnownAmongLists(known, notes).Recognise(new PeopleOfBothLists(notes).Join(mentorRows, menteeRows));
        List<RowDraft> rows = [.. mentorRows, .. menteeRows];
        var lists = Learn(rows);
        var references = new References(people, rows, known, notes);
        List<RosterPerson> finished = [.. people.Select(person => Finished(person, references, lists))];
        var same = new SameValues(notes).Find(finished, [.. mentorColumns, .. menteeColumns]);

        return new Roster(
            finished,
            InOrder(notes.Problems, mentors, mentees),
            rows.Count(row => row.IsLeftOut),
            mentorColumns,
            menteeColumns
        )
        {
            Skipped = notes.Skipped,
            Wishes = notes.Wishes,
            Guesses = notes.Guesses,
            SameValues = same,
        };
    }

    private static (IReadOnlyList<Column> Columns, List<RowDraft> Rows) ReadList(
        Sheet? sheet,
        ProgrammeRoles role,
        ColumnMaps? maps,
        ReadingNotes notes
    )
    {
        if (sheet is null)
        {
            return ([], []);
        }
        notes.Problems.AddRange(sheet.Remarks.Select(remark => ImportProblem.OfCell(remark, sheet.File)));
        var columns = Columns.Guess(sheet, role, maps);
        notes.Guesses.AddRange(
            columns
                .Where(column => column.IsGuessed)
                .Select(column => new ImportGuess(
                    GuessKind.Heading,
                    sheet.File,
                    null,
                    column.Heading,
                    column.Heading,
                    column.Meant.ToString(),
                    false,
                    true
                ))
        );
        var rows = new RowReader(sheet, role, columns, notes).Read(new RowCleaner(sheet, role, columns, notes).Run());
        // Otherwise a hundred and sixty people come in as a dash.
        if (rows.Count > 0 && rows.TrueForAll(row => row.Name.Length == 0 && row.Names.Count == 0))
        {
            notes.Problems.Add(ImportProblem.Of(ProblemKind.File, ImportProblemCode.NoNames, sheet.File, null, null));
        }
        new IdentityCheck(rows, notes).Run();
        return (columns, rows);
    }

    /// <summary>A mistyped heading must not quietly leave the guess in place.</summary>
    private static void CheckMaps(
        Sheet? mentors,
        Sheet? mentees,
        ColumnMaps mentorMaps,
        ColumnMaps menteeMaps,
        List<ImportProblem> problems
    )
    {
        bool Has(Sheet? sheet, ColumnMaps maps, string heading) =>
            sheet is not null
            && maps.MeaningOf(heading) is not null
            && sheet.Columns.Any(column => Values.HeadingKey(column.Heading) == Values.HeadingKey(heading));
        foreach (var heading in mentorMaps.Headings.Concat(menteeMaps.Headings).DistinctBy(Values.HeadingKey, StringComparer.Ordinal))
        {
            if (Has(mentors, mentorMaps, heading) || Has(mentees, menteeMaps, heading))
            {
                continue;
            }
            problems.Add(ImportProblem.Of(ProblemKind.File, ImportProblemCode.MapHeadingMissing, null, null, heading, heading));
        }
    }

    /// <summary>Questions asked in both lists are one column when it comes to what a comma means.</summary>
    private static Dictionary<string, AnswerLists> Learn(List<RowDraft> rows)
    {
        var lists = new Dictionary<string, AnswerLists>(StringComparer.Ordinal);
        foreach (var (column, text) in rows.SelectMany(row => row.Answers))
        {
            if (!lists.TryGetValue(column.Key, out var list))
            {
                lists[column.Key] = list = new AnswerLists();
            }
            list.Learn(text);
        }
        return lists;
    }

    private static RosterPerson Finished(PersonDraft person, References references, Dictionary<string, AnswerLists> lists)
    {
        T? First<T>(Func<RowDraft, T?> value) => person.Rows.Select(value).FirstOrDefault(found => found is not null);
        return new RosterPerson(
            person.Index,
            person.Roles,
            person.Name,
            person.Names,
            person.Address,
            First(row => row.PersonNumber),
            First(row => row.Phone),
            First(row => row.Places),
            [.. person.Rows.Select(row => Finished(row, person.Index, references, lists))],
            person.Known
        )
        {
            TakesNewAddress = person.TakesNewAddress,
        };
    }

    private static RosterRow Finished(RowDraft row, int self, References references, Dictionary<string, AnswerLists> lists) =>
        new(
            row.File,
            row.Number,
            row.Role,
            references.Find(row.Wishes, row, self, areWishes: true),
            references.Find(row.Recommended, row, self).ConvertAll(person => new RosterRecommendation(person, row.RecommendedBy, row.Why)),
            references.Find(row.Conflicts, row, self),
            AnswersOf(row, lists),
            row.Texts
        );

    private static List<RosterAnswer> AnswersOf(RowDraft row, Dictionary<string, AnswerLists> lists) =>
        [
            .. from answer in row.Answers
            group answer by answer.Column.Key into question
            let first = question.First().Column
            let values = question
                .SelectMany(answer => lists[question.Key].Split(answer.Text))
                .DistinctBy(TextKey.Of, StringComparer.Ordinal)
                .ToList()
            where values.Count > 0
            select new RosterAnswer(
                question.Key,
                first.Heading,
                question.Any(answer => answer.Column.Meaning == ColumnMeaning.Private),
                values
            ),
        ];

    private static List<ImportProblem> InOrder(List<ImportProblem> problems, Sheet? mentors, Sheet? mentees)
    {
        string?[] files = [null, mentors?.File, mentees?.File];
        return [.. problems.OrderBy(problem => Array.IndexOf(files, problem.File)).ThenBy(problem => problem.Row ?? 0)];
    }
}
