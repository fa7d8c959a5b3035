using Microsoft.EntityFrameworkCore;
using Rabta.Home.Demo;
using Rabta.Matches;
using Rabta.Matching.Measuring;
using Rabta.Meetings.Preparing;
using Rabta.Mentorships;
using Rabta.People;
using Rabta.Platform.Settings;
using Rabta.Programmes;
using Rabta.Tests.Worlds;

namespace Rabta.Bench.Readme;

/// <summary>What the README counts: the people of the demo, and numbers that stand in the code.</summary>
internal static class CountsBench
{
    public static async IAsyncEnumerable<Figure> Run()
    {
        await using var world = await World.On(Engine.Sqlite, empty: true);
        await world.Use<InventCollege, IReadOnlyList<DemoLink>>(invent => invent.Run(default));
        world.Institution = await world.Ask(db => db.Set<Rabta.Platform.Institutions.Institution>().SingleAsync());
        yield return new("counts.students", await world.Ask(db => db.Enrolments.CountAsync(e => e.Role == ProgrammeRole.Mentee)), "people");
        yield return new("counts.mentors", await world.Ask(db => db.Enrolments.CountAsync(e => e.Role == ProgrammeRole.Mentor)), "people");
        yield return new(
            "counts.rounds-in-review",
            await world.Ask(db => db.Rounds.CountAsync(r => r.State == RoundState.InReview)),
            "rounds"
        );
        yield return new("counts.pairs", await world.Ask(db => db.Mentorships.CountAsync(m => m.EndedAt == null)), "pairs");
        yield return new("counts.minutes-to-take-back", Round.Grace.TotalMinutes, "minutes");
        yield return new("counts.ready-questions", ReadyQuestions.All.Sum(situation => situation.Names.Count), "questions");
        yield return new("counts.mails-a-minute", new RabtaSettings().MailsPerMinute, "mails");
    }
}
