using Rabta.Meetings;
using Rabta.Meetings.States;

namespace Rabta.Goals;

/// <summary>They have met, and there is no goal yet.</summary>
public sealed class FirstGoalStep(SeeGoals see) : INextStep
{
    public int Order => 400;

    public async Task<NextStep?> Of(PairNow now, CancellationToken stop)
    {
        if (await see.FirstOf(now.Pair.Mentorship.Id, stop) is not null)
            return null;
        var (who, me) = (now.Pair.Partner.Name, now.Pair.IAmMentor ? "mentor" : "mentee");
        return new(
            new($"next.goal.{me}", who),
            new($"next.goal.{me}.why", who),
            new(new($"next.goal.{me}.do", who), $"/mentorships/{now.Pair.Mentorship.Id.Value}/goal"),
            new(new("next.suggest", who), MeetingWords.Suggest(now).Href)
        )
        {
            Texts = typeof(Texts),
        };
    }
}
