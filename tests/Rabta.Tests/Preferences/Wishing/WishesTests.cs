using System.Net;
using Microsoft.EntityFrameworkCore;
using Rabta.Importing.Storing;
using Rabta.Mentorships;
using Rabta.People;
using Rabta.Platform.Access;
using Rabta.Platform.Language;
using Rabta.Preferences;
using Rabta.Preferences.Wishing;
using Rabta.Programmes;
using Rabta.Tests.Importing.ReadingLists;
using Rabta.Tests.Matches;
using Rabta.Tests.Worlds;

namespace Rabta.Tests.Preferences.Wishing;

public sealed class WishesTests
{
    [Theory, OnBoth]
    public async Task Ones_own_wishes_are_shown_to_oneself_in_their_order_and_nobody_elses(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        await world.Put(cast.Wishes(cast.Omar, cast.Bilal, 2), cast.Wishes(cast.Omar, cast.Sara), cast.Wishes(cast.Nida, cast.Sara));

        Assert.Equal(["Sara", "Bilal"], await world.Use<SeeWishes, IReadOnlyList<string>>(see => see.Mine(cast.Omar.Id, default)));
    }

    [Theory, OnBoth]
    public async Task A_mentee_who_waits_ranks_mentors_and_a_round_follows_the_order(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        using var zara = await world.SignIn(cast.Zara);
        var path = $"/cohorts/{cast.Cohort.Id.Value}/mentors";
        var page = await zara.Open("/");
        Assert.Contains(page.Page.QuerySelectorAll("main a"), a => a.GetAttribute("href") == path);

        page = await zara.Send(await zara.Open(path), "wish-add", ("to", $"{cast.Bilal.Id.Value}"));
        Assert.Contains("Saved.", page.Text, StringComparison.Ordinal);
        page = await zara.Send(page, "wish-add", ("to", $"{cast.Sara.Id.Value}"));
        page = await zara.Send(page, "wish", ("act", $"Raise.{cast.Sara.Id.Value}"));

        Assert.Equal([(cast.Sara.Id, 1), (cast.Bilal.Id, 2)], await Wishes(world, cast.Zara));
        await zara.Send(page, "wish", ("act", $"Tie.{cast.Bilal.Id.Value}"));
        Assert.Equal([1, 1], (await Wishes(world, cast.Zara)).Select(w => w.Item2));
        await zara.Send(await zara.Open(path), "wish", ("act", $"Remove.{cast.Sara.Id.Value}"));
        var ran = await world.Match(cast);
        Assert.Equal(new Reason(ReasonKind.MenteesWish, Rank: 1), (await world.PairOf(ran.Id, cast.Zara))!.Why[0]);
        Assert.Equal(cast.Bilal.Id, (await world.PairOf(ran.Id, cast.Zara))!.MentorId);
    }

    [Theory, OnBoth]
    public async Task A_mentor_without_a_place_is_shown_as_full(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        // Sara has two mentees and no place left; Bilal has one mentee and one place.
        await world.Ask(db => db.Enrolments.ExecuteUpdateAsync(s => s.SetProperty(e => e.Places, 2)));
        var role = await world.Use<SeeMyEnrolments, MyEnrolment?>(see =>
            see.One(cast.Cohort.Id, ProgrammeRole.Mentee, cast.Zara.Id, default)
        );
        Task<CandidatesPage> See(bool free) =>
            world.Use<SeeCandidates, CandidatesPage>(see => see.Run(role!, new(null, null, free), 1, default));

        Assert.Equal([("Bilal", true), ("Sara", false)], (await See(free: false)).Rows.Select(r => (r.Name, r.HasPlaces)));
        Assert.Equal(["Bilal"], (await See(free: true)).Rows.Select(r => r.Name));
    }

    [Theory, OnBoth]
    public async Task A_mentee_has_nine_wishes_and_is_told_before_the_tenth(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        var mentors = new List<Person>();
        foreach (var i in Enumerable.Range(0, 10))
        {
            var mentor = new Person($"Mentor {i}", null);
            mentors.Add(mentor);
            await world.Put(mentor, cast.Enrols(mentor, ProgrammeRole.Mentor));
            Assert.Equal(
                i < 9 ? null : "wish.many.Mentee",
                (await Change(world, cast, cast.Zara, ProgrammeRole.Mentee, WishAct.Add, mentor))?.Key
            );
        }
        // Whom she wishes for already can be asked for once more.
        Assert.Null(await Change(world, cast, cast.Zara, ProgrammeRole.Mentee, WishAct.Add, mentors[0]));
        Assert.Equal(Enumerable.Range(1, 9), (await Wishes(world, cast.Zara)).Select(w => w.Item2));
    }

    [Theory, OnBoth]
    public async Task Who_is_paired_no_mentor_or_elsewhere_changes_nothing(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);

        Assert.Equal("wish.settled.no", (await Change(world, cast, cast.Omar, ProgrammeRole.Mentee, WishAct.Add, cast.Bilal))?.Key);
        Assert.Equal("wish.gone", (await Change(world, cast, cast.Zara, ProgrammeRole.Mentee, WishAct.Add, cast.Huda))?.Key);
        Assert.Equal("wish.gone", (await Change(world, cast, cast.Zara, ProgrammeRole.Mentee, WishAct.Add, cast.Zara))?.Key);
        Assert.Equal("wish.not-here", (await Change(world, cast, cast.Zara, ProgrammeRole.Mentor, WishAct.Add, cast.Omar))?.Key);
        using var omar = await world.SignIn(cast.Omar);
        var page = await omar.Open($"/cohorts/{cast.Cohort.Id.Value}/mentors");
        Assert.Equal("Sara is your mentor.", page.Title);
        using var huda = await world.SignIn(cast.Huda);
        Assert.Equal(HttpStatusCode.NotFound, (await huda.Open($"/cohorts/{cast.Cohort.Id.Value}/mentors")).Status);
    }

    [Theory, OnBoth]
    public async Task Two_windows_at_once_leave_one_whole_order(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        var mentors = Enumerable.Range(0, 8).Select(i => new Person($"Mentor {i}", null)).ToList();
        await world.Put([.. mentors, .. mentors.Select(m => cast.Enrols(m, ProgrammeRole.Mentor))]);

        var answers = await Task.WhenAll(
            mentors.Concat(mentors).Select(m => Task.Run(() => Change(world, cast, cast.Zara, ProgrammeRole.Mentee, WishAct.Add, m)))
        );

        Assert.All(answers, Assert.Null);
        Assert.Equal(Enumerable.Range(1, 8), (await Wishes(world, cast.Zara)).Select(w => w.Item2));
    }

    [Theory, OnBoth]
    public async Task What_both_answered_openly_is_told_and_a_private_answer_is_not(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        await world.Answer(cast, "Languages", false, Counts.Alike, (cast.Zara, "Pashto"), (cast.Bilal, "pashto"), (cast.Sara, "Sindhi"));
        await world.Answer(cast, "Faith", true, Counts.Alike, (cast.Zara, "Hidden"), (cast.Bilal, "Hidden"));
        await world.Answer(cast, "Campus", false, Counts.MustEqual, (cast.Zara, "Taxila"), (cast.Sara, "Lahore"));
        await world.Answer(cast, "Sect", true, Counts.MustEqual, (cast.Zara, "One"), (cast.Bilal, "Another"));
        using var zara = await world.SignIn(cast.Zara);
        var path = $"/cohorts/{cast.Cohort.Id.Value}/mentors";

        var rows = (await zara.Open(path))
            .Page.QuerySelectorAll("form .rows > li")
            .ToDictionary(r => r.QuerySelector("bdi")!.TextContent, r => r.TextContent);

        Assert.Contains("Why this might fit: In common: Pashto (Languages).", rows["Bilal"], StringComparison.Ordinal);
        Assert.DoesNotContain("private", rows["Bilal"], StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("Sect", rows["Bilal"], StringComparison.Ordinal);
        Assert.DoesNotContain("Sindhi", rows["Sara"], StringComparison.Ordinal);
        Assert.Contains("“Campus” has to be the same for both here", rows["Sara"], StringComparison.Ordinal);
        var question = await world.Ask(db => db.Questions.Where(q => q.Key == "LANGUAGES").Select(q => q.Id).SingleAsync());
        var filtered = await zara.Open($"{path}?shares={question.Value:N}.PASHTO&free=1");
        Assert.Equal(["Bilal"], filtered.Page.QuerySelectorAll("form .rows > li bdi:first-child").Select(b => b.TextContent));
        Assert.Contains("Nobody fits this.", (await zara.Open($"{path}?q=nobody")).Text, StringComparison.Ordinal);
        // A wish against an open rule is kept.
        Assert.Null(await Change(world, cast, cast.Zara, ProgrammeRole.Mentee, WishAct.Add, cast.Sara));
    }

    [Theory, OnBoth]
    public async Task Only_who_lets_those_who_choose_read_it_is_read_by_them(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        using var zara = await world.SignIn(cast.Zara);
        var path = $"/cohorts/{cast.Cohort.Id.Value}/mentors";
        Assert.DoesNotContain("I operate", (await zara.Open(path)).Text, StringComparison.Ordinal);
        using var bilal = await world.SignIn(cast.Bilal);
        await bilal.Send(await bilal.Open("/me"), "me", ("show-choosers", "on"));

        Assert.Contains("I operate", (await zara.Open(path)).Text, StringComparison.Ordinal);
    }

    [Theory, OnBoth]
    public async Task Whom_a_mentor_helps_best_comes_after_all_who_are_named_and_equally(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        var (hira, asad) = (new Person("Hira", "hira@college.test"), new Person("Asad", "asad@college.test"));
        await world.Put(hira, asad, cast.Enrols(hira, ProgrammeRole.Mentee), cast.Enrols(asad, ProgrammeRole.Mentee));
        await world.SetPlaces(cast.Sara, 4);
        await world.SetPlaces(cast.Bilal, 2);
        await world.Answer(cast, "Interests", false, Counts.Alike, (cast.Zara, "Research"), (hira, "Poetry"), (asad, "research"));
        using var sara = await world.SignIn(cast.Sara);
        var page = await sara.Open($"/cohorts/{cast.Cohort.Id.Value}/mentees");
        var box = page
            .Page.QuerySelectorAll("input[name=help]")
            .Select(i => i.GetAttribute("value")!)
            .Single(v => v.EndsWith(".RESEARCH", StringComparison.Ordinal));
        page = await sara.Send(page, "helps-best", ("help", box));
        Assert.Contains("Saved.", page.Text, StringComparison.Ordinal);
        Assert.True(page.Page.QuerySelector($"input[value='{box}']")!.HasAttribute("checked"));
        Assert.Null(await Change(world, cast, cast.Sara, ProgrammeRole.Mentor, WishAct.Add, hira));
        foreach (var mentee in new[] { cast.Zara, hira, asad })
            Assert.Null(await Change(world, cast, mentee, ProgrammeRole.Mentee, WishAct.Add, cast.Sara));

        var ran = await world.Match(cast, 3);

        // Two places: Hira is named; one of the two others is drawn, and the reason names no rank.
        Assert.Equal(
            new Reason(ReasonKind.MentorsWish, Rank: 1),
            (await world.PairOf(ran.Id, hira))!.Why.First(r => r.Kind == ReasonKind.MentorsWish)
        );
        var other = (await world.Pairs(ran.Id)).Single(p => p.MenteeId != hira.Id && p.MentorId == cast.Sara.Id);
        Assert.Contains(new Reason(ReasonKind.HelpsBest), other.Why);
        Assert.True(ReasonWords.IsFor(ProgrammeRole.Mentor, new(ReasonKind.HelpsBest)));
        Assert.False(ReasonWords.IsFor(ProgrammeRole.Mentee, new(ReasonKind.HelpsBest)));
    }

    [Theory, OnBoth]
    public async Task A_later_list_leaves_wishes_of_their_own_alone(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        Assert.Null(await Change(world, cast, cast.Zara, ProgrammeRole.Mentee, WishAct.Add, cast.Bilal));

        var result = await world.Use(
            (ImportPeople import) =>
                import.Run("Hamqadam", Lists.Two("", "Name,Email,Wish 1\nZara,zara@college.test,sara@college.test\n"), false, null, default)
        );

        Assert.Equal([(cast.Bilal.Id, 1)], await Wishes(world, cast.Zara));
        Assert.Contains(result.KeptTheirOwn, k => k.Fields.HasFlag(Corrected.Wishes) && k.Name == "Zara");
    }

    [Theory, OnBoth]
    public async Task The_list_narrows_to_who_gave_the_same_answer_to_the_same_question(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        await world.Answer(cast, "Sport", false, Counts.Alike, (cast.Zara, "Chess"), (cast.Sara, "Chess"));
        await world.Answer(cast, "Hobby", false, Counts.Alike, (cast.Bilal, "Chess"));
        using var zara = await world.SignIn(cast.Zara);
        var path = $"/cohorts/{cast.Cohort.Id.Value}/mentors";
        var all = await zara.Open(path);
        var sport = all
            .Page.QuerySelectorAll("select[name=shares] option")
            .Single(o => o.TextContent.Contains("Chess", StringComparison.Ordinal));

        var page = await zara.Open($"{path}?shares={Uri.EscapeDataString(sport.GetAttribute("value")!)}");

        Assert.Contains("Bilal", all.Text, StringComparison.Ordinal);
        Assert.Contains("Sara", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Bilal", page.Text, StringComparison.Ordinal);
    }

    private static Task<Refusal?> Change(World world, Cast cast, Person who, ProgrammeRole role, WishAct act, Person about) =>
        world.Use<ChangeWishes, Refusal?>(c => c.Run(cast.Cohort.Id, role, act, about.Id, who.Id, default));

    private static async Task<List<(PersonId, int)>> Wishes(World world, Person from) =>
        [
            .. (
                await world.Ask(db =>
                    db.Wishes.Where(w => w.From == from.Id).OrderBy(w => w.Rank).Select(w => new { w.To, w.Rank }).ToListAsync()
                )
            ).Select(w => (w.To, w.Rank)),
        ];
}
