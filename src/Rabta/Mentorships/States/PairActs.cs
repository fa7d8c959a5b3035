namespace Rabta.Mentorships.States;

/// <summary>The acts of this module.</summary>
public static class PairActs
{
    public static readonly Act AcceptRules = new(nameof(AcceptRules), Who.Either, PairStates.Standing);
    public static readonly Act SayCantTakeOn = new(nameof(SayCantTakeOn), Who.Either, PairState.Published);
    public static readonly Act SharePhone = new(nameof(SharePhone), Who.Either, PairStates.Standing);
    public static readonly Act AskForChange = new(nameof(AskForChange), Who.Either, PairStates.Accepted);

    // Said once for all pairs of a person, and not for one: these two are not offered on a pair's page and stand in no table. Each pair is
    // asked all the same.
    public static readonly Act StopMentoring = new(nameof(StopMentoring), Who.Mentor, PairStates.Standing);
    public static readonly Act Leave = new(nameof(Leave), Who.Mentee, PairStates.Standing);
    public static readonly Act MoveOrEnd = new(nameof(MoveOrEnd), Who.Coordinator, PairStates.Standing);

    public static readonly IReadOnlyList<Act> All = [AcceptRules, SayCantTakeOn, SharePhone, AskForChange, MoveOrEnd];
}
