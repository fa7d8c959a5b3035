using Rabta.Platform.Journal;

namespace Rabta.Goals;

/// <summary>What happens in this module and stands in the journal.</summary>
public static class JournalKinds
{
    public static readonly JournalKind GoalChanged = new("goal.changed");
    public static readonly JournalKind GoalCommented = new("goal.commented");
    public static readonly JournalKind GoalSettled = new("goal.settled");
    public static readonly JournalKind GoalSuggested = new("goal.suggested");
    public static readonly JournalKind GoalWritten = new("goal.written");
    public static readonly JournalKind StepDone = new("step.done");
    public static readonly JournalKind StepUndone = new("step.undone");
    public static readonly JournalKind SuggestionNotNow = new("suggestion.not-now");
    public static readonly JournalKind SuggestionTaken = new("suggestion.taken");
}
