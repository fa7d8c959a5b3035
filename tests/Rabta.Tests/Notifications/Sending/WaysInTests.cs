using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Rabta.Notifications;
using Rabta.Notifications.Sending;
using Rabta.People;
using Rabta.Platform.Language;
using Rabta.Platform.News;
using Rabta.Tests.Worlds;

namespace Rabta.Tests.Notifications.Sending;

/// <summary>A mail lets somebody in only where its kind says so.</summary>
public sealed class WaysInTests
{
    /// <summary>Written here a second time: who adds one thinks about it twice.</summary>
    private static readonly string[] LetsIn =
    [
        "address.here",
        "began.mentee",
        "began.mentor",
        "remind.accept",
        "request.asked",
        "request.reminder",
        "staff.invited",
    ];

    [Theory, OnBoth]
    public async Task Every_kind_of_mail_leads_to_the_door_but_those_that_are_named(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        var kinds = await world.Do(get => Task.FromResult(get.GetServices<NoticeKind>().Where(k => k.ByMail).ToList()));
        Assert.True(kinds.Count > 20);
        foreach (var wasHere in new[] { true, false })
        {
            await world.Ask(db => db.People.ExecuteUpdateAsync(s => s.SetProperty(p => p.FirstSignedIn, wasHere ? world.Clock.Now : null)));
            foreach (var kind in kinds.Where(k => k.Key != "recommend.invited"))
            {
                var links = await world.Ask(db => db.SignInLinks.CountAsync());

                var body = await Write(world, kind, cast.Omar);

                var lets = kind.Key == "sign-in.link" || (!wasHere && LetsIn.Contains(kind.Key));
                Assert.True(
                    lets == body.Contains("/in/", StringComparison.Ordinal),
                    $"{kind.Key}, {(wasHere ? "was here" : "never here")}: {body}"
                );
                Assert.Equal(lets ? links + 1 : links, await world.Ask(db => db.SignInLinks.CountAsync()));
            }
        }
    }

    private static Task<string> Write(World world, NoticeKind kind, Person to) =>
        world.Do(async get =>
        {
            var person = await get.GetRequiredService<Rabta.Platform.Database.RabtaDb>()
                .People.AsNoTracking()
                .SingleAsync(p => p.Id == to.Id);
            var notice = new Notice
            {
                Kind = kind.Key,
                Path = $"/mentorships/{Guid.NewGuid()}",
                PersonId = to.Id,
                Values = [.. Enumerable.Repeat(Several.Plain("x"), 8)],
            };
            return (await get.GetRequiredService<WriteEmail>().Write(notice, person, default)).Body;
        });
}
