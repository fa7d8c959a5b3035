using Rabta.Importing.ReadingLists;
using Rabta.People;
using Rabta.Programmes;

namespace Rabta.Importing.Storing;

/// <summary>What an import did.</summary>
/// <param name="Imported">People who were not here before.</param>
/// <param name="Updated">People who were, changed or not.</param>
/// <param name="Refused">Rows left out.</param>
/// <param name="Mentors">How many of these lists' people are enrolled as mentors now.</param>
/// <param name="IsStored">Whether anything was stored at all.</param>
public sealed record ImportResult(
    int Imported,
    int Updated,
    int Refused,
    int Mentors,
    int Mentees,
    IReadOnlyList<KeptOwn> KeptTheirOwn,
    IReadOnlyList<ImportProblem> Problems,
    bool IsStored
)
{
    /// <summary>Rows that are no people.</summary>
    public int Skipped { get; init; }
    public WishCounts Wishes { get; init; } = new();
    public IReadOnlyList<ImportGuess> Guesses { get; init; } = [];

    public static ImportResult Nothing(IReadOnlyList<ImportProblem> problems, int refused = 0) =>
        new(0, 0, refused, 0, 0, [], problems, false);

    internal static ImportResult Nothing(Roster roster) => Nothing(roster.Problems, roster.LeftOut).With(roster);

    internal static ImportResult Of(Roster roster, IReadOnlyList<KeptOwn> kept) =>
        new ImportResult(
            roster.People.Count(person => person.Known is null),
            roster.People.Count(person => person.Known is not null),
            roster.LeftOut,
            roster.People.Count(person => person.Roles.HasFlag(ProgrammeRoles.Mentor)),
            roster.People.Count(person => person.Roles.HasFlag(ProgrammeRoles.Mentee)),
            kept,
            roster.Problems,
            true
        ).With(roster);

    private ImportResult With(Roster roster) => this with { Skipped = roster.Skipped, Wishes = roster.Wishes, Guesses = roster.Guesses };
}

/// <summary>Somebody whose own corrections outweighed the list, and in which fields.</summary>
public sealed record KeptOwn(string Name, Corrected Fields);
