using Rabta.Platform.Language;
using Rabta.Programmes;

namespace Rabta.Importing.ReadingLists;

/// <summary>
/// Where written text goes: what people say about themselves and what they hope for have their own place, the rest are answers that never
/// count.
/// </summary>
public sealed class TextColumns
{
    private static readonly HashSet<string> About = new(
        ["bio", "biography", "about", "about me", "about you", "تعارف"],
        HeadingComparer.Same
    );
    private static readonly HashSet<string> Hopes = new(["motivation", "hopes", "what do you hope for?", "امید"], HeadingComparer.Same);

    private readonly Dictionary<(ProgrammeRoles, string), bool> _own = [];
    private readonly List<Column> _others = [];

    public TextColumns(Roster roster)
    {
        Sort(ProgrammeRoles.Mentor, roster.MentorColumns);
        Sort(ProgrammeRoles.Mentee, roster.MenteeColumns);
    }

    /// <summary>Text that becomes answers.</summary>
    public IReadOnlyList<Column> Others => _others;

    public string? AboutOf(RosterPerson person) => First(person, about: true);

    public string? HopesOf(RosterPerson person) => First(person, about: false);

    public IEnumerable<RosterAnswer> AnswersOf(RosterRow row) =>
        row
            .Texts.Where(text => !_own.ContainsKey((row.Role, text.Heading)))
            .Select(text => new RosterAnswer(Values.HeadingKey(text.Heading), text.Heading, false, [text.Text]));

    private void Sort(ProgrammeRoles role, IReadOnlyList<Column> columns)
    {
        bool hasAbout = false,
            hasHopes = false;
        foreach (var column in columns.Where(column => column.Meaning == ColumnMeaning.Text))
        {
            if (!hasAbout && About.Contains(column.Heading))
                hasAbout = _own[(role, column.Heading)] = true;
            else if (!hasHopes && Hopes.Contains(column.Heading))
                hasHopes = !(_own[(role, column.Heading)] = false);
            else
                _others.Add(column);
        }
    }

    private string? First(RosterPerson person, bool about) =>
        (
            from row in person.Rows
            from text in row.Texts
            where _own.TryGetValue((row.Role, text.Heading), out var isAbout) && isAbout == about
            select text.Text
        ).FirstOrDefault();

    private sealed class HeadingComparer : IEqualityComparer<string>
    {
        public static readonly HeadingComparer Same = new();

        public bool Equals(string? x, string? y) => Values.HeadingKey(x ?? "") == Values.HeadingKey(y ?? "");

        public int GetHashCode(string obj) => Values.HeadingKey(obj).GetHashCode(StringComparison.Ordinal);
    }
}
