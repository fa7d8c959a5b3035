using Rabta.Platform.Journal;

namespace Rabta.Programmes;

/// <summary>What happens in this module and stands in the journal.</summary>
public static class JournalKinds
{
    public static readonly JournalKind GroundRulesChanged = new("ground-rules.changed");
    public static readonly JournalKind PersonEnrolled = new("person.enrolled");
    public static readonly JournalKind ProgrammeArranged = new("programme.arranged");
    public static readonly JournalKind ProgrammeOpened = new("programme.opened");
    public static readonly JournalKind QuestionSettled = new("question.settled");
}
