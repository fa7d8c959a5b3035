using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Rabta.Mentorships;
using Rabta.Mentorships.Ending;
using Rabta.Mentorships.States;
using Rabta.People;
using Rabta.Platform.Access;
using Rabta.Platform.Database;
using Rabta.Platform.Journal;
using Rabta.Tests.Architecture;
using Rabta.Tests.Walls;
using Rabta.Tests.Worlds;

namespace Rabta.Tests.AddedModule;

/// <summary>A module that no file of Rabta knows of is added by the composition alone, and the walls hold for it.</summary>
public sealed class AddedModuleTests
{
    [Fact]
    public void A_context_with_other_modules_has_a_model_of_its_own()
    {
        var assembly = typeof(ThanksModule).Assembly;
        var (one, again) = (Of(new ModuleElsewhere(assembly, "A.Module")), Of(new ModuleElsewhere(assembly, "A.Module")));
        var (other, none) = (Of(new ModuleElsewhere(assembly, "Another")), Of());

        Assert.True(one.ShouldUseSameServiceProvider(again));
        Assert.Equal(one.GetServiceProviderHashCode(), again.GetServiceProviderHashCode());
        Assert.False(one.ShouldUseSameServiceProvider(other));
        Assert.False(one.ShouldUseSameServiceProvider(none));
        Assert.NotEqual(one.GetServiceProviderHashCode(), other.GetServiceProviderHashCode());
        Assert.False(one.IsDatabaseProvider);

        static DbContextOptionsExtensionInfo Of(params ModuleElsewhere[] modules) => new ModulesElsewhere(modules).Info;
    }

    [Theory, OnBoth]
    public async Task Its_act_is_done_in_the_states_it_names_and_in_no_other(Engine on)
    {
        await using var world = await With(on);
        var cast = await Cast.In(world);
        foreach (var state in Enum.GetValues<PairState>())
        {
            var (mentor, mentee) = (new Person("Mentor", null), new Person("Mentee", null));
            var pair = new Mentorship(cast.Programme.Id, cast.Cohort.Id, mentor.Id, mentee.Id, [], null, world.Clock.Now);
            await world.Put(mentor, mentee, pair);
            await world.Bring(pair, state == PairState.Ended ? PairState.BothAccepted : state);
            if (state == PairState.Ended)
                Assert.Null(await world.Use<EndMentorship, Refusal?>(e => e.Run(pair.Id, null, "x", cast.Huda.Id, default)));

            foreach (var person in new[] { mentee.Id, mentor.Id })
                Assert.Equal(SayThanks.Act.May(state, person == mentor.Id, false), await Say(world, pair, person) is null);
            Assert.NotNull(await Say(world, pair, cast.Nida.Id));
        }
        var registered = await world.Use<IServiceProvider, List<Act>>(get => Task.FromResult(get.GetServices<Act>().ToList()));
        Assert.Contains(SayThanks.Act, registered);
    }

    [Theory, OnBoth]
    public async Task Its_sentence_and_its_section_stand_on_the_page_and_its_form_is_answered_once(Engine on)
    {
        await using var world = await With(on);
        var cast = await Cast.In(world);
        await world.Meet(cast.SaraOmar);
        await world.Put(new Rabta.Goals.Goal(new(Ids.Source()), cast.SaraOmar.Id, cast.Omar.Id, "Speak once", null, [], world.Clock.Now));
        using var omar = await world.SignIn(cast.Omar);
        using var sara = await world.SignIn(cast.Sara, "ur");
        using var nida = await world.SignIn(cast.Nida);
        using var huda = await world.SignIn(cast.Huda);

        var page = await omar.Open($"/mentorships/{cast.SaraOmar.Id.Value}");
        var form = Phone.Filled(page, "thanks", ("thanks-for", "the book you lent me"));
        var body = await form.ReadAsStringAsync();
        foreach (var _ in new[] { 1, 2 })
            await omar.Post(page.Path, new StringContent(body, System.Text.Encoding.UTF8, "application/x-www-form-urlencoded"));
        await world.SendMail();

        Assert.Equal("Thank Sara for a thing that helped.", page.Title);
        Assert.Equal("the book you lent me", await world.Ask(db => db.Set<Thanks>().Select(t => t.Text).SingleAsync()));
        Assert.Equal(1, await world.Ask(db => db.Set<JournalEntry>().CountAsync(e => e.What == "added.thanks-said")));
        Assert.NotEqual(page.Title, (await omar.Open(page.Path)).Title);
        var theirs = await sara.Open(page.Path);
        Assert.Contains("شکریہ", theirs.Text, StringComparison.Ordinal);
        Assert.Contains("the book you lent me", theirs.Text, StringComparison.Ordinal);
        Assert.Contains("شکرگزار", (await sara.Open("/news")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain(world.Emails.Sent, l => l.Body.Contains("book", StringComparison.Ordinal));
        foreach (var other in new[] { nida, huda })
            Assert.DoesNotContain("the book you lent me", string.Join('\n', (await Crawl.From(other)).Select(p => p.Html)));
    }

    [Theory, OnBoth]
    public async Task What_it_waits_for_stands_in_the_queue_after_all_that_is_more_urgent(Engine on)
    {
        await using var world = await With(on);
        var cast = await Cast.In(world);
        await world.Meet(cast.SaraOmar);
        world.Clock.Pass(Duration.FromDays(31));
        using var huda = await world.SignIn(cast.Huda);

        Assert.Empty((await world.Queue(nameof(NotThanked), cast.Huda.Id)).Rows);
        await world.Put(new Rabta.Goals.Goal(new(Ids.Source()), cast.SaraOmar.Id, cast.Omar.Id, "Speak once", null, [], world.Clock.Now));
        var home = await huda.Open("/");
        Assert.Null(await world.Remind(cast.SaraOmar.Id, nameof(NotThanked), cast.Huda.Id));
        await world.SendMail();

        Assert.Contains("No thanks yet 1", home.Text, StringComparison.Ordinal);
        Assert.Contains("Omar and Sara met 31 days ago. Omar has not said thanks.", home.Text, StringComparison.Ordinal);
        Assert.Contains(
            world.Emails.Sent,
            l => l.To == cast.Omar.Address && l.Subject.Contains("thanks to Sara", StringComparison.Ordinal)
        );
        Assert.Null(await Say(world, cast.SaraOmar, cast.Omar.Id));
        Assert.DoesNotContain("No thanks yet", (await huda.Open("/")).Text, StringComparison.Ordinal);
    }

    [Theory, OnBoth]
    public async Task The_walls_hold_for_its_table_and_a_world_without_it_has_none(Engine on)
    {
        await using var world = await With(on);
        await using var plain = await World.On(on);
        var cast = await Cast.In(world);
        await world.BothAccept(cast.SaraOmar);
        Assert.Null(await Say(world, cast.SaraOmar, cast.Omar.Id));

        await world.Ask(db =>
        {
            Assert.NotNull(db.Model.FindEntityType(typeof(Thanks)));
            Assert.Empty(ModelTests.Unfiltered(db.Model));
            Assert.Empty(ModelTests.Ownerless(db.Model));
            Assert.Empty(ModelTests.Keyless(db.Model));
            return Task.FromResult(true);
        });
        Assert.Empty(AudienceTests.Unmarked(typeof(Thanks)));
        Assert.True(await plain.Ask(db => Task.FromResult(db.Model.FindEntityType(typeof(Thanks)) is null)));
        world.Institution = await world.Found("Another college", host: "another.test");
        Assert.Equal(0, await world.Ask(db => db.Set<Thanks>().CountAsync()));
        await Assert.ThrowsAnyAsync<DbUpdateException>(() => world.Put(Of(cast)));
        await Assert.ThrowsAsync<WrittenOutside>(() =>
            world.Use<RabtaDb, int>(db =>
            {
                db.Add(Of(cast));
                return db.SaveChangesAsync();
            })
        );
    }

    private static Thanks Of(Cast cast) =>
        new()
        {
            MentorshipId = cast.SaraOmar.Id,
            By = cast.Omar.Id,
            Text = "x",
        };

    private static Task<World> With(Engine on) => World.On(on, modules: services => services.AddThanks());

    private static Task<Refusal?> Say(World world, Mentorship pair, PersonId by) =>
        world.Use<SayThanks, Refusal?>(say => say.Run(pair.Id, "the book you lent me", by, default));
}
