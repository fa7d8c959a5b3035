using System.Collections.Frozen;
using NodaTime;
using Rabta.Mentorships;

namespace Rabta.Meetings.States;

/// <summary>Where a pair stands. Small on purpose; docs/states.md is drawn from <see cref="PairRules"/>.</summary>
public enum PairState
{
    /// <summary>Published; not both have accepted the ground rules.</summary>
    Published,
    BothAccepted,

    /// <summary>Times are on offer.</summary>
    Proposed,
    Planned,

    /// <summary>The planned time has come; nobody has said yet what came of it.</summary>
    Begun,

    /// <summary>They have met, and nothing is on offer or planned.</summary>
    UnderWay,
    Ended,
}

/// <summary>What can be done to or by a pair.</summary>
public enum Act
{
    AcceptRules,
    SayCantTakeOn,
    Propose,
    Take,
    OfferOthers,
    Decline,
    Withdraw,
    Move,
    Cancel,
    SayLate,
    TellWhatCame,
    AddPoint,
    SharePhone,
    WriteNote,
    WriteGoal,
    SuggestGoal,
    AskForChange,
    Waive,
    PlanTalk,
    MoveOrEnd,
}

/// <summary>Who may do it.</summary>
public enum Who
{
    Nobody,
    Either,

    /// <summary>The one to whom the times were offered.</summary>
    Asked,
    Proposer,
    Mentee,
    Mentor,
    Coordinator,
}

/// <summary>Says who may do what in which state of a pair. What is not named here, nobody may do.</summary>
public static class PairRules
{
    private static readonly PairState[] Accepted =
    [
        PairState.BothAccepted,
        PairState.Proposed,
        PairState.Planned,
        PairState.Begun,
        PairState.UnderWay,
    ];
    private static readonly PairState[] Standing = [PairState.Published, .. Accepted];

    private static readonly FrozenDictionary<(PairState, Act), Who> Table = new (Act Act, Who Who, PairState[] In)[]
    {
        (Act.AcceptRules, Who.Either, Standing),
        (Act.SayCantTakeOn, Who.Either, [PairState.Published]),
        (Act.Propose, Who.Either, [PairState.BothAccepted, PairState.UnderWay]),
        (Act.Take, Who.Asked, [PairState.Proposed]),
        (Act.OfferOthers, Who.Asked, [PairState.Proposed]),
        (Act.Decline, Who.Asked, [PairState.Proposed]),
        (Act.Withdraw, Who.Proposer, [PairState.Proposed]),
        (Act.Move, Who.Either, [PairState.Planned]),
        (Act.Cancel, Who.Either, [PairState.Planned]),
        (Act.SayLate, Who.Either, [PairState.Planned, PairState.Begun]),
        // Each of the two answers once about the newest meeting. The second answer may come when the pair is already in a later state.
        (Act.TellWhatCame, Who.Either, [PairState.BothAccepted, PairState.Begun, PairState.UnderWay]),
        (Act.AddPoint, Who.Either, Accepted),
        (Act.SharePhone, Who.Either, Standing),
        (Act.WriteNote, Who.Either, Accepted),
        (Act.WriteGoal, Who.Mentee, Accepted),
        (Act.SuggestGoal, Who.Mentor, Accepted),
        (Act.AskForChange, Who.Either, Accepted),
        (Act.Waive, Who.Coordinator, [PairState.Published, PairState.BothAccepted, PairState.Proposed, PairState.Planned, PairState.Begun]),
        (Act.PlanTalk, Who.Coordinator, Standing),
        (Act.MoveOrEnd, Who.Coordinator, Standing),
    }
        .SelectMany(row => row.In.Select(state => (Key: (state, row.Act), row.Who)))
        .ToFrozenDictionary(row => row.Key, row => row.Who);

    public static Who WhoMay(PairState state, Act act) => Table.GetValueOrDefault((state, act), Who.Nobody);

    /// <param name="isProposer">The person offered the times that are on the table.</param>
    public static bool May(PairState state, Act act, bool isMentor, bool isProposer) =>
        WhoMay(state, act) switch
        {
            Who.Either => true,
            Who.Asked => !isProposer,
            Who.Proposer => isProposer,
            Who.Mentor => isMentor,
            Who.Mentee => !isMentor,
            _ => false,
        };

    /// <summary>Where the pair stands, from its own row and its newest meeting.</summary>
    public static PairState Of(Mentorship pair, Meeting? newest, Instant now) =>
        !pair.IsStanding ? PairState.Ended
        : pair.BothAcceptedAt is null ? PairState.Published
        : newest switch
        {
            { State: MeetingState.Proposed } => PairState.Proposed,
            { State: MeetingState.Planned } => newest.HasBegun(now) ? PairState.Begun : PairState.Planned,
            _ => pair.FirstMetAt is null ? PairState.BothAccepted : PairState.UnderWay,
        };
}
