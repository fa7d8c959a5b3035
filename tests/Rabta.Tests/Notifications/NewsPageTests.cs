using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Rabta.Notifications;
using Rabta.People;
using Rabta.Platform.Language;
using Rabta.Platform.News;
using Rabta.Tests.Worlds;

namespace Rabta.Tests.Notifications;

public sealed class NewsPageTests
{
    [Theory, OnBoth]
    public async Task Everybody_reads_their_own_news_and_nobody_elses_staff_neither(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        foreach (var person in new[] { cast.Omar, cast.Sara, cast.Huda })
            await Tell(world, person, "partner-accepted", $"Of{person.Name}");

        foreach (var person in new[] { cast.Omar, cast.Sara, cast.Huda })
        {
            using var phone = await world.SignIn(person);
            Assert.Equal([$"Of{person.Name} accepted the ground rules."], Lines(await phone.Open("/news")));
        }
    }

    [Theory, OnBoth]
    public async Task What_is_to_come_what_was_taken_back_and_ways_in_are_not_in_the_list(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        await Tell(world, cast.Omar, "partner-accepted", "Later", world.Clock.Now + Duration.FromMinutes(10));
        await Tell(world, cast.Omar, "partner-accepted", "Never", travel: DeliveryStatus.TakenBack);
        await Tell(world, cast.Omar, "sign-in.link", "Door");
        using var omar = await world.SignIn(cast.Omar);

        Assert.Empty(Lines(await omar.Open("/news")));
        world.Clock.Pass(Duration.FromMinutes(10));
        Assert.Equal(["Later accepted the ground rules."], Lines(await omar.Open("/news")));
    }

    [Theory, OnBoth]
    public async Task The_newest_stands_first_and_fifty_are_shown(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        for (var i = 0; i < 51; i++)
            await Tell(world, cast.Omar, "partner-accepted", $"N{i}", world.Clock.Now - Duration.FromMinutes(i));
        using var omar = await world.SignIn(cast.Omar);

        var lines = Lines(await omar.Open("/news")).ToList();

        Assert.Equal((50, "N0 accepted the ground rules.", "N49 accepted the ground rules."), (lines.Count, lines[0], lines[^1]));
    }

    [Theory, OnBoth]
    public async Task Every_kind_of_news_but_a_way_in_has_a_line_in_both_languages(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        var kinds = (await world.Do(get => Task.FromResult(get.GetServices<NoticeKind>().ToList()))).Where(k => !k.IsSignIn).ToList();
        foreach (var kind in kinds)
            await Tell(world, cast.Omar, kind.Key, "1");

        foreach (var language in new[] { "en", "ur" })
        {
            using var omar = await world.SignIn(cast.Omar, language);
            var lines = Lines(await omar.Open("/news")).ToList();
            Assert.Equal(kinds.Count, lines.Count);
            Assert.All(lines, line => Assert.Equal(language == "ur", line.Any(c => c is >= '\u0600' and <= '\u06FF')));
        }
    }

    private static IEnumerable<string> Lines(Seen page) => page.Page.QuerySelectorAll("main .rows b").Select(b => b.TextContent.Trim());

    private static Task Tell(
        World world,
        Person to,
        string kind,
        string name,
        Instant? notBefore = null,
        DeliveryStatus travel = DeliveryStatus.Inside
    ) =>
        world.Put(
            new Notice
            {
                PersonId = to.Id,
                Kind = kind,
                Values = [.. Enumerable.Repeat(Several.Plain(name), 6)],
                Path = "/more",
                MadeAt = world.Clock.Now,
                NotBefore = notBefore ?? world.Clock.Now,
                DeliveryStatus = travel,
            }
        );
}
