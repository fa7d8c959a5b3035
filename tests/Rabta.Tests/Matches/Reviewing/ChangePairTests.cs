using Microsoft.EntityFrameworkCore;
using Rabta.Matches;
using Rabta.Matches.Reviewing;
using Rabta.People;
using Rabta.Platform.Access;
using Rabta.Platform.Language;
using Rabta.Preferences;
using Rabta.Tests.Importing.ReadingLists;
using Rabta.Tests.Worlds;

namespace Rabta.Tests.Matches.Reviewing;

public sealed class ChangePairTests
{
    private static Task<Refusal?> Change(World world, Cast cast, RoundId round, Change change, Person? to = null, int seen = 1) =>
        world.Use<ChangePair, Refusal?>(c => c.Run(round, seen, cast.Zara.Id, change, to?.Id, cast.Huda.Id, default));

    private static async Task<(Cast, RoundId)> ZaraWithBilal(World world)
    {
        var cast = await Cast.In(world);
        await world.Put(cast.Wishes(cast.Zara, cast.Bilal));
        return (cast, (await world.Match(cast)).Id);
    }

    [Theory, OnBoth]
    public async Task Mentors_to_choose_among_stand_by_the_name_that_the_reader_sees(Engine on)
    {
        await using var world = await World.On(on);
        var (cast, round) = await ZaraWithBilal(world);
        foreach (var (name, urdu) in new[] { ("Yasmin", "آمنہ"), ("Adil", "ضیا"), ("Tahira", "بشریٰ") })
        {
            var mentor = new Person(name, null) { Names = Both.Urdu(urdu) };
            await world.Put(mentor, cast.Enrols(mentor, Rabta.Programmes.ProgrammeRole.Mentor));
        }

        Assert.Equal(["Adil", "Sara", "Tahira", "Yasmin"], (await Names("en")).Where(n => n is not "Zara"));
        var urdus = await Names("ur");
        Assert.Equal(["آمنہ", "بشریٰ", "ضیا"], urdus.Where(n => n is "آمنہ" or "بشریٰ" or "ضیا"));

        async Task<List<string>> Names(string language)
        {
            using var huda = await world.SignIn(cast.Huda, language);
            var page = await huda.Open($"/matching/{round.Value}/change/{cast.Zara.Id.Value}");
            return
            [
                .. page
                    .Page.QuerySelectorAll("select[name=to] option[value]")
                    .Select(o => o.TextContent.Split('(', '،', ',', '·')[0].Trim()),
            ];
        }
    }

    [Theory, OnBoth]
    public async Task Forbidden_the_round_is_worked_out_anew_and_undone_it_is_as_before(Engine on)
    {
        await using var world = await World.On(on);
        var (cast, round) = await ZaraWithBilal(world);

        Assert.Null(await Change(world, cast, round, Rabta.Matches.Reviewing.Change.Forbid));
        Assert.Equal(cast.Sara.Id, (await world.PairOf(round, cast.Zara))!.MentorId);

        Assert.Null(await world.Use<UndoChange, Refusal?>(u => u.Run(round, 2, cast.Huda.Id, default)));
        Assert.Equal(cast.Bilal.Id, (await world.PairOf(round, cast.Zara))!.MentorId);
        Assert.Equal("undo.nothing", (await world.Use<UndoChange, Refusal?>(u => u.Run(round, 3, cast.Huda.Id, default)))!.Key);
    }

    [Theory, OnBoth]
    public async Task The_last_change_is_the_first_to_be_undone(Engine on)
    {
        await using var world = await World.On(on);
        var (cast, round) = await ZaraWithBilal(world);
        Forbid Forbids(Person mentee, int minutes) =>
            new()
            {
                CohortId = cast.Cohort.Id,
                MentorId = cast.Bilal.Id,
                MenteeId = mentee.Id,
                By = cast.Huda.Id,
                At = world.Clock.Now + NodaTime.Duration.FromMinutes(minutes),
            };
        await world.Put(Forbids(cast.Amal, 1), Forbids(cast.Nida, 3), Forbids(cast.Omar, 2));

        foreach (var (seen, last) in new[] { (1, cast.Nida), (2, cast.Omar), (3, cast.Amal) })
        {
            Assert.Null(await world.Use<UndoChange, Refusal?>(u => u.Run(round, seen, cast.Huda.Id, default)));
            Assert.DoesNotContain(last.Id, await world.Ask(db => db.Forbids.Select(f => f.MenteeId).ToListAsync()));
            Assert.Equal(3 - seen, await world.Ask(db => db.Forbids.CountAsync()));
        }
    }

    [Theory, OnBoth]
    public async Task Moved_means_pinned_there_and_let_go_the_run_decides_again(Engine on)
    {
        await using var world = await World.On(on);
        var (cast, round) = await ZaraWithBilal(world);

        Assert.Null(await Change(world, cast, round, Rabta.Matches.Reviewing.Change.Move, cast.Sara));
        var moved = (await world.PairOf(round, cast.Zara))!;
        Assert.Equal((cast.Sara.Id, true, true), (moved.MentorId, moved.IsPinned, moved.IsMovedByStaff));
        Assert.Equal(cast.Sara.Id, (await world.PairOf((await world.Match(cast)).Id, cast.Zara))!.MentorId);

        var again = (await world.Ask(db => db.Rounds.SingleAsync())).Id;
        Assert.Null(await Change(world, cast, again, Rabta.Matches.Reviewing.Change.LetGo));
        Assert.Equal(cast.Bilal.Id, (await world.PairOf(again, cast.Zara))!.MentorId);
    }

    [Theory, OnBoth]
    public async Task Whoever_saw_an_older_version_is_told_and_changes_nothing(Engine on)
    {
        await using var world = await World.On(on);
        var (cast, round) = await ZaraWithBilal(world);
        Assert.Null(await Change(world, cast, round, Rabta.Matches.Reviewing.Change.Pin));

        var late = await Change(world, cast, round, Rabta.Matches.Reviewing.Change.Forbid);

        Assert.Equal("round.changed", late!.Key);
        Assert.Equal(0, await world.Ask(db => db.Forbids.CountAsync()));
        Assert.True((await world.PairOf(round, cast.Zara))!.IsPinned);
    }

    [Theory, OnBoth]
    public async Task Two_coordinators_at_once_one_of_them_is_told(Engine on)
    {
        await using var world = await World.On(on);
        var (cast, round) = await ZaraWithBilal(world);

        var answers = await Task.WhenAll(
            Change(world, cast, round, Rabta.Matches.Reviewing.Change.Forbid),
            Change(world, cast, round, Rabta.Matches.Reviewing.Change.Pin)
        );

        Assert.Single(answers, a => a is null);
        Assert.Single(answers, a => a is { Key: "round.changed" or "change.no-pair" });
        Assert.Equal(1, await world.Ask(async db => await db.Pins.CountAsync() + await db.Forbids.CountAsync()));
    }

    [Theory, OnBoth]
    public async Task A_full_mentor_and_a_conflict_are_refused_in_words_and_nothing_stays(Engine on)
    {
        await using var world = await World.On(on);
        var (cast, round) = await ZaraWithBilal(world);
        await world.SetPlaces(cast.Sara, 2);
        var full = await Change(world, cast, round, Rabta.Matches.Reviewing.Change.Move, cast.Sara);
        await world.SetPlaces(cast.Sara, 3);
        await world.Put(cast.Conflict(cast.Sara, cast.Zara));

        var conflict = await Change(world, cast, round, Rabta.Matches.Reviewing.Change.Move, cast.Sara);

        Assert.Equal("move.full", full!.Key);
        Assert.Equal("Sara", full.Values[0]);
        Assert.Equal("contradiction.PinAgainstConflict", conflict!.Key);
        Assert.Equal(0, await world.Ask(db => db.Pins.CountAsync()));
        Assert.Equal((cast.Bilal.Id, 1), ((await world.PairOf(round, cast.Zara))!.MentorId, (await world.Round(round)).Version));
    }

    [Theory, OnBoth]
    public async Task The_page_offers_the_choices_and_the_review_shows_what_was_chosen(Engine on)
    {
        await using var world = await World.On(on);
        var (cast, round) = await ZaraWithBilal(world);
        using var huda = await world.SignIn(cast.Huda);

        var page = await huda.Open($"/matching/{round.Value}/change/{cast.Zara.Id.Value}");
        Assert.Contains("The mentee's first wish.", page.Text, StringComparison.Ordinal);
        var nothing = await huda.Send(page, "change-pair");
        Assert.Contains(nothing.Wrong, w => w.StartsWith("Choose what should be", StringComparison.Ordinal));
        var review = await huda.Send(page, "change-pair", ("do", "Move"), ("to", cast.Sara.Id.Value.ToString()));

        Assert.Equal("All 4 people have a mentor.", review.Title);
        Assert.Contains("moved by you", review.Text, StringComparison.Ordinal);
        var undone = await huda.Send(review, "undo");
        Assert.DoesNotContain("moved by you", undone.Text, StringComparison.Ordinal);
    }

    [Theory, OnBoth]
    public async Task Nobody_but_staff_opens_these_pages(Engine on)
    {
        await using var world = await World.On(on);
        var (cast, round) = await ZaraWithBilal(world);
        using var sara = await world.SignIn(cast.Sara);

        foreach (
            var path in new[]
            {
                "/matching",
                $"/matching/{round.Value}",
                $"/matching/{round.Value}/publish",
                $"/matching/{round.Value}/change/{cast.Zara.Id.Value}",
            }
        )
            Assert.Equal(System.Net.HttpStatusCode.NotFound, (await sara.Open(path)).Status);
    }
}
