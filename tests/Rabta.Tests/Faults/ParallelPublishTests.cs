using Microsoft.EntityFrameworkCore;
using Rabta.Matches;
using Rabta.Mentorships;
using Rabta.People;
using Rabta.Tests.Matches;
using Rabta.Tests.Worlds;

namespace Rabta.Tests.Faults;

public sealed class ParallelPublishTests(ITestOutputHelper print)
{
    private const int Each = 5;

    [Fact]
    public async Task Twenty_forms_of_two_coordinators_through_two_servers_publish_once_and_each_mail_leaves_once()
    {
        await using var post = CountingPost.Start();
        await using var world = await World.On(Engine.Postgres, s => s with { Mail = post.Address, MailsPerMinute = 6000 });
        using var crowd = new Crowd(mentors: 20);
        await crowd.Arrive(world, published: false);
        Person Coordinator(string name) => new(name, $"{name}@college.test") { Duties = Duties.Coordinator, ConfirmedAt = world.Clock.Now };
        var coordinators = new[] { Coordinator("huda"), Coordinator("hina") };
        await world.Put([.. coordinators]);
        var round = (await world.Ask(db => db.Set<Rabta.Matches.Round>().SingleAsync())).Id.Value;
        string[] addresses = [.. Enumerable.Range(0, 2).Select(_ => $"http://127.0.0.1:{PostgresServer.FreePort()}")];
        await using var one = await RabtaProcess.Serve(world.Settings, addresses[0]);
        await using var other = await RabtaProcess.Serve(world.Settings, addresses[1]);

        var forms = new List<(Phone Phone, string Path, HttpContent Form)>();
        foreach (var coordinator in coordinators)
        foreach (var address in addresses)
            for (var i = 0; i < Each; i++)
            {
                var phone = await SignIn(world, coordinator, address);
                var page = await phone.Open($"/matching/{round}/publish");
                forms.Add((phone, page.Path, Phone.Filled(page, "publish")));
            }
        var answers = await Task.WhenAll(forms.Select(f => f.Phone.Post(f.Path, f.Form)));

        foreach (var answer in answers.CountBy(a => $"{(int)a.Status} {a.Title} {string.Join(' ', a.Wrong)}"))
            print.WriteLine($"{answer.Value, 2} × {answer.Key}");
        Assert.All(answers, a => Assert.True((int)a.Status < 500, $"{a.Status} {a.Title}"));
        Assert.Single(answers, a => a.Title == $"{crowd.Mentees} pairs are published.");
        Assert.Equal(
            4 * Each - 1,
            answers.Count(a => a.Wrong.SequenceEqual(["This round has been published already. Nobody is told twice."]))
        );
        var mentorships = await world.Ask(db => db.Set<Rabta.Mentorships.Mentorship>().Select(m => m.MenteeId).ToListAsync());
        Assert.Equal((crowd.Mentees, crowd.Mentees), (mentorships.Count, mentorships.Distinct().Count()));
        Assert.Equal(crowd.Everyone, await world.Waiting());

        await world.Due();
        await Wait.Until("nothing waits", async () => await world.Waiting() == 0);

        print.WriteLine($"{post.Arrived.Count} mails arrived, {post.Arrived.Distinct().Count()} of them different");
        Assert.Equal(crowd.Everyone, post.Arrived.Count);
        Assert.Equal(crowd.Everyone, post.Arrived.Select(a => a.Id).Distinct().Count());
        Assert.Equal(crowd.Everyone, post.Arrived.Select(a => a.To).Distinct().Count());
        foreach (var form in forms)
            form.Phone.Dispose();
    }

    private static async Task<Phone> SignIn(World world, Person person, string address)
    {
        var (link, secret) = SignInLink.Make(person.Id, LinkFor.Demo, world.Clock.Now);
        await world.Put(link);
        var phone = new Phone(address, null, "en");
        await phone.Send(await phone.Open($"/in/{secret}"), "enter");
        return phone;
    }
}
