using System.Net;
using Microsoft.EntityFrameworkCore;
using Rabta.People;
using Rabta.People.Staffing;
using Rabta.Platform.Access;
using Rabta.Tests.Worlds;

namespace Rabta.Tests.People.Staffing;

public sealed class InviteStaffTests
{
    [Theory, OnBoth]
    public async Task A_colleague_is_invited_by_mail_comes_in_and_is_removed_again(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        using var huda = await world.SignIn(cast.Huda);

        var listed = await huda.Send(await huda.Open("/staff"), "staff-invite", ("name", "Hina Malik"), ("address", "Hina@college.test"));

        Assert.Equal("2 people coordinate here.", listed.Title);
        await world.SendMail();
        using var hina = world.Visit();
        var door = await hina.Open(new Uri(world.Emails.LinkTo("Hina@college.test")).PathAndQuery);
        await hina.Send(door, "enter");
        Assert.Equal(HttpStatusCode.OK, (await hina.Open("/people")).Status);

        await huda.Send(await huda.Open("/staff"), "staff-off");

        Assert.Equal(HttpStatusCode.NotFound, (await hina.Open("/people")).Status);
        Assert.Equal("1 person coordinates here.", (await huda.Open("/staff")).Title);
        Assert.Contains("staff.removed", await world.Ask(db => db.Set<Rabta.Notifications.Notice>().Select(n => n.Kind).ToListAsync()));
    }

    [Theory, OnBoth]
    public async Task Somebody_known_becomes_staff_under_their_own_name_only(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);

        Assert.Equal("staff.other-name", (await Invite("Salma", "sara@college.test"))?.Key);
        Assert.Equal("staff.no-name", (await Invite(" ", "sara@college.test"))?.Key);
        Assert.Equal("sign-in.bad-address", (await Invite("Sara", "sara"))?.Key);
        Assert.False(await IsStaff(cast.Sara));
        Assert.Null(await Invite("سارہ", "SARA@college.test"));
        Assert.True(await IsStaff(cast.Sara));
        Assert.Equal("staff.already", (await Invite("Sara", "sara@college.test"))?.Key);

        Task<Refusal?> Invite(string name, string address) =>
            world.Use<InviteStaff, Refusal?>(i => i.Run(name, address, cast.Huda.Id, default));

        async Task<bool> IsStaff(Person person) =>
            (await world.Ask(db => db.People.AsNoTracking().SingleAsync(p => p.Id == person.Id))).IsStaff;
    }

    [Theory, OnBoth]
    public async Task Nobody_removes_themself_and_of_two_who_remove_each_other_one_remains(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        await world.Ask(db =>
            db.People.Where(p => p.Id == cast.Sara.Id).ExecuteUpdateAsync(s => s.SetProperty(p => p.Duties, Duties.Coordinator))
        );

        Assert.Equal("staff.own", (await Remove(cast.Huda, cast.Huda))?.Key);
        await Task.WhenAll(Task.Run(() => Remove(cast.Huda, cast.Sara)), Task.Run(() => Remove(cast.Sara, cast.Huda)));

        Assert.Equal(1, await world.Ask(db => db.People.CountAsync(p => (p.Duties & Duties.Coordinator) != 0)));
        Assert.Equal("staff.no-longer", (await Remove(await Remaining(), cast.Omar))?.Key);
        await world.NotesNothing(async () => Assert.Null(await Remove(cast.Omar, await Remaining())));

        Task<Refusal?> Remove(Person whom, Person by) => world.Use<RemoveStaff, Refusal?>(r => r.Run(whom.Id, by.Id, default));

        Task<Person> Remaining() => world.Ask(db => db.People.AsNoTracking().SingleAsync(p => (p.Duties & Duties.Coordinator) != 0));
    }
}
