using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Rabta.Matches;
using Rabta.Matches.Publishing;
using Rabta.Matches.Reviewing;
using Rabta.Matches.Running;
using Rabta.Meetings.Telling;
using Rabta.Mentorships;
using Rabta.Mentorships.States;
using Rabta.People;
using Rabta.Platform.Access;
using Rabta.Platform.Database;
using Rabta.Platform.Jobs;
using Rabta.Preferences;
using Rabta.Preferences.Requesting;
using Rabta.Programmes;
using Rabta.Tests.Importing.ReadingLists;
using Rabta.Tests.Matches;
using Rabta.Tests.Worlds;

namespace Rabta.Tests.Walls.Journals;

public sealed class MatchesJournalTests
{
    [Theory, OnBoth]
    public async Task A_round_that_runs_and_is_changed_stands_in_the_journal(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        await world.Put(cast.Wishes(cast.Zara, cast.Bilal));
        var (round, zara, seen) = (new RoundId(Ids.Source()), cast.Zara, 0);
        Func<ChangePair, Task<Refusal?>> Says(Change change, PersonId? to = null) =>
            pair => pair.Run(round, ++seen, zara.Id, change, to, cast.Huda.Id, default);

        var ran = await world.Notes<RunRound>("round.ran", round.Value, cast.Huda, Run);
        Assert.Equal((null, "InReview, Stable, seed 7"), (ran.Before, ran.After));
        var pinned = await world.Notes<ChangePair>("pair.pinned", round.Value, cast.Huda, Says(Change.Pin));
        Assert.Equal((zara.Id, $"{cast.Bilal.Id}", $"{cast.Bilal.Id}"), (pinned.OnBehalfOf, pinned.Before, pinned.After));
        await world.Notes<ChangePair>("pair.let-go", round.Value, cast.Huda, Says(Change.LetGo));
        var moved = await world.Notes<ChangePair>("pair.moved", round.Value, cast.Huda, Says(Change.Move, cast.Sara.Id));
        Assert.Equal(($"{cast.Bilal.Id}", $"{cast.Sara.Id}"), (moved.Before, moved.After));
        Assert.Null(await world.Use(Says(Change.LetGo)));
        world.Clock.Pass(Duration.FromMinutes(1));
        var forbidden = await world.Notes<ChangePair>("pair.forbidden", round.Value, cast.Huda, Says(Change.Forbid));
        Assert.Equal(($"{cast.Bilal.Id}", null), (forbidden.Before, forbidden.After));
        var undone = await world.Notes<UndoChange>(
            "change.undone",
            round.Value,
            cast.Huda,
            undo => undo.Run(round, ++seen, cast.Huda.Id, default)
        );
        Assert.Equal((zara.Id, "forbid"), (undone.OnBehalfOf, undone.Before));
        Assert.Null(await world.Use(Says(Change.Pin)));
        Assert.Equal(
            "pin",
            (
                await world.Notes<UndoChange>(
                    "change.undone",
                    round.Value,
                    cast.Huda,
                    undo => undo.Run(round, ++seen, cast.Huda.Id, default)
                )
            ).Before
        );

        async Task Run() =>
            Assert.Null((await world.Use<RunRound, Ran>(run => run.Run(cast.Cohort.Id, 7, cast.Huda.Id, default, round))).Refusal);
    }

    [Theory, OnBoth]
    public async Task Publishing_and_taking_back_stand_in_the_journal_for_every_pair(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        await world.Put(cast.Wishes(cast.Zara, cast.Bilal));
        var round = (await world.Match(cast)).Id;
        Task Publish() => world.Use<PublishRound, Refusal?>(publish => publish.Run(round, true, cast.Huda.Id, default));
        Func<TakeBackRound, Task<Refusal?>> takeBack = back => back.Run(round, cast.Huda.Id, default);
        Task<Guid> Standing() =>
            world.Ask(db =>
                db.Mentorships.Where(m => m.MenteeId == cast.Zara.Id && m.EndedAt == null).Select(m => m.Id.Value).SingleAsync()
            );

        var published = await world.Notes<PublishRound>("round.published", round.Value, cast.Huda, Publish);
        Assert.Equal(("InReview", "1, without mails"), (published.Before, published.After));
        var pair = await Standing();
        var takenBack = await world.Notes<TakeBackRound>("mentorship.taken-back", pair, cast.Huda, takeBack);
        Assert.Equal(("standing", "ended", cast.Zara.Id), (takenBack.Before, takenBack.After, takenBack.OnBehalfOf));
        var began = await world.Notes<PublishRound>("mentorship.began", null, cast.Huda, Publish);
        Assert.Equal((await Standing(), cast.Zara.Id), (began.Subject, began.OnBehalfOf));
        var back = await world.Notes<TakeBackRound>("round.taken-back", round.Value, cast.Huda, takeBack);
        Assert.Equal(("Published", "InReview"), (back.Before, back.After));
    }

    [Theory, OnBoth]
    public async Task Asking_a_mentor_and_every_answer_stand_in_the_journal_without_a_word_of_it(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        var (zara, bilal, id) = (cast.Zara, cast.Bilal, new MentorRequestId(Ids.Source()));
        Func<AskMentor, Task<Refusal?>> Ask(Rabta.People.Person mentor) =>
            ask => ask.Run(id = new(Ids.Source()), cast.Cohort.Id, mentor.Id, "You listen", zara.Id, default);

        var asked = await world.Notes<AskMentor>("mentor.asked", null, zara, Ask(bilal));
        Assert.Equal((id.Value, null), (asked.Subject, asked.Why));
        await world.Notes<AnswerRequest>("request.declined", id.Value, bilal, answer => answer.Decline(id, "Not now", bilal.Id, default));
        Assert.Null(await world.Use(Ask(cast.Sara)));
        await world.Notes<AnswerRequest>("request.withdrawn", id.Value, zara, answer => answer.Withdraw(id, zara.Id, default));
        world.Clock.Pass(Duration.FromDays(60));
        Assert.Null(await world.Use(Ask(bilal)));
        var began = await world.Notes<AnswerRequest>(
            "mentorship.began",
            null,
            bilal,
            answer => answer.Accept(id, "Gladly", bilal.Id, default)
        );
        Assert.Equal(zara.Id, began.OnBehalfOf);
        Assert.Equal(
            bilal.Id,
            await world.Ask(db => db.Mentorships.Where(m => m.Id == new MentorshipId(began.Subject)).Select(m => m.MentorId).SingleAsync())
        );
        Assert.DoesNotContain(
            await world.Journal(),
            l =>
                $"{l.Why}{l.Before}{l.After}" is { Length: > 0 } said
                && (said.Contains("listen", StringComparison.Ordinal) || said.Contains("Gladly", StringComparison.Ordinal))
        );
    }

    [Theory, OnBoth]
    public async Task A_request_that_waits_too_long_is_reminded_and_closed_by_nobody(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        var request = new MentorRequest(new(Ids.Source()), cast.Cohort.Id, cast.Zara.Id, cast.Sara.Id, "You listen", world.Clock.Now);
        await world.Put(request);
        Task Sweep() => world.Do(get => get.GetServices<IHousekeep>().OfType<KeepRequestTimes>().Single().Sweep(default));

        world.Clock.Pass(MentorRequest.RemindAfter);
        await world.Notes<KeepRequestTimes>("request.reminded", request.Id.Value, null, Sweep);
        world.Clock.Pass(MentorRequest.CloseAfter);
        await world.Notes<KeepRequestTimes>("request.closed", request.Id.Value, null, Sweep);
    }
}
