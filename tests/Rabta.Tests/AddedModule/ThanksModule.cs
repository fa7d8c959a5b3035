using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Rabta.Meetings;
using Rabta.Meetings.States;
using Rabta.Mentorships;
using Rabta.Mentorships.States;
using Rabta.Mentorships.Waiting;
using Rabta.Platform.Database;
using Rabta.Platform.Language;
using Rabta.Platform.News;

namespace Rabta.Tests.AddedModule;

/// <summary>The texts of this module: <c>Texts.resx</c>, <c>Texts.ur.resx</c>.</summary>
public sealed class Texts;

/// <summary>
/// A module that Rabta does not know: it brings an act, a next sentence, a kind of waiting, a section of the pair's page, a notice and a
/// table. That it stands here shows that a module can be added without a change of those below it.
/// </summary>
public static class ThanksModule
{
    public static void AddThanks(this IServiceCollection services)
    {
        services.AddSingleton(new ModuleElsewhere(typeof(ThanksModule).Assembly, typeof(ThanksModule).Namespace!));
        services.AddActs([SayThanks.Act]);
        services.AddScoped<SayThanks>();
        services.AddScoped<INextStep, ThanksStep>();
        services.AddWait<NotThanked>();
        services.AddSingleton(new PairSection(130, typeof(ThanksOfPair)));
        services.AddSingleton(SayThanks.News);
        services.AddSingleton(NotThanked.Note);
    }
}

/// <summary>Before the next meeting: a mentee who has not thanked yet.</summary>
public sealed class ThanksStep(RabtaDb db) : INextStep
{
    public int Order => 800;

    public async Task<NextStep?> Of(PairNow now, CancellationToken stop)
    {
        var pair = now.Pair.Mentorship.Id;
        if (now.Pair.IAmMentor || await db.Set<Thanks>().AnyAsync(t => t.MentorshipId == pair, stop))
            return null;
        return new(new("next.thanks", now.Pair.Partner.Name), null, new(new("next.thanks.do"), $"/mentorships/{pair.Value}#thanks"))
        {
            Texts = typeof(Texts),
        };
    }
}

/// <summary>They met a month ago, and nobody has thanked.</summary>
public sealed class NotThanked(RabtaDb db) : WaitKind
{
    public static readonly NoticeKind Note = new("added.remind", typeof(Texts), ByMail: true);

    public override string Name => nameof(NotThanked);
    public override string InPath => "not-thanked";
    public override int Urgency => 70;
    public override Type Texts => typeof(Texts);
    public override NoticeKind? Reminder => Note;

    public override IQueryable<WaitingSince> Which(Instant now)
    {
        var (urgency, before, thanks) = (Urgency, now - Duration.FromDays(30), db.Set<Thanks>());
        return db
            .PairMeetings.Where(m => m.FirstMetAt < before && !thanks.Any(t => t.MentorshipId == m.MentorshipId))
            .Select(m => new WaitingSince
            {
                Pair = m.MentorshipId,
                Urgency = urgency,
                Since = m.FirstMetAt!.Value,
            });
    }

    public override Words Why(WaitingPair waiting) => new("wait.NotThanked.why", waiting.Mentee);
}
