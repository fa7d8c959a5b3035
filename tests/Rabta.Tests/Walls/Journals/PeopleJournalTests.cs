using Microsoft.EntityFrameworkCore;
using Rabta.Meetings.Telling;
using Rabta.People;
using Rabta.People.Adding;
using Rabta.People.Arranging;
using Rabta.People.Away;
using Rabta.People.Correcting;
using Rabta.People.Noting;
using Rabta.People.SigningIn;
using Rabta.People.Staffing;
using Rabta.Platform.Access;
using Rabta.Tests.Importing.ReadingLists;
using Rabta.Tests.Worlds;

namespace Rabta.Tests.Walls.Journals;

public sealed class PeopleJournalTests
{
    [Theory, OnBoth]
    public async Task A_person_who_is_added_or_given_a_duty_stands_in_the_journal(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        Task Add(string name, string address) =>
            world.Use<AddPerson, object>(async add => (await add.Run(name, address, coordinator: true, default)).Person);

        var added = await world.Notes<AddPerson>("person.added", null, null, () => Add("Hira", "hira@college.test"));
        Assert.Equal(await world.Ask(db => db.People.Where(p => p.Name == "Hira").Select(p => p.Id.Value).SingleAsync()), added.Subject);
        var given = await world.Notes<AddPerson>("duty.given", cast.Sara.Id.Value, null, () => Add("Sara", cast.Sara.Address!));
        Assert.Equal(nameof(Duties.Coordinator), given.After);
        await world.Notes<AddPerson>("link.made", cast.Sara.Id.Value, null, () => Add("Sara", cast.Sara.Address!));
    }

    [Theory, OnBoth]
    public async Task A_session_stands_in_the_journal_when_it_begins_and_when_it_is_signed_out(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        Phone? phone = null;

        await world.Notes<Sessions>("session.begun", cast.Omar.Id.Value, cast.Omar, async () => phone = await world.SignIn(cast.Omar));
        await world.Notes<Sessions>(
            "session.ended",
            cast.Omar.Id.Value,
            cast.Omar,
            async () => await phone!.Send(await phone.Open("/more"), "out")
        );

        phone!.Dispose();
    }

    [Theory, OnBoth]
    public async Task What_a_coordinator_corrects_of_a_person_and_whom_they_sign_out_stands_in_the_journal(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        (await world.SignIn(cast.Omar)).Dispose();
        var typed = new TypedPerson("Umar", cast.Omar.Names, cast.Omar.Number, cast.Omar.Address, cast.Omar.Phone, null, null);
        Task<Refusal?> Correct(TypedPerson to) =>
            world.Use<CorrectPerson, Refusal?>(async c => (await c.Run(cast.Omar.Id, to, cast.Huda.Id, default)).Why);

        var corrected = await world.Notes<CorrectPerson>(
            "person.corrected",
            cast.Omar.Id.Value,
            cast.Huda,
            async () => Assert.Null(await Correct(typed))
        );
        await world.Notes<EndSessions>(
            "session.ended",
            cast.Omar.Id.Value,
            cast.Huda,
            async () => Assert.Null(await Correct(typed with { Address = "umar@college.test" }))
        );
        await world.Notes<MoveAddress>(
            "person.corrected",
            cast.Omar.Id.Value,
            cast.Huda,
            async () => Assert.Null(await Correct(typed with { Address = "omar.f@college.test" }))
        );

        Assert.Equal((null, "Name"), (corrected.Before, corrected.After));
        await world.NotesNothing(() =>
            world.Use<SignOutEverywhere, object?>(async s =>
            {
                await s.Run(cast.Omar.Id, cast.Huda.Id, default);
                return null;
            })
        );
    }

    [Theory, OnBoth]
    public async Task Who_is_away_and_back_stands_in_the_journal(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        var day = new NodaTime.LocalDate(2026, 10, 1);

        await world.Notes<SetAway>(
            "person.away",
            cast.Omar.Id.Value,
            cast.Huda,
            s => s.Run(cast.Omar.Id, day, null, cast.Huda.Id, default)
        );
        await world.Notes<SetAway>(
            "person.back",
            cast.Omar.Id.Value,
            cast.Omar,
            s => s.Run(cast.Omar.Id, null, null, cast.Omar.Id, default)
        );
    }

    [Theory, OnBoth]
    public async Task A_note_a_duty_and_the_institution_stand_in_the_journal(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        var (id, by) = (new StaffNoteId(Rabta.Platform.Database.Ids.Source()), cast.Huda.Id);

        var written = await world.Notes<KeepNotes>(
            "note.written",
            cast.Omar.Id.Value,
            cast.Huda,
            k => k.Add(id, cast.Omar.Id, "x", by, default)
        );
        Assert.Equal((null, null), (written.Before, written.After));
        await world.Notes<KeepNotes>("note.removed", cast.Omar.Id.Value, cast.Huda, k => k.Remove(id, by, default));
        await world.Notes<InviteStaff>("person.added", null, cast.Huda, i => i.Run("Hina", "hina@college.test", by, default));
        var given = await world.Notes<InviteStaff>(
            "duty.given",
            cast.Sara.Id.Value,
            cast.Huda,
            i => i.Run("Sara", "sara@college.test", by, default)
        );
        var taken = await world.Notes<RemoveStaff>("duty.taken", cast.Sara.Id.Value, cast.Huda, r => r.Run(cast.Sara.Id, by, default));
        Assert.Equal(("Coordinator", "Coordinator"), (given.After, taken.Before));
        var typed = new InstitutionTyped(Both.Of("Rawal College"), "Asia/Karachi", null, null, null, [], null);
        await world.Notes<ArrangeInstitution>(
            "institution.arranged",
            world.Institution!.Id.Value,
            cast.Huda,
            a => a.Run(typed, by, default)
        );
    }

    [Theory, OnBoth]
    public async Task What_a_person_corrects_shows_and_confirms_stands_in_the_journal_without_their_words(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        await world.Ask(db =>
            db.People.Where(p => p.Id == cast.Omar.Id).ExecuteUpdateAsync(s => s.SetProperty(p => p.ConfirmedAt, (NodaTime.Instant?)null))
        );
        var mine = Mine(cast.Omar);

        await world.Notes<CorrectMyself>(
            "person.confirmed",
            cast.Omar.Id.Value,
            cast.Omar,
            correct => correct.Run(cast.Omar.Id, mine, default)
        );
        foreach (
            var (field, changed) in new[]
            {
                (Corrected.Name, mine with { Name = "Umar" }),
                (Corrected.Names, mine with { Name = "Umar", Names = Both.Urdu("عمر فاروق") }),
            }
        )
        {
            var line = await world.Notes<CorrectMyself>(
                "person.corrected",
                cast.Omar.Id.Value,
                cast.Omar,
                correct => correct.Run(cast.Omar.Id, changed, default)
            );
            Assert.Equal((null, null, $"{field}"), (line.Why, line.Before, line.After));
        }
        var shows = await world.Notes<CorrectMyself>(
            "person.shows",
            cast.Omar.Id.Value,
            cast.Omar,
            correct =>
                correct.Run(cast.Omar.Id, mine with { Name = "Umar", Names = Both.Urdu("عمر فاروق"), Shown = Shown.Nothing }, default)
        );
        Assert.Equal(($"{Shown.About | Shown.Hopes}", $"{Shown.Nothing}"), (shows.Before, shows.After));
        await world.NotesNothing(() =>
            world.Use<CorrectMyself, object?>(async correct =>
                await correct.Run(cast.Omar.Id, mine with { Name = "Umar", Names = Both.Urdu("عمر فاروق"), Shown = Shown.Nothing }, default)
            )
        );
    }

    [Theory, OnBoth]
    public async Task Who_comes_in_sets_a_password_or_ends_a_session_stands_in_the_journal(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);

        var slip = await world.Notes<PrintSlip>(
            "slip.printed",
            cast.Omar.Id.Value,
            cast.Huda,
            () => world.Use<PrintSlip, string?>(print => print.Run(cast.Omar.Id, cast.Huda.Id, default))
        );
        Assert.Equal(cast.Omar.Id, slip.OnBehalfOf);
        await world.Notes<UseLink>("account.made", cast.Omar.Id.Value, cast.Omar, async () => (await world.SignIn(cast.Omar)).Dispose());
        await world.Notes<Sessions>("session.begun", cast.Omar.Id.Value, cast.Omar, async () => (await world.SignIn(cast.Omar)).Dispose());
        await world.Notes<SetPassword>(
            "password.set",
            cast.Omar.Id.Value,
            cast.Omar,
            set => set.Run(cast.Omar.Id, "a quiet green river", default)
        );
        var session = await world.Ask(db => db.Devices.Select(d => d.Id.Value).FirstAsync());
        Task End() =>
            world.Use<EndSession, bool>(async end =>
            {
                await end.Run(cast.Omar.Id, session, default);
                return true;
            });
        await world.Notes<EndSession>("session.ended", cast.Omar.Id.Value, cast.Omar, End);
        await world.NotesNothing(End);
    }

    private static AboutMe Mine(Person person) =>
        new(person.Name, person.Names, person.Phone, person.About, person.Hopes, person.Shown, person.Language, person.Zone);
}
