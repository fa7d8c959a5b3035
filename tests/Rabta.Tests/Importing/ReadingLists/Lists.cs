using System.Text;
using Rabta.Importing.ReadingLists;
using Rabta.People;
using Rabta.Platform.Language;
using Rabta.Preferences;
using Rabta.Programmes;
using Rabta.Sheets;
using Rabta.Tests.Matches;

namespace Rabta.Tests.Importing.ReadingLists;

/// <summary>Reads two lists typed as text.</summary>
internal static class Lists
{
    public static Roster Read(string mentors, string mentees, params string[] maps)
    {
        var (parsed, problems) = ColumnMaps.Parse(maps, Composition.Languages);
        Assert.Empty(problems);
        return RosterReader.Read(
            Sheet(mentors, "mentors.csv", ProgrammeRoles.Mentor, parsed),
            Sheet(mentees, "mentees.csv", ProgrammeRoles.Mentee, parsed),
            parsed,
            parsed
        );
    }

    /// <summary>Two lists as an import takes them; an empty text is no list.</summary>
    public static TwoLists Two(string mentors, string mentees, params string[] maps)
    {
        var parsed = ColumnMaps.Parse(maps, Composition.Languages).Maps;
        return new TwoLists(
            mentors.Length == 0 ? null : Sheet(mentors, "mentors.csv", ProgrammeRoles.Mentor, parsed),
            mentees.Length == 0 ? null : Sheet(mentees, "mentees.csv", ProgrammeRoles.Mentee, parsed),
            parsed,
            parsed
        );
    }

    public static Sheet Sheet(string text, string file = "list.csv", ProgrammeRoles role = ProgrammeRoles.Mentee, ColumnMaps? maps = null)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(text));
        var reading = SheetReader.Read(stream, file, Columns.LookLikeHeadings(role, maps));
        Assert.Null(reading.Refusal);
        return reading.Sheet!;
    }

    /// <summary>Problems as "kind file row column key args", short to compare.</summary>
    public static string[] Problems(Roster roster) =>
        [
            .. roster.Problems.Select(problem =>
                $"{problem.Kind} {problem.File?.Replace(".csv", "", StringComparison.Ordinal)} {problem.Row} {problem.Column} "
                + $"{problem.Key.Replace("Import_", "", StringComparison.Ordinal)}({string.Join('|', problem.Args)})"
            ),
        ];

    public static RosterPerson Person(this Roster roster, string name) => roster.People.Single(person => person.Name == name);

    public static string Wishes(this Roster roster, string name) =>
        string.Join(", ", roster.Person(name).Rows.SelectMany(row => row.Wishes).Select(wish => roster.People[wish.Person].Name));

    public static string Answers(this Roster roster, string name, string heading) =>
        string.Join(" · ", roster.Person(name).Rows.SelectMany(row => row.Answers).Single(answer => answer.Heading == heading).Values);
}
