using Rabta.Meetings.Planning;
using Rabta.Meetings.Preparing;
using Rabta.Meetings.Telling;
using Rabta.Mentorships.States;

namespace Rabta.Meetings;

/// <summary>The acts of this module.</summary>
public static class MeetingActs
{
    public static readonly Act Propose = new(nameof(Propose), Who.Either, PairState.BothAccepted, PairState.UnderWay);
    public static readonly Act Take = new(nameof(Take), Who.Asked, PairState.Proposed);
    public static readonly Act OfferOthers = new(nameof(OfferOthers), Who.Asked, PairState.Proposed);
    public static readonly Act Decline = new(nameof(Decline), Who.Asked, PairState.Proposed);
    public static readonly Act Withdraw = new(nameof(Withdraw), Who.Proposer, PairState.Proposed);
    public static readonly Act Move = new(nameof(Move), Who.Either, PairState.Planned);
    public static readonly Act Cancel = new(nameof(Cancel), Who.Either, PairState.Planned);
    public static readonly Act SayLate = new(nameof(SayLate), Who.Either, PairState.Planned, PairState.Begun);

    /// <summary>
    /// Each of the two answers once about the newest meeting. The second answer may come when the pair is already in a later state.
    /// </summary>
    public static readonly Act RecordWhatCame = new(
        nameof(RecordWhatCame),
        Who.Either,
        PairState.BothAccepted,
        PairState.Begun,
        PairState.UnderWay
    );
    public static readonly Act AddPoint = new(nameof(AddPoint), Who.Either, PairStates.Accepted);
    public static readonly Act WriteNote = new(nameof(WriteNote), Who.Either, PairStates.Accepted);

    public static readonly IReadOnlyList<Act> All =
    [
        Propose,
        Take,
        OfferOthers,
        Decline,
        Withdraw,
        Move,
        Cancel,
        SayLate,
        RecordWhatCame,
        AddPoint,
        WriteNote,
    ];
}
