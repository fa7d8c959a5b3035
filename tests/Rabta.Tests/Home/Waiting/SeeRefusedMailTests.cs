using Rabta.Home.Waiting;
using Rabta.Notifications;
using Rabta.Platform.Language;
using Rabta.Platform.Mail;
using Rabta.Tests.Worlds;

namespace Rabta.Tests.Home.Waiting;

public sealed class SeeRefusedMailTests
{
    [Theory, OnBoth]
    public async Task Whose_mail_came_back_first_stands_first(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        foreach (var (person, days) in new[] { (cast.Nida, 3), (cast.Zara, 1), (cast.Amal, 2), (cast.Nida, 4) })
            await world.Put(
                new Notice
                {
                    PersonId = person.Id,
                    Kind = "rules-changed",
                    Values = [Several.Plain("P")],
                    Path = "/",
                    MadeAt = world.Clock.Now + NodaTime.Duration.FromDays(days),
                    NotBefore = world.Clock.Now,
                    DeliveryStatus = DeliveryStatus.Refused,
                }
            );

        var first = await world.Use<SeeRefusedMail, RefusedMails>(s => s.Run(1, 2, default));
        var rest = await world.Use<SeeRefusedMail, RefusedMails>(s => s.Run(2, 2, default));

        Assert.Equal(["Zara", "Amal"], first.Rows.Select(r => r.Name));
        Assert.Equal(("Nida", 3, 3), (Assert.Single(rest.Rows).Name, rest.From, rest.Found));
    }

    [Theory, OnBoth]
    public async Task A_person_whom_no_mail_reaches_is_shown_until_one_does(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        world.Emails.Before = email =>
        {
            if (email.To == cast.Omar.Address)
                throw new EmailRefused("no such box");
        };
        await world.Put(Mail(), Mail());
        await world.SendMail();
        using var huda = await world.SignIn(cast.Huda);

        var home = await huda.Open("/");
        var list = await huda.Open("/waiting/mail");
        world.Emails.Before = _ => { };
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
                Values = [Several.Plain("P")],
                Path = "/",
                MadeAt = world.Clock.Now,
                NotBefore = world.Clock.Now,
                DeliveryStatus = DeliveryStatus.Waiting,
            };
    }
}
