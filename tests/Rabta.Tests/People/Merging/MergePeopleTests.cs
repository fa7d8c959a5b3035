using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Rabta.Mentorships;
using Rabta.People;
using Rabta.People.Merging;
using Rabta.Platform.Access;
using Rabta.Platform.Database;
using Rabta.Platform.Jobs;
using Rabta.Platform.Journal;
using Rabta.Preferences;
using Rabta.Programmes;
using Rabta.Tests.Matches;
using Rabta.Tests.Walls;
using Rabta.Tests.Worlds;

namespace Rabta.Tests.People.Merging;

public sealed class MergePeopleTests
{
    [Theory, OnBoth]
    public async Task Two_records_of_one_person_become_one_after_a_look_at_both_and_what_was_chosen_stays(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        var twin = await Twin(world, cast);
        await world.Put(
            cast.Enrols(twin, ProgrammeRole.Mentee),
            cast.Wishes(twin, cast.Bilal),
            cast.Wishes(cast.Bilal, twin, 1, ProgrammeRole.Mentor)
        );
        using var huda = await world.SignIn(cast.Huda);
        var found = await huda.Open($"/people/{cast.Zara.Id.Value}/merge?q=zaara");
        var look = await huda.Open(found.Page.QuerySelector("main .rows a")!.GetAttribute("href")!);
        Assert.Equal("Zara and Zaara Khan: one person?", look.Title);

        var merged = await huda.Send(look, "merge", ("of-Name", "other"), ("of-Address", "other"), ("of-Number", "this"));

        Assert.Contains("Two people were merged here.", merged.Text, StringComparison.Ordinal);
        var zara = await world.Ask(db => db.People.AsNoTracking().SingleAsync(p => p.Id == cast.Zara.Id));
        Assert.Equal(("Zaara Khan", "zaara@elsewhere.test", "4-90", "0300 1234567"), (zara.Name, zara.Address, zara.Number, zara.Phone));
        Assert.Single(await world.Ask(db => db.TakingPart.Where(e => e.PersonId == zara.Id).ToListAsync()));
        Assert.Empty(await world.Ask(db => db.TakingPart.Where(e => e.PersonId == twin.Id).ToListAsync()));
        Assert.Equal([cast.Bilal.Id], await world.Ask(db => db.Wishes.Where(w => w.From == zara.Id).Select(w => w.To).ToListAsync()));
        Assert.Equal([zara.Id], await world.Ask(db => db.Wishes.Where(w => w.From == cast.Bilal.Id).Select(w => w.To).ToListAsync()));
        // Nobody finds the other, and an old link leads on.
        Assert.Null(await world.Ask(db => db.People.FirstOrDefaultAsync(p => p.Id == twin.Id)));
        Assert.Equal($"/people/{zara.Id.Value}", (await huda.Open($"/people/{twin.Id.Value}")).Path);
        Assert.DoesNotContain("merged", (await huda.Open("/people?q=zaara")).Text, StringComparison.Ordinal);
        Assert.Single((await huda.Open("/people?q=zaara")).Page.QuerySelectorAll("main a.row"));
    }

    [Theory, OnBoth]
    public async Task Within_ten_minutes_it_is_undone_and_everything_is_as_it_was(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        await world.PutAnswers(cast);
        var twin = await Twin(world, cast);
        await world.Put(cast.Enrols(twin, ProgrammeRole.Mentor, 3), cast.Wishes(twin, cast.Nida, 1, ProgrammeRole.Mentor));
        await world.Put(new Mentorship(cast.Programme.Id, cast.Cohort.Id, twin.Id, cast.Zara.Id, [], null, world.Clock.Now));
        var question = await world.Ask(db => db.Questions.Where(q => !q.IsPrivate).Select(q => q.Id).FirstAsync());
        var theirs = await world.Ask(db => db.Enrolments.SingleAsync(e => e.PersonId == twin.Id));
        await world.Put(
            new Answer
            {
                EnrolmentId = theirs.Id,
                QuestionId = question,
                Values = ["Surgery"],
            }
        );
        var before = await OfPeople(world);

        Assert.Null(
            (await Merge(world, cast.Bilal, twin, cast.Huda, keepOthers: true, MergeField.Name, MergeField.Address, MergeField.Number)).Why
        );

        var pairs = await world.Ask(db => db.Mentorships.Where(m => m.MentorId == cast.Bilal.Id).Select(m => m.MenteeId).ToListAsync());
        Assert.Equal(new[] { cast.Nida.Id, cast.Zara.Id }.ToHashSet(), [.. pairs]);
        var mine = await world.Ask(db => db.Enrolments.SingleAsync(e => e.PersonId == cast.Bilal.Id && e.Role == ProgrammeRole.Mentor));
        Assert.Equal(3, mine.Places);
        Assert.Equal(
            ["Surgery"],
            (await world.Ask(db => db.Answers.SingleAsync(a => a.EnrolmentId == mine.Id && a.QuestionId == question))).Values
        );

        world.Clock.Pass(Duration.FromMinutes(9));
        using var huda = await world.SignIn(cast.Huda);
        await huda.Send(await huda.Open($"/people/{cast.Bilal.Id.Value}"), "merge-undo");

        Assert.Equal(before, await OfPeople(world));
        var undone = await world.Ask(db => db.Merges.AsNoTracking().SingleAsync());
        Assert.Equal((world.Clock.Now, null), (undone.UndoneAt, undone.Log));
        await world.NotesNothing(async () => Assert.Null(await Undo(world, undone.Id, cast.Huda)));
    }

    [Theory, OnBoth]
    public async Task Two_who_are_two_are_refused_and_so_is_what_a_colleague_changed(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        var before = await Fingerprint.Of(world);

        Assert.Equal("merge.paired", (await Merge(world, cast.Sara, cast.Omar, cast.Huda)).Why?.Key);
        Assert.Equal("merge.two-mentors", (await Merge(world, cast.Nida, cast.Omar, cast.Huda)).Why?.Key);
        Assert.Equal("merge.same", (await Merge(world, cast.Zara, cast.Zara, cast.Huda)).Why?.Key);
        Assert.Equal("merge.own", (await Merge(world, cast.Zara, cast.Huda, cast.Huda)).Why?.Key);
        Assert.Equal("person.gone", (await Merge(world, cast.Zara, new Person("Nobody", null), cast.Huda)).Why?.Key);
        Assert.Equal(
            "merge.changed",
            (
                await world.Use<MergePeople, (Refusal? Why, Type? Texts)>(m =>
                    m.Run(cast.Zara.Id, cast.Omar.Id, [], false, "x", cast.Huda.Id, default)
                )
            )
                .Why
                ?.Key
        );
        Assert.Equal(before, await Fingerprint.Of(world));
    }

    [Theory, OnBoth]
    public async Task After_ten_minutes_or_when_a_third_has_the_address_it_stays(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        var twin = await Twin(world, cast);
        Assert.Null((await Merge(world, cast.Zara, twin, cast.Huda)).Why);
        var merge = await world.Ask(db => db.Merges.AsNoTracking().SingleAsync());
        var third = new Person("Third", "zaara@elsewhere.test");
        await world.Put(third);

        Assert.Equal("merge.cant-undo", (await Undo(world, merge.Id, cast.Huda))?.Key);
        world.Clock.Pass(Rabta.People.Merging.Merge.Undoable);
        Assert.Equal("merge.too-late", (await Undo(world, merge.Id, cast.Huda))?.Key);
        Assert.Equal("merge.too-late", (await Undo(world, new(Ids.Source()), cast.Huda))?.Key);
        Assert.NotNull(merge.Log);
        world.Clock.Pass(Duration.FromMinutes(1));
        await world.Do(get => get.GetServices<IHousekeep>().OfType<ForgetMerges>().Single().Sweep(default));
        Assert.Null((await world.Ask(db => db.Merges.AsNoTracking().SingleAsync())).Log);
    }

    [Theory, OnBoth]
    public async Task Every_page_that_anybody_can_reach_opens_after_a_merge_of_two_who_had_everything(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await world.PutEverything();
        var twin = await Twin(world, cast);
        // A row for each column that names a person, and the same again for both where only one may stand.
        foreach (var (type, property) in await world.Ask(db => Task.FromResult(MoveRows.References(db.Model).ToList())))
            await world.Ask(db => CopyRow(db, type, property, cast.Zara.Id, twin.Id));

        Assert.Null((await Merge(world, cast.Zara, twin, cast.Huda)).Why);

        foreach (var person in new[] { cast.Huda, cast.Zara, cast.Bilal, cast.Sara, cast.Omar })
        {
            using var phone = await world.SignIn(person);
            Assert.All(await Crawl.From(phone), page => Assert.True((int)page.Status < 500, $"{page.Path}: {page.Status}"));
        }
        var merge = await world.Ask(db => db.Merges.AsNoTracking().SingleAsync());
        Assert.Null(await Undo(world, merge.Id, cast.Huda));
    }

    [Theory, OnBoth]
    public async Task The_journal_of_both_is_that_of_the_one_who_stays(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        var twin = await Twin(world, cast);
        var names = new[]
        {
            new JournalName { PersonId = cast.Zara.Id },
            new JournalName { PersonId = twin.Id },
        };
        await world.Put([.. names]);

        await world.Notes<MergePeople>(
            "people.merged",
            cast.Zara.Id.Value,
            cast.Huda,
            async () => Assert.Null((await Merge(world, cast.Zara, twin, cast.Huda)).Why)
        );

        Assert.All(
            await world.Ask(db => db.Set<JournalName>().Where(n => n.PersonId != cast.Huda.Id).ToListAsync()),
            n => Assert.Equal(cast.Zara.Id, n.PersonId)
        );
        var merge = await world.Ask(db => db.Merges.AsNoTracking().SingleAsync());
        await world.Notes<UndoMerge>("merge.undone", cast.Zara.Id.Value, cast.Huda, undo => undo.Run(merge.Id, cast.Huda.Id, default));
    }

    /// <summary>Whatever of Zara's refers to her stands for the twin as well, as far as the database lets it.</summary>
    private static async Task<bool> CopyRow(
        RabtaDb db,
        Microsoft.EntityFrameworkCore.Metadata.IEntityType type,
        string property,
        PersonId from,
        PersonId to
    )
    {
        var set =
            (IQueryable<object>)typeof(DbContext).GetMethod(nameof(DbContext.Set), [])!.MakeGenericMethod(type.ClrType).Invoke(db, null)!;
        foreach (var row in await set.ToListAsync())
        {
            var entry = db.Entry(row);
            if (entry.Property(property).CurrentValue is not PersonId person || person != from)
                continue;
            entry.Property(property).CurrentValue = to;
            try
            {
                await db.SaveChangesAsync();
                return true;
            }
            catch (DbUpdateException)
            {
                db.ChangeTracker.Clear();
            }
        }
        return false;
    }

    /// <summary>Every table but those in which the merge itself and its undo stand.</summary>
    private static async Task<string> OfPeople(World world)
    {
        string[] about =
        [
            "data_protection_keys",
            "journal",
            "merges",
            "notices",
            "written_forms",
            "signed_in_devices",
            "sign_in_links",
            "accounts",
        ];
        var lines = (await Fingerprint.Of(world)).Split('\n');
        return string.Join('\n', lines.Where(line => !about.Any(table => line.StartsWith(table, StringComparison.Ordinal))));
    }

    private static async Task<Person> Twin(World world, Cast cast)
    {
        var twin = new Person("Zaara Khan", "zaara@elsewhere.test") { Number = "Z-2", ConfirmedAt = world.Clock.Now };
        await world.Put(twin);
        return twin;
    }

    private static Task<(Refusal? Why, Type? Texts)> Merge(
        World world,
        Person kept,
        Person gone,
        Person by,
        bool keepOthers = false,
        params MergeField[] of
    ) => world.Use<MergePeople, (Refusal? Why, Type? Texts)>(m => m.Run(kept.Id, gone.Id, of, keepOthers, null, by.Id, default));

    private static Task<Refusal?> Undo(World world, MergeId id, Person by) =>
        world.Use<UndoMerge, Refusal?>(u => u.Run(id, by.Id, default));
}
