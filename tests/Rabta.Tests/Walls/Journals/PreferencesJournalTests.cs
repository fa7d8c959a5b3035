using Microsoft.EntityFrameworkCore;
using Rabta.Meetings.Telling;
using Rabta.Platform.Database;
using Rabta.Preferences;
using Rabta.Preferences.Preferring;
using Rabta.Preferences.Recommending;
using Rabta.Preferences.Wishing;
using Rabta.Programmes;
using Rabta.Tests.Worlds;

namespace Rabta.Tests.Walls.Journals;

public sealed class PreferencesJournalTests
{
    [Theory, OnBoth]
    public async Task That_someone_says_a_wish_stands_in_the_journal_and_never_which(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        var (cohort, zara, sara) = (cast.Cohort.Id, cast.Zara, cast.Sara);

        var lines = new[]
        {
            await world.Notes<ChangeWishes>(
                "wishes.changed",
                zara.Id.Value,
                zara,
                change => change.Run(cohort, ProgrammeRole.Mentee, WishAct.Add, sara.Id, zara.Id, default)
            ),
            await world.Notes<SayWhomIHelp>("helps-best.said", sara.Id.Value, sara, say => say.Run(cohort, [], sara.Id, default)),
            await world.Notes<SavePrivatePreferences>(
                "comfort.said",
                zara.Id.Value,
                zara,
                say => say.Run(cohort, [new(Aspect.Religion, ["Quiet"], null, false, [])], zara.Id, default)
            ),
        };
        Assert.All(lines, line => Assert.Equal((null, null, null, null), (line.Why, line.Before, line.After, line.OnBehalfOf)));
    }

    [Theory, OnBoth]
    public async Task A_recommendation_and_what_staff_do_with_it_stand_in_the_journal(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        var (cohort, huda) = (cast.Cohort.Id, cast.Huda);
        TypedRecommendation About(string mentee) => new(mentee, "Bilal", "Both wait", true, true);
        Task<UnsortedRecommendationId> Unsorted() =>
            world.Ask(db => db.UnsortedRecommendations.Where(u => u.SettledAt == null).Select(u => u.Id).SingleAsync());

        foreach (var mentee in new[] { "Zara", "Nobody" })
            await world.Notes<Recommend>(
                "recommendation.given",
                cohort.Value,
                cast.Sara,
                recommend => recommend.AsMember(cohort, About(mentee), cast.Sara.Id, null, default)
            );
        var unsorted = await Unsorted();
        await world.Notes<SortRecommendation>(
            "recommendation.sorted",
            unsorted.Value,
            huda,
            sort => sort.Sort(unsorted, "Amal", "Bilal", huda.Id, default)
        );
        var kept = await world.Ask(db => db.Recommendations.Where(r => r.MenteeId == cast.Zara.Id).Select(r => r.Id).SingleAsync());
        await world.Notes<SortRecommendation>("recommendation.taken-back", kept.Value, huda, sort => sort.TakeBack(kept, huda.Id, default));
        await world.NotesNothing(() => world.Use<SortRecommendation, object?>(async sort => await sort.TakeBack(kept, huda.Id, default)));
        Assert.Null(
            await world.Use<Recommend, Rabta.Platform.Access.Refusal?>(recommend =>
                recommend.AsMember(cohort, About("Somebody"), cast.Sara.Id, null, default)
            )
        );
        var aside = await Unsorted();
        await world.Notes<SortRecommendation>(
            "recommendation.put-aside",
            aside.Value,
            huda,
            sort => sort.PutAside(aside, huda.Id, default)
        );
        await world.NotesNothing(() => world.Use<SortRecommendation, object?>(async sort => await sort.PutAside(aside, huda.Id, default)));
    }

    [Theory, OnBoth]
    public async Task Whom_the_programme_asks_and_trusts_stands_in_the_journal(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        var (cohort, huda, id) = (cast.Cohort.Id, cast.Huda, new RecommenderInvitationId(Ids.Source()));

        await world.Notes<SortRecommendation>(
            "recommender.named",
            cast.Nida.Id.Value,
            huda,
            sort => sort.Trust(cohort, "Nida", huda.Id, default)
        );
        await world.NotesNothing(() =>
            world.Use<SortRecommendation, object?>(async sort => await sort.Trust(cohort, "Nida", huda.Id, default))
        );
        var trusted = await world.Ask(db => db.Recommenders.Select(r => r.Id).SingleAsync());
        await world.Notes<SortRecommendation>("recommender.removed", trusted.Value, huda, sort => sort.Untrust(trusted, huda.Id, default));
        await world.NotesNothing(() => world.Use<SortRecommendation, object?>(async sort => await sort.Untrust(trusted, huda.Id, default)));
        var added = await world.Notes<InviteRecommender>(
            "person.added",
            null,
            huda,
            invite => invite.Run(id, cohort, "Tahira", "tahira@elsewhere.test", null, huda.Id, default)
        );
        Assert.Equal(await world.Ask(db => db.RecommenderInvitations.Select(i => i.PersonId.Value).SingleAsync()), added.Subject);
        await world.Notes<InviteRecommender>("recommender.revoked", id.Value, huda, invite => invite.Revoke(id, huda.Id, default));
        var next = new RecommenderInvitationId(Ids.Source());
        await world.Notes<InviteRecommender>(
            "recommender.invited",
            next.Value,
            huda,
            invite => invite.Run(next, cohort, "Tahira", "tahira@elsewhere.test", null, huda.Id, default)
        );
    }
}
