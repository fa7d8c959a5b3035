using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Rabta.Matches;
using Rabta.People;
using Rabta.Preferences;
using Rabta.Tests.Worlds;

namespace Rabta.BrowserTests;

/// <summary>What the filled college does not show: pages with nothing on them yet, and those of people who wait for a mentor.</summary>
public sealed class AccessibilityTests(Chromium chromium)
{
    [Theory]
    [InlineData("en")]
    [InlineData("ur")]
    public async Task Axe_finds_nothing_where_there_is_nothing_yet(string language)
    {
        await using var world = await World.On(Engine.Sqlite);
        var (huda, zara) = (
            new Person("Huda", "huda@college.test") { Duties = Duties.Coordinator },
            new Person("Zara", "zara@college.test")
        );
        await world.Put(huda, zara);
        var found = new List<string>();
        foreach (
            var (person, paths) in new[]
            {
                (
                    huda,
                    new[]
                    {
                        "/",
                        "/people",
                        "/people/import",
                        "/matching",
                        "/mentorships",
                        "/programmes/new",
                        "/news",
                        "/term-dates",
                        $"/people/{zara.Id.Value}",
                    }
                ),
                (zara, ["/", "/me", "/news", "/goals", "/meet"]),
            }
        )
        {
            await using var context = await Axe.Open(chromium, language);
            var page = await context.SignIn(world, person);
            foreach (var path in paths)
            {
                await page.Go(world, path);
                found.AddRange(await Axe.Look(page, $"{path}, empty, in {language}", null));
            }
        }
        Assert.True(found.Count == 0, string.Join("\n", found.Distinct()));
    }

    [Theory]
    [InlineData("en", 320)]
    [InlineData("ur", 360)]
    public async Task Axe_finds_nothing_and_nothing_is_cut_off_for_who_waits(string language, int width)
    {
        await using var world = await World.On(Engine.Sqlite);
        var cast = await Cast.In(world);
        await world.PutAnswers(cast);
        await world.PutWishes(cast);
        await world.PutRequests(cast);
        await world.PutRecommendations(cast);
        var waiting = await world.Ask(db => db.MentorRequests.Where(r => r.MenteeId == cast.Zara.Id).Select(r => r.Id).SingleAsync());
        var cohort = $"/cohorts/{cast.Cohort.Id.Value}";
        var found = new List<string>();
        foreach (
            var (person, paths) in new[]
            {
                (
                    cast.Zara,
                    new[]
                    {
                        "/",
                        $"{cohort}/comfort",
                        $"{cohort}/mentors",
                        $"{cohort}/mentors?saved=1&q=nobody",
                        $"{cohort}/mentors/{cast.Sara.Id.Value}/ask",
                        $"/requests/{waiting.Value}",
                    }
                ),
                (cast.Bilal, ["/", $"{cohort}/mentees", $"/requests/{waiting.Value}"]),
            }
        )
        {
            await using var context = await Axe.Open(chromium, language, width, dark: language == "ur");
            var page = await context.SignIn(world, person);
            foreach (var path in paths)
            {
                await page.Go(world, path);
                found.AddRange(await Axe.Look(page, $"{path} in {language}", null));
                if (await Axe.ScrollsSideways(page))
                    found.Add($"{path} in {language} scrolls sideways");
                if (language == "en" && await Axe.Refuse(page))
                    found.AddRange(await Axe.Look(page, $"{path} refused in {language}", null));
            }
        }
        Assert.True(found.Count == 0, string.Join("\n", found.Distinct()));
    }

    [Fact]
    public async Task A_planted_picture_without_words_and_a_planted_wide_line_are_found()
    {
        await using var context = await Axe.Open(chromium, "en");
        var page = await context.NewPageAsync();
        await page.SetContentAsync(
            "<html lang=en><title>x</title><main><h1>x</h1><img src='data:,'><p style='width:900px'>wide</p></main></html>"
        );

        Assert.NotEmpty(await Axe.Look(page, "planted", null));
        Assert.True(await Axe.ScrollsSideways(page));
    }
}
