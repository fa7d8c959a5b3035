using Microsoft.EntityFrameworkCore;
using Rabta.Mentorships;
using Rabta.Mentorships.Ending;
using Rabta.Notifications;
using Rabta.People;
using Rabta.Platform.Access;
using Rabta.Platform.Database;
using Rabta.Platform.Institutions;
using Rabta.Platform.Language;
using Rabta.Programmes;
using Rabta.Programmes.Arranging;
using Rabta.Tests.Walls;
using Rabta.Tests.Worlds;

namespace Rabta.Tests.Programmes.Arranging;

public sealed class ArrangeProgrammeTests
{
    private static readonly Arrangement Said = new(
        Both.Of("Rahnuma", "رہنما"),
        Both.Of("To walk along"),
        Both.Of("Not tuition"),
        10,
        2,
        3,
        5,
        false,
        14,
        Both.Of("Tahira Aslam"),
        "051 222",
        "1166",
        Both.Usual.Rules,
        MenteesMayAsk: true
    );

    [Theory, OnBoth]
    public async Task Everything_on_the_page_is_kept(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);

        Assert.Null(await Arrange(world, cast, Said));

        var kept = await world.Ask(db => db.Programmes.AsNoTracking().SingleAsync());
        Assert.Equal(
            (Said.Name, Said.Purpose, Said.IsNot, Said.TurnTo, "051 222"),
            (kept.Name, kept.Purpose, kept.IsNot, kept.TurnTo, kept.TurnToPhone)
        );
        Assert.Equal(
            (10, 2, 3, 5, 14),
            (kept.Months, kept.HoursPerMonth, kept.WeeksBetweenMeetings, kept.PlacesPerMentor, kept.FirstMeetingDays)
        );
        Assert.Equal((false, true), (kept.FirstMeetingInPerson, kept.MenteesMayAsk));
        Assert.Equal("1166", await world.Ask(db => db.Institutions.Select(i => i.Helpline).SingleAsync()));
    }

    [Theory, OnBoth]
    public async Task Numbers_beyond_their_bounds_are_refused_and_those_at_the_bounds_are_kept(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        var before = await Fingerprint.Of(world);
        Arrangement[] beyond =
        [
            Said with
            {
                Months = 0,
            },
            Said with
            {
                Months = 121,
            },
            Said with
            {
                HoursPerMonth = 0,
            },
            Said with
            {
                HoursPerMonth = 41,
            },
            Said with
            {
                WeeksBetweenMeetings = 0,
            },
            Said with
            {
                WeeksBetweenMeetings = 27,
            },
            Said with
            {
                PlacesPerMentor = -1,
            },
            Said with
            {
                PlacesPerMentor = 51,
            },
            Said with
            {
                FirstMeetingDays = 0,
            },
            Said with
            {
                FirstMeetingDays = 121,
            },
        ];

        foreach (var wrong in beyond)
            Assert.Equal("programme.numbers", (await Arrange(world, cast, wrong))?.Key);
        Assert.Equal("programme.no-name", (await Arrange(world, cast, Said with { Name = Several.Nothing }))?.Key);
        Assert.Equal("programme.no-rules", (await Arrange(world, cast, Said with { Rules = Both.Of(" ") }))?.Key);
        Assert.Equal(before, await Fingerprint.Of(world));

        Assert.Null(
            await Arrange(
                world,
                cast,
                Said with
                {
                    Months = 1,
                    HoursPerMonth = 1,
                    WeeksBetweenMeetings = 1,
                    PlacesPerMentor = 0,
                    FirstMeetingDays = 1,
                }
            )
        );
        Assert.Null(
            await Arrange(
                world,
                cast,
                Said with
                {
                    Months = 120,
                    HoursPerMonth = 40,
                    WeeksBetweenMeetings = 26,
                    PlacesPerMentor = 50,
                    FirstMeetingDays = 120,
                }
            )
        );
    }

    [Theory, OnBoth]
    public async Task Changed_rules_are_a_new_version_that_everyone_of_a_standing_pair_is_asked_to_read(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        await world.Use<Rabta.Mentorships.Ending.EndMentorship, Refusal?>(end =>
            end.Run(cast.BilalNida.Id, null, "Why", cast.Huda.Id, default)
        );
        Assert.Null(await Arrange(world, cast, Said));
        Assert.Equal([1], await Versions());

        Assert.Null(await Arrange(world, cast, Said with { Rules = Both.Of("Be kind.", "مہربان رہیں۔") }));
        Assert.Null(await Arrange(world, cast, Said with { Rules = Both.Of("Be kind.", "مہربان رہیں۔") }));

        Assert.Equal([1, 2], await Versions());
        var told = await world.Ask(db => db.Notices.Where(n => n.Kind == "rules-changed").ToListAsync());
        // Sara has two mentees and is asked once.
        Assert.Equal(3, told.Count);
        Assert.Equal(new[] { cast.Sara.Id, cast.Omar.Id, cast.Amal.Id }.ToHashSet(), told.Select(n => n.PersonId).ToHashSet());
        Assert.All(
            told,
            n =>
                Assert.Equal(
                    (Both.Of("Rahnuma", "رہنما"), DeliveryStatus.Waiting, world.Clock.Now),
                    (n.Values[0], n.DeliveryStatus, n.NotBefore)
                )
        );
        Assert.Equal($"/mentorships/{cast.SaraOmar.Id.Value}", told.Single(n => n.PersonId == cast.Omar.Id).Path);

        async Task<IEnumerable<int>> Versions() => (await world.Ask(db => db.GroundRules.Select(r => r.Version).ToListAsync())).Order();
    }

    [Theory, OnBoth]
    public async Task Two_programmes_never_have_one_name(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        var other = new ProgrammeId(Ids.Source());
        Assert.Null(await Arrange(world, cast, Said, other));
        Assert.Equal(2, await world.Ask(db => db.Programmes.CountAsync()));
        var before = await Fingerprint.Of(world);

        Assert.Equal("programme.name-taken", (await Arrange(world, cast, Said with { Name = Both.Of("HAMQADAM") }, other))?.Key);
        Assert.Equal("programme.name-taken", (await Arrange(world, cast, Said with { Name = Both.Of("Another", "ہم قدم") }, other))?.Key);
        Assert.Equal("programme.name-taken", (await Arrange(world, cast, Said, new ProgrammeId(Ids.Source())))?.Key);
        Assert.Equal(before, await Fingerprint.Of(world));
        // Its own name it may keep, in another case too.
        Assert.Null(await Arrange(world, cast, Said with { Name = Both.Of("RAHNUMA") }, other));
    }

    [Theory, OnBoth]
    public async Task The_page_opens_a_programme_once_and_keeps_what_was_typed_where_it_refuses(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        using var huda = await world.SignIn(cast.Huda);

        var refused = await huda.Send(
            await huda.Open("/programmes/new"),
            "programme",
            ("name-en", "Rahnuma"),
            ("months", "121"),
            ("is-not-en", "One\r\nTwo")
        );
        Assert.Single(refused.Wrong);
        Assert.Equal(
            ("Rahnuma", "121"),
            (
                refused.Page.QuerySelector("[name=name-en]")?.GetAttribute("value"),
                refused.Page.QuerySelector("[name=months]")?.GetAttribute("value")
            )
        );
        var kept = await huda.Send(refused, "programme", ("months", "9"), ("turn-to-phone", "  "), ("counselling", " 1166 "));

        Assert.Equal("Rahnuma", kept.Title);
        var programme = await world.Ask(db => db.Programmes.AsNoTracking().SingleAsync(p => p.Id != cast.Programme.Id));
        Assert.Equal($"/programmes/{programme.Id.Value}", kept.Path);
        Assert.Equal((9, null, "One\nTwo"), (programme.Months, programme.TurnToPhone, programme.IsNot.Only("en")));
        Assert.Equal("1166", await world.Ask(db => db.Institutions.Select(i => i.Helpline).SingleAsync()));
    }

    private static Task<Refusal?> Arrange(World world, Cast cast, Arrangement said, ProgrammeId? id = null) =>
        world.Use<ArrangeProgramme, Refusal?>(arrange => arrange.Run(id ?? cast.Programme.Id, said, cast.Huda.Id, default));
}
