using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Rabta.Importing.Storing;
using Rabta.People;
using Rabta.Platform.Access;
using Rabta.Platform.Database;
using Rabta.Platform.Language;
using Rabta.Preferences;
using Rabta.Programmes;
using Rabta.Tests.Importing.ReadingLists;
using Rabta.Tests.Matches;
using Rabta.Tests.Worlds;

namespace Rabta.Tests.Importing.Storing;

public sealed class ImportPeopleTests
{
    private const string Mentors =
        "Name,Email,Capacity,Both parts,Languages,Religion,Bio\nDr Saima,saima@x.pk,3,,Urdu;"
        + "Pashto,Islam,I teach\nDr Imran,imran@x.pk,,yes,Urdu,Christian,\n";
    private const string Mentees =
        "Name,Email,Roll no,Phone,Languages,Religion,Motivation,Comments,Wish 1,Wish 2,Recommended mentor,Recommended by,Why,Not with\n"
        + "Omar,omar@x.pk,0042,0300 1,Pashto,Islam,To learn,Call late,imran@x.pk,Dr Saima,"
        + "saima@x.pk,Prof. Dua,Both read,imran@x.pk\nHira,,0043,,Urdu,,,,,,,,,\n";

    [Theory, OnBoth]
    public async Task Everything_the_lists_say_is_stored(Engine on)
    {
        await using var world = await World.On(on);

        var result = await Import(world, Mentors, Mentees);

        Assert.Equal((4, 0, 0, 2, 3), (result.Imported, result.Updated, result.Refused, result.Mentors, result.Mentees));
        await world.Do(async get =>
        {
            var db = get.GetRequiredService<RabtaDb>();
            var people = await db.People.ToDictionaryAsync(p => p.Name);
            var (saima, imran, omar) = (people["Dr Saima"], people["Dr Imran"], people["Omar"]);
            Assert.Equal(("0042", "0300 1", "To learn", "I teach"), (omar.Number, omar.Phone, omar.Hopes, saima.About));
            Assert.Equal([3], await db.Enrolments.Where(e => e.PersonId == saima.Id).Select(e => e.Places).ToListAsync());
            Assert.Equal(
                [ProgrammeRole.Mentor, ProgrammeRole.Mentee],
                await db.Enrolments.Where(e => e.PersonId == imran.Id).OrderBy(e => e.Role).Select(e => e.Role).ToListAsync()
            );
            Assert.Equal([(imran.Id, 1), (saima.Id, 2)], (await db.Wishes.OrderBy(w => w.Rank).ToListAsync()).Select(w => (w.To, w.Rank)));
            var recommended = await db.Recommendations.SingleAsync();
            Assert.Equal(
                (omar.Id, saima.Id, "Prof. Dua", "Both read", true),
                (recommended.MenteeId, recommended.MentorId, recommended.By, recommended.Why, recommended.MayBeNamed)
            );
            var conflict = await db.Conflicts.SingleAsync();
            Assert.Equal(new[] { imran.Id, omar.Id }.OrderBy(id => id.Value), [conflict.One, conflict.Other]);
            Assert.Equal(
                [("Comments", false, Counts.Never), ("Languages", false, Counts.Alike), ("Religion", true, Counts.Alike)],
                (await db.Questions.OrderBy(q => q.Heading).ToListAsync()).Select(q => (q.Heading.ToString(), q.IsPrivate, q.Counts))
            );
            Assert.Equal(
                "new 4, updated 0, left out 0, mentors 2, mentees 3",
                (await db.Set<Rabta.Platform.Journal.JournalEntry>().SingleAsync(e => e.What == "people.imported")).After
            );
        });
    }

    [Theory, OnBoth]
    public async Task Private_answers_stand_only_where_staff_pages_never_read(Engine on)
    {
        await using var world = await World.On(on);
        await Import(world, Mentors, Mentees);

        var answers = await Answers(world);

        Assert.All(answers.Where(a => a.IsPrivate), a => Assert.Empty(a.Answer.Values));
        Assert.All(answers.Where(a => !a.IsPrivate), a => Assert.Empty(a.Answer.PrivateValues));
        Assert.Equal(["Christian", "Christian", "Islam", "Islam"], answers.SelectMany(a => a.Answer.PrivateValues).Order());
    }

    [Theory, OnBoth]
    public async Task A_question_that_becomes_private_takes_its_answers_along_and_never_comes_back(Engine on)
    {
        await using var world = await World.On(on);
        await Import(world, Mentors, Mentees);
        await Import(world, "", "Name,Email,Languages\nOmar,omar@x.pk,Urdu\n", maps: "Languages=private");
        await Import(world, "", "Name,Email,Languages\nOmar,omar@x.pk,Sindhi\n", maps: "Languages=answer");

        var languages = (await Answers(world)).Where(a => a.Heading == "Languages").ToList();

        Assert.All(languages, a => Assert.Empty(a.Answer.Values));
        Assert.Equal(["Pashto", "Sindhi", "Urdu", "Urdu", "Urdu", "Urdu"], languages.SelectMany(a => a.Answer.PrivateValues).Order());
    }

    [Theory, OnBoth]
    public async Task The_same_lists_again_make_nobody_twice(Engine on)
    {
        await using var world = await World.On(on);
        await Import(world, Mentors, Mentees);
        var before = await Counted(world);

        var again = await Import(world, Mentors, Mentees);

        Assert.Equal((0, 4, 0), (again.Imported, again.Updated, again.Refused));
        Assert.Equal(before, await Counted(world));
    }

    [Theory, OnBoth]
    public async Task What_a_person_corrected_is_kept_and_listed_and_empty_cells_erase_nothing(Engine on)
    {
        await using var world = await World.On(on);
        await Import(world, Mentors, Mentees);
        await world.Do(async get =>
        {
            var db = get.GetRequiredService<RabtaDb>();
            var omar = await db.People.SingleAsync(p => p.Name == "Omar");
            (omar.Name, omar.Phone, omar.Corrected) = ("Umar", "0333 9", Corrected.Name | Corrected.Phone | Corrected.Answers);
            await db.SaveChangesAsync();
        });

        var again = await Import(world, "", "Name,Email,Phone,Motivation,Comments,Languages\nOmar,omar@x.pk,0300 2,,,Sindhi\n");

        var kept = Assert.Single(again.KeptTheirOwn);
        Assert.Equal(new KeptOwn("Umar", Corrected.Name | Corrected.Phone | Corrected.Answers), kept);
        Assert.Equal("name, phone, answers", kept.FieldsIn(new Localizer<Rabta.Importing.Texts>(Composition.Languages)));
        var umar = await world.Ask(db => db.People.SingleAsync(p => p.Name == "Umar"));
        Assert.Equal(("0333 9", "To learn"), (umar.Phone, umar.Hopes));
        Assert.Contains(await Answers(world), a => a.Answer.Values is ["Pashto"]);
    }

    [Theory, OnBoth]
    public async Task A_newer_name_takes_the_place_of_the_older_and_none_leaves_it(Engine on)
    {
        await using var world = await World.On(on);
        await Import(world, Mentors, Mentees);
        Task<List<string>> Named(string address) =>
            world.Ask(db => db.People.Where(p => p.Address == address).Select(p => p.Name).ToListAsync());

        await Import(world, "", "Name,Email\nOmar Farooq,omar@x.pk\n,new@x.pk\n");
        Assert.Equal(["Omar Farooq"], await Named("omar@x.pk"));
        Assert.Equal(["—"], await Named("new@x.pk"));
        await Import(world, "", "Name,Email\n,omar@x.pk\nNasreen,new@x.pk\n");

        Assert.Equal(["Omar Farooq"], await Named("omar@x.pk"));
        Assert.Equal(["Nasreen"], await Named("new@x.pk"));
    }

    [Theory, OnBoth]
    public async Task A_coordinators_choice_of_how_a_question_counts_outlives_an_import(Engine on)
    {
        await using var world = await World.On(on);
        await Import(world, Mentors, Mentees);
        await world.Do(get =>
            get.GetRequiredService<RabtaDb>()
                .Questions.Where(q => q.Heading == Both.Of("Languages"))
                .ExecuteUpdateAsync(s => s.SetProperty(q => q.Counts, Counts.MustEqual))
        );

        await Import(world, Mentors, Mentees);
        await Import(world, "", Mentees);

        Assert.Equal(
            [Counts.Never, Counts.MustEqual, Counts.Alike],
            await world.Ask(db => db.Questions.OrderBy(q => q.Heading).Select(q => q.Counts).ToListAsync())
        );
    }

    [Theory, OnBoth]
    public async Task Lists_that_come_one_after_the_other_count_as_if_they_had_come_together(Engine on)
    {
        await using var world = await World.On(on);
        await Import(world, Mentors, "");
        await Import(world, "", Mentees);

        Assert.Equal(
            [("Comments", Counts.Never), ("Languages", Counts.Alike), ("Religion", Counts.Alike)],
            (await world.Ask(db => db.Questions.OrderBy(q => q.Heading).ToListAsync())).Select(q => (q.Heading.ToString(), q.Counts))
        );
    }

    [Theory, OnBoth]
    public async Task One_wrong_row_stops_everything_even_the_programme(Engine on)
    {
        await using var world = await World.On(on);

        var result = await Import(world, Mentors, Mentees + "Ali,nothing,,,,,,,,,,,,\n");

        Assert.Equal((0, 0, 1, false), (result.Imported, result.Updated, result.Refused, result.IsStored));
        Assert.Equal((0, 0), (await world.Ask(db => db.People.CountAsync()), await world.Ask(db => db.Programmes.CountAsync())));
    }

    [Fact]
    public async Task Lists_that_are_refused_cost_no_copy_of_the_database()
    {
        await using var world = await World.On(Engine.Sqlite);
        await Import(world, Mentors, Mentees);
        string[] Copies() => Directory.Exists(world.Settings.Path("aside")) ? Directory.GetFiles(world.Settings.Path("aside")) : [];
        Assert.Empty(Copies());

        await Import(world, Mentors, Mentees + "Ali,nothing,,,,,,,,,,,,\n");
        Assert.Empty(Copies());
        await Import(world, Mentors, Mentees);

        Assert.Single(Copies());
    }

    [Theory, OnBoth]
    public async Task Good_rows_go_in_without_the_wrong_ones(Engine on)
    {
        await using var world = await World.On(on);

        var result = await Import(world, Mentors, Mentees + "Ali,nothing,,,,,,,,,,,,\n", goodRows: true);

        Assert.Equal((4, 0, 1, true), (result.Imported, result.Updated, result.Refused, result.IsStored));
        Assert.Equal("Import_AddressBroken", Assert.Single(result.Problems).Key);
    }

    [Theory, OnBoth]
    public async Task A_wish_for_somebody_stored_is_found_though_their_list_is_missing(Engine on)
    {
        await using var world = await World.On(on);
        await Import(world, Mentors, "");

        var result = await Import(world, "", Mentees);

        Assert.Empty(result.Problems);
        Assert.Equal(
            (2, 1, 1),
            (
                await world.Ask(db => db.Wishes.CountAsync()),
                await world.Ask(db => db.Recommendations.CountAsync()),
                await world.Ask(db => db.Conflicts.CountAsync())
            )
        );
    }

    [Theory, OnBoth]
    public async Task Newer_wishes_replace_older_ones_and_no_wishes_leave_them(Engine on)
    {
        await using var world = await World.On(on);
        await Import(world, Mentors, Mentees);

        await Import(world, "", "Name,Email,Wish 1\nOmar,omar@x.pk,\n");
        Assert.Equal(2, await world.Ask(db => db.Wishes.CountAsync()));
        await Import(world, "", "Name,Email,Wish 1\nOmar,omar@x.pk,Dr Saima\n");

        Assert.Equal([1], await world.Ask(db => db.Wishes.Select(w => w.Rank).ToListAsync()));
    }

    [Theory, OnBoth]
    public async Task The_same_address_in_two_institutions_is_two_people(Engine on)
    {
        await using var world = await World.On(on);
        await Import(world, Mentors, Mentees);
        world.Institution = await world.Found("Another college", host: "other.test");

        var result = await Import(world, Mentors, Mentees);

        Assert.Equal((4, 0), (result.Imported, result.Updated));
        Assert.Equal(4, await world.Ask(db => db.People.CountAsync()));
    }

    [Theory, OnBoth]
    public async Task Two_imports_at_once_make_nobody_twice(Engine on)
    {
        await using var world = await World.On(on);
        await Import(world, "Name,Email\nDr Zoya,z@x.pk\n", "");

        var both = await Task.WhenAll(Import(world, Mentors, Mentees), Import(world, Mentors, Mentees));

        Assert.Equal([0, 4], both.Select(result => result.Imported).Order());
        Assert.Equal(5, await world.Ask(db => db.People.CountAsync()));
    }

    [Theory, OnBoth]
    public async Task A_list_that_was_told_so_takes_the_new_address_and_ends_the_old_ways_in(Engine on)
    {
        await using var world = await World.On(on);
        await Import(world, "", "Name,Email,Roll no\nAyesha Butt,butt.family@x.pk,14\n");
        var ayesha = await world.Ask(db => db.People.SingleAsync());
        using var phone = await world.SignIn(ayesha);
        const string Corrected = "Name,Email,Roll no\nMs Ayesha Butt,ayesha@x.pk,14\n";

        Assert.Equal("Import_NumberHereWithOtherAddress", Assert.Single((await Import(world, "", Corrected)).Problems).Key);
        Assert.Equal("butt.family@x.pk", await world.Ask(db => db.People.Select(p => p.Address).SingleAsync()));
        var taken = await world.Use(
            (ImportPeople import) =>
                import.Run("Hamqadam", Lists.Two("", Corrected) with { TakeGuesses = true }, goodRows: false, null, default)
        );

        Assert.Equal((0, 1, 0), (taken.Imported, taken.Updated, taken.Refused));
        Assert.Equal("ayesha@x.pk", await world.Ask(db => db.People.Select(p => p.Address).SingleAsync()));
        Assert.Equal("/sign-in", (await phone.Open("/me")).Path.Split('?')[0]);
        Assert.Equal(
            ["address.gone", "address.here"],
            (await world.Ask(db => db.Set<Rabta.Notifications.Notice>().Select(n => n.Kind).ToListAsync())).Order(StringComparer.Ordinal)
        );
    }

    [Theory, OnBoth]
    public async Task A_late_list_of_one_changes_nothing_of_what_counts_and_answers_written_differently_count_as_one(Engine on)
    {
        await using var world = await World.On(on);
        await Import(
            world,
            "Name,Email,Gender,Topic\nA,a@x.pk,M,Research\nB,b@x.pk,Female,Surgery\n",
            "Name,Email,Gender,Topic\nC,c@x.pk,Male,Surgery\nD,d@x.pk,F,Research\n"
        );

        await Import(world, "Name,Email,Gender,Topic\nE,e@x.pk,Male,Surgery\n", "Name,Email,Gender,Topic\nF,f@x.pk,Male,Surgery\n");

        var questions = await world.Ask(db => db.Questions.OrderBy(q => q.Key).ToListAsync());
        Assert.Equal([Counts.Alike, Counts.Alike], questions.Select(q => q.Counts));
        Assert.Equal((questions[0].KeyOf("Male"), questions[0].KeyOf("Female")), (questions[0].KeyOf("M"), questions[0].KeyOf("F")));
        Assert.NotEqual(questions[0].KeyOf("M"), questions[0].KeyOf("F"));
        // As written, still.
        Assert.Contains(await Answers(world), a => a.Answer.Values is ["F"]);
    }

    private static Task<ImportResult> Import(World world, string mentors, string mentees, bool goodRows = false, params string[] maps) =>
        world.Use((ImportPeople import) => import.Run("Hamqadam", Lists.Two(mentors, mentees, maps), goodRows, null, default));

    private static Task<List<(string Heading, bool IsPrivate, Answer Answer)>> Answers(World world) =>
        world.Ask(async db =>
        {
            var questions = await db.Questions.ToDictionaryAsync(q => q.Id);
            return (await db.Answers.ToListAsync()).ConvertAll(a =>
                (questions[a.QuestionId].Heading.Texts.Values.First(), questions[a.QuestionId].IsPrivate, a)
            );
        });

    private static Task<string> Counted(World world) =>
        world.Ask(async db =>
            $"{await db.People.CountAsync()} {await db.Enrolments.CountAsync()} "
            + $"{await db.Questions.CountAsync()} {await db.Answers.CountAsync()} "
            + $"{await db.Wishes.CountAsync()} {await db.Recommendations.CountAsync()} {await db.Conflicts.CountAsync()}"
        );
}
