using Rabta.Meetings;
using Rabta.Platform.Access;

namespace Rabta.Goals;

/// <summary>A goal as one of its two sees it, with what was said about it, oldest first.</summary>
/// <param name="IsMine">I am the mentee: I may change it.</param>
/// <param name="Partner">The other one's name, in the reader's script.</param>
/// <param name="Stands">The mentorship it was written in has not ended.</param>
public sealed record GoalView(Goal Goal, IReadOnlyList<CommentView> Comments, bool IsMine, PersonId PartnerId, string Partner, bool Stands)
{
    /// <summary>What the mentee last said about how it goes.</summary>
    public GoalComment? LastWords => Comments.LastOrDefault(c => c.Comment.By == Goal.MenteeId)?.Comment;
}

public sealed record CommentView(GoalComment Comment, string Name);

/// <param name="IsForMe">I am the mentee: I may take it.</param>
/// <param name="Partner">The other one's name, in the reader's script.</param>
public sealed record SuggestionView(GoalSuggestion Suggestion, bool IsForMe, PersonId PartnerId, string Partner, bool Stands)
{
    public bool Waits => Suggestion.AnsweredAt is null && Stands;
}

/// <summary>Goals, the open ones first and the newest first among them, and the suggestions that wait for an answer.</summary>
public sealed record GoalsOf(IReadOnlyList<GoalView> Goals, IReadOnlyList<SuggestionView> Suggestions)
{
    public static readonly GoalsOf Nothing = new([], []);

    public IReadOnlyList<GoalView> Open => [.. Goals.Where(g => g.Goal.State == GoalState.Open)];
    public IReadOnlyList<GoalView> Settled => [.. Goals.Where(g => g.Goal.State != GoalState.Open)];
}
