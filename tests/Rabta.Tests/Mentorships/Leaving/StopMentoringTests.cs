using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rabta.Mentorships;
using Rabta.Mentorships.Leaving;
using Rabta.Notifications;
using Rabta.Platform.Access;
using Rabta.Programmes;
using Rabta.Tests.Worlds;

namespace Rabta.Tests.Mentorships.Leaving;

public sealed class StopMentoringTests
{
    [Theory, OnBoth]
    public async Task A_mentor_says_it_once_for_all_pairs_and_a_coordinator_places_all_mentees_on_one_page(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        using var sara = await world.SignIn(cast.Sara);

        var said = await sara.Send(await sara.Open("/taking-part"), "stop", ("reason", "I move to Lahore"));

        Assert.Contains("You said on 7 September that you must stop.", said.Text, StringComparison.Ordinal);
        var asked = await world.Ask(db => db.ChangeRequests.ToListAsync());
        Assert.Equal(new[] { cast.SaraOmar.Id, cast.SaraAmal.Id }.ToHashSet(), [.. asked.Select(c => c.MentorshipId)]);
        Assert.All(asked, c => Assert.Equal((ChangeKind.MustStop, "I move to Lahore"), (c.Kind, c.Reason)));
        Assert.Equal(0, await Free(world, cast));
        Assert.Equal([cast.Huda.Id], await world.Ask(db => db.Notices.Select(n => n.PersonId).ToListAsync()));
        await world.NotesNothing(async () => Assert.Null(await Stop(world, cast.Sara.Id)));
        using var omar = await world.SignIn(cast.Omar);
        Assert.DoesNotContain("must stop", (await omar.Open(PairPages.Of(cast.SaraOmar.Id))).Text, StringComparison.Ordinal);

        using var huda = await world.SignIn(cast.Huda);
        var queue = await huda.Open("/waiting/must-stop");
        var link = queue
            .Page.QuerySelectorAll("main a")
            .First(a => a.TextContent.Contains("Place the mentees of Sara", StringComparison.Ordinal));
        var page = await huda.Open(link.GetAttribute("href")!);
        Assert.Equal("Sara leaves Hamqadam as a mentor", page.Title);
        // Both have the best mentor with a place chosen for them.
        Assert.All(
            page.Page.QuerySelectorAll("select option[selected]"),
            o => Assert.StartsWith("Bilal", o.TextContent.Trim(), StringComparison.Ordinal)
        );
        await huda.Send(page, "hand-over", ("reason", "She moves"));

        var standing = await world.Ask(db => db.Mentorships.Where(m => m.EndedAt == null).ToListAsync());
        Assert.Equal((3, true), (standing.Count, standing.All(m => m.MentorId == cast.Bilal.Id)));
        Assert.Empty(await world.Ask(db => db.ChangeRequests.Where(c => c.SettledAt == null).ToListAsync()));
    }

    [Theory, OnBoth]
    public async Task A_mentor_without_pairs_gets_none_and_who_is_no_mentor_cant_stop(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        await world.Ask(db => db.Mentorships.Where(m => m.MentorId == cast.Bilal.Id).ExecuteDeleteAsync());

        Assert.Null(await Stop(world, cast.Bilal.Id));

        Assert.True(await world.Ask(db => db.Enrolments.Where(e => e.PersonId == cast.Bilal.Id).Select(e => e.TakesNoNew).SingleAsync()));
        await world.NotesNothing(async () => Assert.Null(await Stop(world, cast.Bilal.Id)));
        Assert.Equal("leave.gone", (await Stop(world, cast.Omar.Id))?.Key);
    }

    [Theory, OnBoth]
    public async Task A_page_that_says_nothing_for_one_of_the_mentees_is_refused_with_what_was_chosen(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        var part = await world.Ask(db => db.Enrolments.SingleAsync(e => e.PersonId == cast.Sara.Id));
        using var huda = await world.SignIn(cast.Huda);
        var page = await huda.Open(ProgrammePages.Leave(part.Id));
        var (omar, amal) = ($"to-{cast.SaraOmar.Id.Value:N}", $"to-{cast.SaraAmal.Id.Value:N}");

        var refused = await huda.Send(page, "hand-over", (omar, ""), (amal, "none"), ("reason", "She moves"));

        Assert.Contains("Choose who comes next for Omar, or that the mentorship ends.", refused.Wrong);
        Assert.Equal("none", Chosen(refused, amal));
        Assert.Equal("She moves", refused.Page.QuerySelector("textarea[name=reason]")!.TextContent);
        Assert.True((await world.Ask(db => db.Enrolments.AsNoTracking().SingleAsync(e => e.Id == part.Id))).TakesPart);

        static string? Chosen(Seen page, string field) =>
            page.Page.QuerySelector($"select[name={field}] option[selected]")?.GetAttribute("value");
    }

    private static Task<Refusal?> Stop(World world, PersonId me) =>
        world.Use<StopMentoring, Refusal?>(s => s.Run("I move to Lahore", me, default));

    private static Task<int> Free(World world, Cast cast) =>
        world.Ask(async db => (await db.PlacesIn(cast.Cohort.Id, world.Clock.Now).SingleAsync(p => p.Mentor == cast.Sara.Id)).Free);
}
