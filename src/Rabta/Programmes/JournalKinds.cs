using Rabta.Platform.Journal;

namespace Rabta.Programmes;

/// <summary>What happens in this module and stands in the journal.</summary>
public static class JournalKinds
{
    public static readonly JournalKind GroundRulesChanged = new("ground-rules.changed");
    public static readonly JournalKind MentorTakesAgain = new("mentor.takes-again");
    public static readonly JournalKind MentorTakesNoNew = new("mentor.takes-no-new");
    public static readonly JournalKind PersonCameBack = new("person.came-back");
    public static readonly JournalKind PersonEnrolled = new("person.enrolled");
    public static readonly JournalKind PersonLeft = new("person.left");
    public static readonly JournalKind ProgrammeArranged = new("programme.arranged");
    public static readonly JournalKind ProgrammeOpened = new("programme.opened");
    public static readonly JournalKind QuestionSettled = new("question.settled");
}
