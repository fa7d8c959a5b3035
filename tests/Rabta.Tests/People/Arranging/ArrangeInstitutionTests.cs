using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rabta.People.Arranging;
using Rabta.Platform.Access;
using Rabta.Platform.Institutions;
using Rabta.Platform.Mail;
using Rabta.Tests.Worlds;

namespace Rabta.Tests.People.Arranging;

public sealed class ArrangeInstitutionTests
{
    [Theory, OnBoth]
    public async Task What_a_coordinator_says_of_the_institution_signs_mails_and_stands_on_pages(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        using var huda = await world.SignIn(cast.Huda);

        var saved = await huda.Send(
            await huda.Open("/institution"),
            "institution",
            ("name-en", "Rawal College"),
            ("name-ur", "راول کالج"),
            ("zone", "Europe/London"),
            ("sender", "Mentoring, Rawal College"),
            ("reply", "mentoring@rawal.test"),
            ("counselling", "051 99"),
            ("mail-in", "ur")
        );

        Assert.Equal("Our institution", saved.Title);
        Assert.Equal("051 99", saved.Page.QuerySelector("input[name=counselling]")!.GetAttribute("value"));
        using var stranger = world.Visit();
        var door = await stranger.Open("/sign-in");
        await stranger.Send(door, "link", ("address", "omar@college.test"));
        world.Institution = await world.Ask(db => db.Institutions.AsNoTracking().SingleAsync());
        await world.SendMail();
        var mail = world.Emails.Sent.Single(m => m.To == "omar@college.test");
        Assert.Equal(("Mentoring, Rawal College", "mentoring@rawal.test"), (mail.FromName, mail.ReplyTo));
        Assert.Contains("راول کالج", mail.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("Rawal College", mail.Body, StringComparison.Ordinal);
        var mime = mail.ToMime(world.Settings with { MailFrom = "rabta@server.test" }, world.Clock);
        Assert.Equal("\"Mentoring, Rawal College\" <rabta@server.test>", mime.From.ToString());
        Assert.Equal("mentoring@rawal.test", Assert.IsType<MimeKit.MailboxAddress>(mime.ReplyTo.Single()).Address);
        Assert.Contains("Rawal College", (await stranger.Open("/")).Html, StringComparison.Ordinal);
    }

    [Theory, OnBoth]
    public async Task Nobody_reads_a_mail_in_more_than_two_languages(Engine on)
    {
        await using var world = await World.On(on, languages: Rabta.Tests.OtherLanguages.Invented.Four);
        var cast = await Cast.In(world);
        var typed = new InstitutionTyped(Both.Of("Rawal College"), "Asia/Karachi", null, null, null, ["en", "ur", "ar"], null);

        var no = await world.Use<ArrangeInstitution, Refusal?>(a => a.Run(typed, cast.Huda.Id, default));

        Assert.Equal("institution.many-languages", no?.Key);
    }

    [Theory, OnBoth]
    public async Task What_is_wrong_is_refused_and_a_colleagues_change_is_not_overwritten(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        var good = new InstitutionTyped(Both.Of("Rawal College"), "Asia/Karachi", null, null, null, [], null);

        foreach (
            var (key, typed) in new[]
            {
                ("institution.no-name", good with { Name = Both.Of("") }),
                ("me.bad-zone", good with { Zone = "Karachi" }),
                ("me.bad-zone", good with { Zone = null }),
                ("institution.bad-reply", good with { ReplyTo = "mentoring" }),
                ("institution.changed", good with { Seen = "x" }),
            }
        )
            Assert.Equal(key, (await Arrange(typed))?.Key);
        Assert.Null(await Arrange(good with { MailLanguages = ["ur", "nothing", "ur"] }));
        Assert.Equal(["ur"], (await Now()).MailLanguages);
        var seen = ArrangeInstitution.Seen(await Now());
        Assert.Null(await Arrange(good with { Helpline = "051 99", Seen = seen }));
        Assert.Equal("institution.changed", (await Arrange(good with { Name = Both.Of("Another"), Seen = seen }))?.Key);
        Assert.Equal("Rawal College", (await Now()).Name.Only("en"));
        await world.NotesNothing(async () => Assert.Null(await Arrange(good with { Helpline = "051 99" })));

        Task<Refusal?> Arrange(InstitutionTyped typed) => world.Use<ArrangeInstitution, Refusal?>(a => a.Run(typed, cast.Huda.Id, default));

        Task<Institution> Now() => world.Ask(db => db.Institutions.AsNoTracking().SingleAsync());
    }
}
