using Microsoft.EntityFrameworkCore;
using Rabta.Mentorships.Ending;
using Rabta.Notifications;
using Rabta.Platform.Access;
using Rabta.Platform.Mail;
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
    public async Task A_person_whom_no_mail_reaches_is_shown_until_one_does(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        world.Letters.Before = letter =>
        {
            if (letter.To == cast.Omar.Address)
                throw new LetterRefused("no such box");
        };
        await world.Put(Mail(), Mail());
        await world.SendMail();
        using var huda = await world.SignIn(cast.Huda);

        var home = await huda.Open("/");
        var list = await huda.Open("/waiting/mail");
        world.Letters.Before = _ => { };
        world.Clock.Pass(NodaTime.Duration.FromDays(1));
        await world.Put(Mail());
        await world.SendMail();

        Assert.Equal("1 thing needs a person today. The other 3 pairs are on their way.", home.Title);
        Assert.Contains("Mail to Omar does not arrive", home.Text, StringComparison.Ordinal);
        Assert.NotNull(home.Page.QuerySelector($"a[href='/people/{cast.Omar.Id.Value}/slip']"));
        Assert.Contains("Mail to Omar does not arrive", list.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("does not arrive", (await huda.Open("/")).Text, StringComparison.Ordinal);

        Notice Mail() =>
            new()
            {
                PersonId = cast.Omar.Id,
                Kind = "rules-changed",
                Values = ["P", "P"],
                Path = "/",
                MadeAt = world.Clock.Now,
                NotBefore = world.Clock.Now,
                Travel = Travel.Waiting,
            };
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
