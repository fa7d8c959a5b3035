using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Rabta.Importing.Storing;
using Rabta.Notifications;
using Rabta.Notifications.Sending;
using Rabta.People;
using Rabta.Platform.Language;
using Rabta.Platform.Mail;
using Rabta.Platform.News;
using Rabta.Preferences;
using Rabta.Programmes;
using Rabta.Tests.Worlds;

namespace Rabta.Tests.Notifications.Sending;

public sealed class WriteEmailTests
{
    /// <summary>The only news whose mail lets someone in who has been here before.</summary>
    private static readonly string[] WaysIn = ["sign-in.link"];

    /// <summary>News whose mail has a link of its own, which lets nobody in.</summary>
    private static readonly string[] OwnLinks = ["recommend.invited"];

    [Theory, OnBoth]
    public async Task A_mail_lets_in_who_was_never_here_or_where_its_kind_says_so_and_else_leads_to_the_door(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        var newcomer = new Person("Iqra", "iqra@college.test");
        await world.Put(newcomer);
        var kinds = await Kinds(world);

        Assert.Equal(WaysIn, kinds.Where(k => k.IsSignIn).Select(k => k.Key));
        foreach (var kind in kinds)
        {
            var (known, knownLink) = await Write(world, kind, cast.Omar);
            var (first, firstLink) = await Write(world, kind, newcomer);
            if (OwnLinks.Contains(kind.Key))
            {
                Assert.All(
                    [known, first],
                    email => Assert.StartsWith("http://rabta.test/recommend/", Line(email), StringComparison.Ordinal)
                );
                Assert.All([knownLink, firstLink], Assert.Null);
            }
            else if (WaysIn.Contains(kind.Key))
            {
                Assert.All([known, first], email => Assert.Matches("^http://rabta.test/in/[^/?]{20,}\\?to=%2Fwhere$", Line(email)));
                Assert.All(
                    [knownLink, firstLink],
                    link => Assert.Equal((LinkFor.Asked, world.Clock.Now + Duration.FromMinutes(10)), (link!.Purpose, link.ExpiresAt))
                );
            }
            else
            {
                Assert.Equal("http://rabta.test/where", Line(known));
                Assert.Null(knownLink);
                if (!kind.LetsIn)
                {
                    Assert.Equal("http://rabta.test/where", Line(first));
                    Assert.Null(firstLink);
                    continue;
                }
                Assert.Matches("^http://rabta.test/in/[^/?]{20,}\\?to=%2Fwhere$", Line(first));
                Assert.Equal((LinkFor.Invitation, newcomer.Id), (firstLink!.Purpose, firstLink.PersonId));
            }
        }
    }

    [Theory, OnBoth]
    public async Task Every_kind_of_news_can_be_said_in_each_language_and_names_nothing_it_was_not_given(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        foreach (var language in new[] { "en", "ur" })
        {
            await world.Ask(db =>
                db.People.Where(p => p.Id == cast.Omar.Id).ExecuteUpdateAsync(s => s.SetProperty(p => p.Language, language))
            );
            var omar = await world.Ask(db => db.People.AsNoTracking().SingleAsync(p => p.Id == cast.Omar.Id));
            foreach (var kind in await Kinds(world))
            {
                var (email, _) = await Write(world, kind, omar);
                Assert.Equal(language == "ur", email.Subject.Any(c => c is >= '\u0600' and <= '\u06FF'));
                Assert.StartsWith(language == "ur" ? "عمر" : "Omar", email.Body, StringComparison.Ordinal);
                Assert.DoesNotContain('{', email.Subject + email.Body);
            }
        }
    }

    [Theory, OnBoth]
    public async Task Who_has_chosen_no_language_reads_both_and_an_invented_college_says_so(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        var kind = (await Kinds(world)).Single(k => k.Key == "slip.printed");

        var (both, _) = await Write(world, kind, cast.Omar);
        Assert.Equal(2, both.Subject.Split(" · ").Length);
        Assert.Equal(2, both.Body.Split("— — —").Length);
        Assert.DoesNotContain("invented", both.Body, StringComparison.OrdinalIgnoreCase);

        world.Institution.IsInvented = true;
        Assert.Contains("invented", (await Write(world, kind, cast.Omar)).Email.Body, StringComparison.OrdinalIgnoreCase);
    }

    private static Task<List<NoticeKind>> Kinds(World world) => world.Do(get => Task.FromResult(get.GetServices<NoticeKind>().ToList()));

    private static string Line(Email email) => email.Body.Split('\n').First(l => l.StartsWith("http", StringComparison.Ordinal));

    /// <summary>The mail, and the way in that was made for it.</summary>
    private static async Task<(Email Email, SignInLink? Link)> Write(World world, NoticeKind kind, Person to)
    {
        var path = kind.Key == OwnLinks[0] ? $"/recommend/{await Invited(world, to)}" : "/where";
        var notice = new Notice
        {
            PersonId = to.Id,
            Kind = kind.Key,
            Path = path,
            Values = [.. Enumerable.Range(0, 6).Select(_ => Several.Plain("1"))],
            MadeAt = world.Clock.Now,
            NotBefore = world.Clock.Now,
        };
        await world.Put(notice);
        var before = await world.Ask(db => db.SignInLinks.Select(l => l.Id).ToListAsync());
        var email = await world.Use<WriteEmail, Email>(write => write.Write(notice, to, default));
        return (email, await world.Ask(db => db.SignInLinks.AsNoTracking().SingleOrDefaultAsync(l => !before.Contains(l.Id))));
    }

    private static async Task<Guid> Invited(World world, Person to)
    {
        var cohort = await world.Ask(db => db.Set<Rabta.Programmes.Cohort>().Select(c => c.Id).SingleAsync());
        var invitation = new Rabta.Preferences.RecommenderInvitation
        {
            CohortId = cohort,
            PersonId = to.Id,
            By = to.Id,
            At = world.Clock.Now,
        };
        await world.Put(invitation);
        return invitation.Id.Value;
    }
}
