using Rabta.Platform.Journal;

namespace Rabta.Matches;

/// <summary>What happens in this module and stands in the journal.</summary>
public static class JournalKinds
{
    public static readonly JournalKind ChangeUndone = new("change.undone");
    public static readonly JournalKind PairForbidden = new("pair.forbidden");
    public static readonly JournalKind PairLetGo = new("pair.let-go");
    public static readonly JournalKind PairMoved = new("pair.moved");
    public static readonly JournalKind PairPinned = new("pair.pinned");
    public static readonly JournalKind RoundPublished = new("round.published");
    public static readonly JournalKind RoundRan = new("round.ran");
    public static readonly JournalKind RoundTakenBack = new("round.taken-back");
}
