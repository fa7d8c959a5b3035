using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rabta.Meetings;
using Rabta.Mentorships;
using Rabta.Mentorships.Waiting;
using Rabta.Platform.Access;
using Rabta.Platform.Database;
using Rabta.Platform.Language;
using Rabta.Platform.News;

namespace Rabta.Goals.Waiting;

/// <summary>They met, and there is no goal yet.</summary>
public sealed class NoGoal(RabtaDb db, ReaderDays days) : WaitKind
{
    /// <summary>From their first meeting on, time enough for a first goal.</summary>
    public static readonly Duration TimeForAGoal = Duration.FromDays(14);

    public override string Name => nameof(NoGoal);
    public override string InPath => "no-goal";
    public override int Urgency => 60;
    public override Type Texts => typeof(Goals.Texts);
    public override NoticeKind? Reminder => GoalNews.RemindGoal;

    public override IQueryable<WaitingSince> Which(Instant now)
    {
        var (urgency, metBefore, goals) = (Urgency, now - TimeForAGoal, db.Goals);
        return db
            .PairMeetings.Where(m => m.FirstMetAt < metBefore && !goals.Any(g => g.MentorshipId == m.MentorshipId))
            .Select(m => new WaitingSince
            {
                Pair = m.MentorshipId,
                Urgency = urgency,
                Since = m.FirstMetAt!.Value,
            });
    }

    public override Words Why(WaitingPair waiting) => new("wait.NoGoal.why", days.Short(waiting.Since), waiting.Mentee);

    public override IReadOnlyList<PersonId> MustAct(Mentorship pair) => [pair.MenteeId];
}
