using System.IO.Compression;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Rabta.Home.Demo;
using Rabta.Matches;
using Rabta.Matches.Reviewing;
using Rabta.People;
using Rabta.Platform.Language;
using Rabta.Preferences;
using Rabta.Programmes;
using Rabta.Tests.Importing.ReadingLists;
using Rabta.Tests.Worlds;

namespace Rabta.Tests.Matches.Reviewing;

public sealed class ReviewPageTests
{
    [Fact]
    public async Task The_review_of_five_hundred_fits_a_slow_line()
    {
        await using var world = await World.On(Engine.Sqlite, empty: true);
        await using (var scope = world.Server.Services.CreateAsyncScope())
            await scope.ServiceProvider.GetRequiredService<InventCollege>().Run(default);
        world.Institution = await world.Ask(db => db.Set<Rabta.Platform.Institutions.Institution>().SingleAsync());
        var coordinator = await world.Ask(db => db.People.SingleAsync(p => p.Duties == Duties.Coordinator));
        var round = await world.Ask(db => db.Rounds.SingleAsync());
        foreach (var language in new[] { "en", "ur" })
        {
            using var phone = await world.SignIn(coordinator, language);

            var page = await phone.Open($"/matching/{round.Id.Value}");

            Assert.Equal(20, page.Page.QuerySelectorAll("details.fold").Length);
            Assert.InRange(Compressed(page.Html), 1, 12_000);
        }
    }

    [Theory, OnBoth]
    public async Task Only_what_this_coordinator_changed_in_this_cohort_can_be_undone(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        var other = new Cohort(cast.Programme.Id, Both.Of("2031–32"), 2031);
        var adil = new Person("Adil", null) { Duties = Duties.Coordinator };
        await world.Put(other, adil);
        var round = (await world.Match(cast)).Id;
        await world.Put(
            new Forbid
            {
                CohortId = other.Id,
                MentorId = cast.Bilal.Id,
                MenteeId = cast.Zara.Id,
                By = cast.Huda.Id,
                At = world.Clock.Now,
            }
        );
        await world.Put(cast.Forbid(cast.Zara, cast.Sara, world.Clock.Now, adil));
        Assert.False(await CanUndo());

        await world.Put(cast.Forbid(cast.Amal, cast.Bilal, world.Clock.Now, cast.Huda));
        Assert.True(await CanUndo());

        async Task<bool> CanUndo() =>
            (await world.Use<ReviewRound, Review?>(r => r.Run(round, null, null, false, 1, cast.Huda.Id, default)))!.CanUndo;
    }

    [Theory, OnBoth]
    public async Task Who_is_left_over_stands_by_name(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        var left = new[] { "Yasir", "Asma", "Kiran" }.Select(name => new Person(name, null)).ToList();
        foreach (var person in left)
            await world.Put(
                person,
                cast.Enrols(person, ProgrammeRole.Mentee),
                cast.Conflict(person, cast.Bilal),
                cast.Conflict(person, cast.Sara)
            );
        var round = (await world.Match(cast)).Id;

        var review = await world.Use<ReviewRound, Review?>(r => r.Run(round, null, null, false, 1, cast.Huda.Id, default));

        Assert.Equal(["Asma", "Kiran", "Yasir"], review!.Left.Select(l => l.Name));
    }

    [Theory, OnBoth]
    public async Task A_person_is_found_by_name_or_number_and_the_fold_is_open(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        await world.Put(cast.Wishes(cast.Zara, cast.Bilal));
        var round = (await world.Match(cast)).Id;
        using var huda = await world.SignIn(cast.Huda);

        foreach (var find in new[] { "zara", cast.Zara.Number!, "زارا", "Bilal" })
        {
            var page = await huda.Open($"/matching/{round.Value}?q={Uri.EscapeDataString(find)}");
            var fold = Assert.Single(page.Page.QuerySelectorAll("details.fold"));
            Assert.True(fold.HasAttribute("open"));
            Assert.Contains("2 of 4", fold.TextContent, StringComparison.Ordinal);
        }
        Assert.Empty((await huda.Open($"/matching/{round.Value}?only=changed")).Page.QuerySelectorAll("details.fold"));
        Assert.Equal(2, (await huda.Open($"/matching/{round.Value}?only=free")).Page.QuerySelectorAll("details.fold").Length);
    }

    [Theory, OnBoth]
    public async Task Who_is_left_over_is_found_too_and_mentors_of_another_year_are_not(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        var before = new Cohort(cast.Programme.Id, Both.Of("2025–26"), 2025);
        var rashid = new Person("Rashid", "rashid@college.test");
        await world.Put(
            before,
            rashid,
            new Enrolment
            {
                CohortId = before.Id,
                PersonId = rashid.Id,
                Role = ProgrammeRole.Mentor,
            }
        );
        await world.Ask(db => db.Enrolments.ExecuteUpdateAsync(s => s.SetProperty(e => e.Places, 0)));
        var round = (await world.Match(cast)).Id;
        using var huda = await world.SignIn(cast.Huda);

        foreach (var find in new[] { "zara", "زارا", cast.Zara.Number! })
        {
            var text = (await huda.Open($"/matching/{round.Value}?q={Uri.EscapeDataString(find)}")).Text;
            Assert.Contains("Zara", text, StringComparison.Ordinal);
            Assert.DoesNotContain("Nida", text, StringComparison.Ordinal);
        }
        Assert.DoesNotContain("Rashid", (await huda.Open($"/matching/{round.Value}")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Rashid", (await huda.Open($"/matching/{round.Value}?only=free")).Text, StringComparison.Ordinal);
    }

    [Theory, OnBoth]
    public async Task The_matching_is_run_from_its_page_with_a_seed(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        using var huda = await world.SignIn(cast.Huda);
        var page = await huda.Open("/matching");

        var wrong = await huda.Send(page, "run-0", ("seed-0", "seven"));
        var review = await huda.Send(page, "run-0", ("seed-0", "7"));

        Assert.Contains(wrong.Wrong, w => w.Contains("“seven” is no seed", StringComparison.Ordinal));
        Assert.Equal("All 4 people have a mentor.", review.Title);
        Assert.Equal(7, (await world.Ask(db => db.Rounds.SingleAsync())).Seed);
        Assert.NotEmpty(review.Page.QuerySelectorAll("symbol#eye"));
    }

    private static int Compressed(string html)
    {
        using var to = new MemoryStream();
        using (var brotli = new BrotliStream(to, CompressionLevel.Optimal, leaveOpen: true))
            brotli.Write(Encoding.UTF8.GetBytes(html));
        return (int)to.Length;
    }
}
