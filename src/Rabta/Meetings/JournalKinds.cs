using Rabta.Platform.Journal;

namespace Rabta.Meetings;

/// <summary>What happens in this module and stands in the journal.</summary>
public static class JournalKinds
{
    public static readonly JournalKind MeetingCancelled = new("meeting.cancelled");
    public static readonly JournalKind MeetingDeclined = new("meeting.declined");
    public static readonly JournalKind MeetingLate = new("meeting.late");
    public static readonly JournalKind MeetingMoved = new("meeting.moved");
    public static readonly JournalKind MeetingPlanned = new("meeting.planned");
    public static readonly JournalKind MeetingProposed = new("meeting.proposed");
    public static readonly JournalKind MeetingTold = new("meeting.told");
    public static readonly JournalKind MeetingWithdrawn = new("meeting.withdrawn");
    public static readonly JournalKind NoteKept = new("note.kept");
    public static readonly JournalKind NoteShared = new("note.shared");
    public static readonly JournalKind PointAdded = new("point.added");
    public static readonly JournalKind PointRemoved = new("point.removed");
    public static readonly JournalKind TermDateAdded = new("term-date.added");
    public static readonly JournalKind TermDateRemoved = new("term-date.removed");
}
