using Rabta.Platform.Journal;

namespace Rabta.People;

/// <summary>What happens in this module and stands in the journal.</summary>
public static class JournalKinds
{
    public static readonly JournalKind AccountMade = new("account.made");
    public static readonly JournalKind DutyGiven = new("duty.given");
    public static readonly JournalKind DutyTaken = new("duty.taken");
    public static readonly JournalKind InstitutionArranged = new("institution.arranged");
    public static readonly JournalKind LinkMade = new("link.made");
    public static readonly JournalKind MergeUndone = new("merge.undone");
    public static readonly JournalKind NoteRemoved = new("note.removed");
    public static readonly JournalKind NoteWritten = new("note.written");
    public static readonly JournalKind PasswordSet = new("password.set");
    public static readonly JournalKind PeopleMerged = new("people.merged");
    public static readonly JournalKind PersonAdded = new("person.added");
    public static readonly JournalKind PersonAway = new("person.away");
    public static readonly JournalKind PersonBack = new("person.back");
    public static readonly JournalKind PersonConfirmed = new("person.confirmed");
    public static readonly JournalKind PersonCorrected = new("person.corrected");
    public static readonly JournalKind PersonShows = new("person.shows");
    public static readonly JournalKind SessionBegun = new("session.begun");
    public static readonly JournalKind SessionEnded = new("session.ended");
    public static readonly JournalKind SlipPrinted = new("slip.printed");
}
