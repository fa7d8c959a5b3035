using Rabta.People;
using Rabta.Platform.Access;
using Rabta.Platform.Language;
using Rabta.Programmes;

namespace Rabta.Importing.ReadingLists;

/// <summary>The people of the lists, each once, and all that is wrong with the lists.</summary>
/// <param name="LeftOut">How many rows have a row problem.</param>
public sealed record Roster(
    IReadOnlyList<RosterPerson> People,
    IReadOnlyList<ImportProblem> Problems,
    int LeftOut,
    IReadOnlyList<Column> MentorColumns,
    IReadOnlyList<Column> MenteeColumns
)
{
    /// <summary>Rows that are no people: sections, totals, headings.</summary>
    public int Skipped { get; init; }
    public WishCounts Wishes { get; init; } = new();
    public IReadOnlyList<ImportGuess> Guesses { get; init; } = [];

    /// <summary>By the key of the question: answers that are one written differently, each with the one they are counted as.</summary>
    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> SameValues { get; init; } =
        new Dictionary<string, IReadOnlyDictionary<string, string>>();
}

/// <summary>Somebody in one list or both.</summary>
/// <param name="Index">Their place in <see cref="Roster.People"/>, by which references name them.</param>
/// <param name="Places">Null where the list does not say: then the programme's default holds.</param>
/// <param name="Known">Who they are among those stored already; null for somebody new.</param>
/// <param name="Rows">The row they come from, or one of each list.</param>
public sealed record RosterPerson(
    int Index,
    ProgrammeRoles Roles,
    string Name,
    Several Names,
    MailAddress? Address,
    string? Number,
    string? Phone,
    int? Places,
    IReadOnlyList<RosterRow> Rows,
    KnownPerson? Known = null
)
{
    /// <summary>The address is another than the one that is stored, and takes its place.</summary>
    public bool TakesNewAddress { get; init; }
}

/// <summary>What one row says besides who it is.</summary>
/// <param name="Role">The part of the list it stands in.</param>
public sealed record RosterRow(
    string File,
    int Number,
    ProgrammeRoles Role,
    IReadOnlyList<PersonReference> Wishes,
    IReadOnlyList<RosterRecommendation> Recommendations,
    IReadOnlyList<PersonReference> Conflicts,
    IReadOnlyList<RosterAnswer> Answers,
    IReadOnlyList<RosterText> Texts
);

/// <summary>
/// A person of the other part, as written, and their place in <see cref="Roster.People"/>; -1 where they are stored already and in no list.
/// </summary>
public sealed record PersonReference(string Text, int Person, PersonId? Known = null);

/// <summary>Somebody who knows both thinks they suit each other.</summary>
public sealed record RosterRecommendation(PersonReference Person, string? By, string? Why);

/// <summary>One question and what was answered, as typed; compare by <see cref="TextKey.Of"/>.</summary>
public sealed record RosterAnswer(string Key, string Heading, bool IsPrivate, IReadOnlyList<string> Values);

/// <summary>What somebody wrote for people to read.</summary>
public sealed record RosterText(string Heading, string Text);
