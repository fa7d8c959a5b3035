using Microsoft.EntityFrameworkCore;
using Rabta.Matches;
using Rabta.People;
using Rabta.Platform.Access;
using Rabta.Platform.Language;
using Rabta.Preferences;
using Rabta.Preferences.Preferring;
using Rabta.Programmes;
using Rabta.Tests.Importing.ReadingLists;
using Rabta.Tests.Matches;
using Rabta.Tests.Worlds;

namespace Rabta.Tests.Preferences.Preferring;

public sealed class SavePrivatePreferencesTests
{
    [Theory, OnBoth]
    public async Task What_is_said_is_kept_and_shown_to_its_owner_alone(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        using var zara = await world.SignIn(cast.Zara);
        var path = $"/cohorts/{cast.Cohort.Id.Value}/comfort";
        Assert.Contains((await zara.Open("/")).Page.QuerySelectorAll("main a"), a => a.GetAttribute("href") == path);
        var refused = await zara.Send(await zara.Open(path), "comfort", ("own-Religion", "Quiet"), ("strength-Gender", "Required"));
        Assert.Contains("“Gender”: you would rather or need something, but not what.", refused.Wrong.Single(), StringComparison.Ordinal);
        Assert.Equal("Quiet", refused.Page.QuerySelector("[name=own-Religion]")!.GetAttribute("value"));

        var page = await zara.Send(
            refused,
            "comfort",
            ("wanted-Gender", "woman"),
            ("wanted-Religion", "Quiet; Calm"),
            ("strength-Religion", "Preferred")
        );

        Assert.Contains("Saved.", page.Text, StringComparison.Ordinal);
        Assert.Equal("Quiet; Calm", page.Page.QuerySelector("[name=wanted-Religion]")!.GetAttribute("value"));
        Assert.True(page.Page.QuerySelector("[name=wanted-Gender][value=woman]")!.HasAttribute("checked"));
        Assert.All(await world.Ask(db => db.Answers.ToListAsync()), a => Assert.Empty(a.Values));
        Assert.DoesNotContain(
            await world.Ask(db => db.Set<Rabta.Platform.Journal.JournalEntry>().ToListAsync()),
            j => $"{j.Why}{j.Before}{j.After}".Contains("Quiet", StringComparison.Ordinal)
        );
        Assert.DoesNotContain("Quiet", (await zara.Open("/me")).Text, StringComparison.Ordinal);
    }

    [Theory, OnBoth]
    public async Task A_need_keeps_away_who_answered_otherwise_both_ways_and_nobody_who_did_not_answer(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        await world.Put(cast.Wishes(cast.Zara, cast.Bilal));
        await Say(world, cast, cast.Zara, new MyPreference(Aspect.Gender, ["woman"], Strength.Required, true, []));
        Assert.Equal(cast.Bilal.Id, await MentorOf(world, cast));

        await Say(world, cast, cast.Bilal, new MyPreference(Aspect.Gender, ["man"], null, false, []));
        Assert.Equal(cast.Sara.Id, await MentorOf(world, cast));

        await Say(
            world,
            cast,
            cast.Zara,
            new MyPreference(Aspect.Gender, [], null, false, []),
            new MyPreference(Aspect.Talk, ["text"], null, false, [])
        );
        Assert.Equal(cast.Bilal.Id, await MentorOf(world, cast));
        await Say(world, cast, cast.Bilal, new MyPreference(Aspect.Talk, [], Strength.Required, false, ["in-person", "call"]));
        Assert.Equal(cast.Sara.Id, await MentorOf(world, cast));
    }

    [Theory, OnBoth]
    public async Task What_a_list_asked_in_confidence_counts_as_their_own_answer(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        await world.Put(cast.Wishes(cast.Zara, cast.Bilal));
        await world.Answer(cast, "Gender", true, Counts.Never, (cast.Bilal, "Male"), (cast.Sara, "خاتون"));
        await Say(world, cast, cast.Zara, new MyPreference(Aspect.Gender, [], Strength.Required, false, ["woman"]));

        Assert.Equal(cast.Sara.Id, await MentorOf(world, cast));
        using var bilal = await world.SignIn(cast.Bilal);
        Assert.True(
            (await bilal.Open($"/cohorts/{cast.Cohort.Id.Value}/comfort"))
                .Page.QuerySelector("[name=own-Gender][value=man]")!
                .HasAttribute("checked")
        );
    }

    [Theory, OnBoth]
    public async Task Whoever_is_in_both_parts_says_it_once_as_a_mentor_first(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        await world.Put(cast.Enrols(cast.Zara, ProgrammeRole.Mentor));

        var mine = await world.Use<SeePrivatePreferences, (IReadOnlyList<ProgrammeRole> Roles, IReadOnlyList<MyPreference> Mine)?>(s =>
            s.Run(cast.Cohort.Id, cast.Zara.Id, default)
        );

        Assert.Equal([ProgrammeRole.Mentor, ProgrammeRole.Mentee], mine!.Value.Roles);
        Assert.Equal(Enum.GetValues<Aspect>(), mine.Value.Mine.Select(m => m.Aspect));
    }

    [Theory, OnBoth]
    public async Task What_a_person_says_of_themself_outranks_what_a_list_says(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        await world.Put(cast.Wishes(cast.Zara, cast.Bilal));
        await world.Answer(cast, "Gender", true, Counts.Never, (cast.Bilal, "Female"), (cast.Sara, "Male"));
        await Say(world, cast, cast.Bilal, new MyPreference(Aspect.Gender, ["man"], null, false, []));
        await Say(world, cast, cast.Sara, new MyPreference(Aspect.Gender, ["woman"], null, false, []));
        await Say(world, cast, cast.Zara, new MyPreference(Aspect.Gender, [], Strength.Required, false, ["woman"]));

        Assert.Equal(cast.Sara.Id, await MentorOf(world, cast));
        using var bilal = await world.SignIn(cast.Bilal);
        var page = await bilal.Open($"/cohorts/{cast.Cohort.Id.Value}/comfort");
        Assert.Equal(["man"], page.Page.QuerySelectorAll("[name=own-Gender][checked]").Select(choice => choice.GetAttribute("value")));
    }

    [Theory, OnBoth]
    public async Task What_someone_would_rather_have_tips_the_balance_and_is_no_reason_that_anybody_reads(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        await Say(world, cast, cast.Bilal, new MyPreference(Aspect.Religion, ["Zikri"], null, false, []));
        await Say(world, cast, cast.Sara, new MyPreference(Aspect.Religion, ["Loud"], null, false, []));
        await Say(world, cast, cast.Zara, new MyPreference(Aspect.Religion, [], Strength.Preferred, false, ["zikri"]));

        var ran = await world.Match(cast);

        var pair = (await world.PairOf(ran.Id, cast.Zara))!;
        Assert.Equal(cast.Bilal.Id, pair.MentorId);
        Assert.Empty(pair.Why);
        using var huda = await world.SignIn(cast.Huda);
        var text = (await huda.Open($"/matching/{ran.Id.Value}")).Html;
        Assert.DoesNotContain("private preference", text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("zikri", text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("Religion", text, StringComparison.Ordinal);
        Assert.DoesNotContain(
            "Religion",
            (await huda.Open($"/programmes/{cast.Programme.Id.Value}/questions")).Html,
            StringComparison.Ordinal
        );
    }

    [Theory, OnBoth]
    public async Task Who_is_left_over_by_a_need_is_told_to_staff_as_a_private_preference(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        foreach (var mentor in new[] { cast.Sara, cast.Bilal })
            await Say(world, cast, mentor, new MyPreference(Aspect.Camera, ["on"], null, false, []));
        await Say(world, cast, cast.Zara, new MyPreference(Aspect.Camera, ["off"], Strength.Required, true, []));

        var ran = await world.Match(cast);

        Assert.Null(await world.PairOf(ran.Id, cast.Zara));
        var left = await world.Ask(db => db.RoundUnmatched.SingleAsync(u => u.RoundId == ran.Id && u.MenteeId == cast.Zara.Id));
        Assert.All(left.Removals, r => Assert.Null(r.Heading));
        using var huda = await world.SignIn(cast.Huda);
        Assert.Contains("A private preference: 2 mentors.", (await huda.Open($"/matching/{ran.Id.Value}")).Text, StringComparison.Ordinal);
    }

    private static async Task<PersonId> MentorOf(World world, Cast cast) =>
        (await world.PairOf((await world.Match(cast)).Id, cast.Zara))!.MentorId;

    private static async Task Say(World world, Cast cast, Person who, params MyPreference[] said) =>
        Assert.Null(await world.Use<SavePrivatePreferences, Refusal?>(s => s.Run(cast.Cohort.Id, said, who.Id, default)));
}
