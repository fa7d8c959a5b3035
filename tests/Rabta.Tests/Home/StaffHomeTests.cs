using Microsoft.EntityFrameworkCore;
using Rabta.Mentorships.Ending;
using Rabta.People;
using Rabta.Platform.Access;
using Rabta.Tests.Importing.ReadingLists;
using Rabta.Tests.Walls;
using Rabta.Tests.Worlds;

namespace Rabta.Tests.Home;

public sealed class StaffHomeTests
{
    [Theory, OnBoth]
    public async Task Each_row_says_why_it_is_here_and_what_can_be_done(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        await world.PutWaiting(cast);
        using var huda = await world.SignIn(cast.Huda);

        var home = await huda.Open("/");

        Assert.Equal(
            ["The line failed 1", "Not met yet 1", "Ground rules not accepted 1"],
            home.Page.QuerySelectorAll("main section h2").Select(h => h.TextContent.Trim()).Take(3)
        );
        Assert.Equal(
            ["Nida and Bilal: the line keeps failing", "Omar and Sara: not met yet, 23 days", "Amal and Sara: not begun, 23 days"],
            home.Page.QuerySelectorAll("main .rows b").Select(b => b.TextContent).Take(3)
        );
        Assert.Contains("The programme asks for a first meeting in person by 28 September.", home.Text, StringComparison.Ordinal);
        Assert.Contains("Amal has not accepted the ground rules.", home.Text, StringComparison.Ordinal);
        Assert.Equal(
            ["Send both a gentle note", "Remind both", "Remind Amal"],
            home.Page.QuerySelectorAll("button[form=remind]").Select(b => b.TextContent)
        );
        Assert.NotNull(home.Page.QuerySelector($"a[href='/mentorships/{cast.SaraOmar.Id.Value}/waive']"));
        Assert.Contains("No pair has met this month yet.", home.Text, StringComparison.Ordinal);
    }

    [Theory, OnBoth]
    public async Task Why_someone_asks_for_a_change_stands_only_where_it_is_settled(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        await world.PutWaiting(cast);
        await world.Use<AskForChange, Refusal?>(ask => ask.Run(cast.SaraOmar.Id, "We do not laugh", cast.Omar.Id, default));
        using var huda = await world.SignIn(cast.Huda);

        var pages = await Crawl.From(huda, "/waiting/asks-for-change");

        Assert.Equal(
            [$"/mentorships/{cast.SaraOmar.Id.Value}/arrange"],
            pages.Where(p => p.Html.Contains("laugh", StringComparison.Ordinal)).Select(p => p.Path)
        );
        Assert.Contains("Omar asks for a change", pages[0].Text, StringComparison.Ordinal);
    }

    [Theory, OnBoth]
    public async Task Where_there_is_nothing_yet_it_says_how_to_begin(Engine on)
    {
        await using var world = await World.On(on);
        var huda = new Rabta.People.Person("Huda", "huda@college.test")
        {
            Duties = Rabta.People.Duties.Coordinator,
            ConfirmedAt = world.Clock.Now,
            FirstSignedIn = world.Clock.Now,
        };
        await world.Put(huda);
        using var phone = await world.SignIn(huda);

        Assert.Equal("Begin with a programme.", (await phone.Open("/")).Title);
    }
}
