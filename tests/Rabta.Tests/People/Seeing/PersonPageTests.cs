using Rabta.Mentorships;
using Rabta.Mentorships.Ending;
using Rabta.Notifications;
using Rabta.Platform.Access;
using Rabta.Platform.Language;
using Rabta.Programmes;
using Rabta.Tests.Matches;
using Rabta.Tests.Worlds;

namespace Rabta.Tests.People.Seeing;

public sealed class PersonPageTests
{
    [Theory, OnBoth]
    public async Task Staff_see_roles_standing_pairs_and_whether_mails_arrive_never_news_of_the_list(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        await world.Put(
            Of("rules-changed", DeliveryStatus.Sent),
            Of("partner-accepted", DeliveryStatus.Inside),
            Of("ended", DeliveryStatus.Refused, "mail.refused")
        );
        await world.Put(
            new Enrolment
            {
                CohortId = cast.Cohort.Id,
                PersonId = cast.Sara.Id,
                Role = ProgrammeRole.Mentee,
            }
        );
        using var huda = await world.SignIn(cast.Huda);

        var sara = await Open(huda, cast.Sara);

        Assert.Equal(["mentor in Hamqadam", "mentee in Hamqadam"], Facts(sara, "Takes part"));
        Assert.Equal(["Amal", "Omar"], Pairs(sara).Select(a => a.TextContent.Trim()).Order());
        Assert.Equal(
            new[] { cast.SaraAmal, cast.SaraOmar }.Select(pair => PairPages.Arrange(pair.Id)).Order(),
            Pairs(sara).Select(a => a.GetAttribute("href")).Order()
        );
        Assert.Equal(["Refused", "Sent"], Mails(sara).Select(mail => mail.State).Order());
        Assert.Contains("A change in 2", Mails(sara).Select(mail => mail.Subject));
        Assert.Contains("does not take mail for this address", sara.Text, StringComparison.Ordinal);
        var omar = await Open(huda, cast.Omar);
        Assert.Equal("Sara", Assert.Single(Pairs(omar)).TextContent.Trim());
        Assert.Contains("Mails to this person will stand here", omar.Text, StringComparison.Ordinal);
        Assert.Equal([cast.Omar.Address!], Facts(omar, "E-mail"));

        await world.Use<EndMentorship, Refusal?>(end => end.Run(cast.SaraOmar.Id, null, "Why", cast.Huda.Id, default));
        Assert.Empty(Pairs(await Open(huda, cast.Omar)));

        Notice Of(string kind, DeliveryStatus status, string? reason = null) =>
            new()
            {
                PersonId = cast.Sara.Id,
                Kind = kind,
                Values = [Several.Plain("1"), Several.Plain("2")],
                Path = "/",
                MadeAt = world.Clock.Now,
                NotBefore = world.Clock.Now,
                DeliveryStatus = status,
                Reason = reason,
            };
    }

    [Theory, OnBoth]
    public async Task The_ten_newest_mails_stand_there_newest_first(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        await world.Put([
            .. Enumerable
                .Range(0, 12)
                .Select(i => new Notice
                {
                    PersonId = cast.Sara.Id,
                    Kind = "ended",
                    Values = [Several.Plain("Omar"), Several.Plain("Hamqadam")],
                    Path = "/",
                    MadeAt = world.Clock.Now,
                    NotBefore = world.Clock.Now - NodaTime.Duration.FromDays(i),
                    DeliveryStatus = i == 0 ? DeliveryStatus.Waiting : DeliveryStatus.Sent,
                }),
        ]);
        using var huda = await world.SignIn(cast.Huda);

        var mails = Mails(await Open(huda, cast.Sara));

        Assert.Equal(10, mails.Count);
        Assert.Equal("Waiting", mails[0].State);
        Assert.All(mails.Skip(1), mail => Assert.Equal("Sent", mail.State));
    }

    private static Task<Seen> Open(Phone phone, Rabta.People.Person person) => phone.Open($"/people/{person.Id.Value}");

    /// <summary>The subject of each mail, and how far it has come.</summary>
    private static List<(string Subject, string State)> Mails(Seen page) =>
        [
            .. page
                .Page.QuerySelectorAll("ul.dense > li > div")
                .Select(mail => (mail.QuerySelector("b")!.TextContent, mail.QuerySelector("p.soft")!.TextContent)),
        ];

    private static IEnumerable<AngleSharp.Dom.IElement> Pairs(Seen page) =>
        page.Page.QuerySelectorAll("a.row").Where(a => a.GetAttribute("href")!.Contains("/mentorships/", StringComparison.Ordinal));

    private static IEnumerable<string> Facts(Seen page, string term) =>
        page
            .Page.QuerySelectorAll("dl.facts dt")
            .Where(dt => dt.TextContent == term)
            .Select(dt => dt.NextElementSibling!.TextContent.Trim());
}
