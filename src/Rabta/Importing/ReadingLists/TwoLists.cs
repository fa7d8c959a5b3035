using Rabta.Sheets;

namespace Rabta.Importing.ReadingLists;

/// <summary>
/// The lists of one import as read from their files, either of them perhaps missing, and what somebody said their columns mean.
/// </summary>
public sealed record TwoLists(Sheet? Mentors, Sheet? Mentees, ColumnMaps MentorMaps, ColumnMaps MenteeMaps)
{
    /// <summary>Likely guesses are taken.</summary>
    public bool TakeGuesses { get; init; }

    public int Rows => (Mentors?.Rows.Count ?? 0) + (Mentees?.Rows.Count ?? 0);

    public Roster Read(KnownPeople known) => RosterReader.Read(Mentors, Mentees, MentorMaps, MenteeMaps, known, TakeGuesses);
}
