using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rabta.Importing.Storing;
using Rabta.People;
using Rabta.People.Correcting;
using Rabta.Platform.Access;
using Rabta.Tests.Importing.ReadingLists;
using Rabta.Tests.Walls;
using Rabta.Tests.Worlds;

namespace Rabta.Tests.People.Correcting;

public sealed class CorrectMyselfTests
{
    private static readonly AboutMe Listed = new(
        "Omar",
        Both.Urdu("عمر"),
        "0300 1",
        "Reads",
        "To learn",
        Shown.About | Shown.Hopes,
        null,
        null
    );

    /// <summary>Every field a list knows as well, with what someone says of their own.</summary>
    private static readonly (Corrected Field, AboutMe Mine)[] Fields =
    [
        (Corrected.Name, Listed with { Name = "Mine" }),
        (Corrected.Names, Listed with { Names = Both.Urdu("میرا") }),
        (Corrected.Phone, Listed with { Phone = "Mine" }),
        (Corrected.About, Listed with { About = "Mine" }),
        (Corrected.Hopes, Listed with { Hopes = "Mine" }),
    ];

    [Theory, OnBoth]
    public async Task What_someone_corrected_outlives_a_later_list_field_by_field(Engine on)
    {
        await using var world = await World.On(on);
        await Import(world, "Omar", "عمر", "0300 1", "Reads", "To learn");
        foreach (var (field, mine) in Fields)
            Assert.Null(await Correct(world, $"{field}@x.pk".ToLowerInvariant(), mine));

        var imported = await Import(world, "Omar Khan", "عمر خان", "0999 9", "Draws", "To draw");

        Assert.Equal(Fields.Select(f => f.Field).Order(), imported.KeptTheirOwn.Select(k => k.Fields).Order());
        foreach (var (field, _) in Fields)
        {
            var person = await Person(world, $"{field}@x.pk".ToLowerInvariant());
            Assert.Equal(field, person.Corrected);
            Assert.Equal(
                (
                    field == Corrected.Name ? "Mine" : "Omar Khan",
                    field == Corrected.Names ? "میرا" : "عمر خان",
                    field == Corrected.Phone ? "Mine" : "0999 9",
                    field == Corrected.About ? "Mine" : "Draws",
                    field == Corrected.Hopes ? "Mine" : "To draw"
                ),
                (person.Name, person.Names.Only("ur"), person.Phone, person.About, person.Hopes)
            );
        }
    }

    [Theory, OnBoth]
    public async Task What_someone_emptied_stays_empty(Engine on)
    {
        await using var world = await World.On(on);
        await Import(world, "Omar", "عمر", "0300 1", "Reads", "To learn");
        Assert.Null(await Correct(world, "hopes@x.pk", Listed with { Hopes = "  ", Phone = "" }));

        await Import(world, "Omar", "عمر", "0300 1", "Reads", "To learn");

        var person = await Person(world, "hopes@x.pk");
        Assert.Equal(
            (null, null, "Reads", Corrected.Hopes | Corrected.Phone),
            (person.Hopes, person.Phone, person.About, person.Corrected)
        );
    }

    [Theory, OnBoth]
    public async Task Without_a_name_or_with_a_time_zone_that_is_none_nothing_is_kept(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        var before = await Fingerprint.Of(world);

        Assert.Equal("me.no-name", (await Correct(world, cast.Omar.Address!, Listed with { Name = " " }))?.Key);
        Assert.Equal("me.no-name", (await Correct(world, cast.Omar.Address!, Listed with { Name = null }))?.Key);
        Assert.Equal("me.bad-zone", (await Correct(world, cast.Omar.Address!, Listed with { Zone = "Asia/Atlantis" }))?.Key);
        Assert.Equal(before, await Fingerprint.Of(world));
    }

    [Theory, OnBoth]
    public async Task A_time_zone_and_a_language_are_kept_and_only_the_zone_is_taken_back(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);

        Assert.Null(await Correct(world, cast.Omar.Address!, Listed with { Zone = "Europe/London", Language = "ur" }));
        Assert.Equal(("Europe/London", "ur"), await Kept());
        Assert.Null(await Correct(world, cast.Omar.Address!, Listed with { Zone = "", Language = null }));
        Assert.Equal((null, "ur"), await Kept());

        async Task<(string?, string?)> Kept()
        {
            var omar = await Person(world, cast.Omar.Address!);
            return (omar.Zone, omar.Language);
        }
    }

    [Theory, OnBoth]
    public async Task Looking_at_it_first_confirms_it_and_later_changes_nothing_about_that(Engine on)
    {
        await using var world = await World.On(on);
        await Import(world, "Omar", "عمر", "0300 1", "Reads", "To learn");
        var first = world.Clock.Now;

        Assert.Null(await Correct(world, "name@x.pk", Listed));
        world.Clock.Pass(Duration.FromDays(1));
        Assert.Null(await Correct(world, "name@x.pk", Listed with { About = " Sings " }));

        var person = await Person(world, "name@x.pk");
        Assert.Equal((first, "Sings", Corrected.About), (person.ConfirmedAt, person.About, person.Corrected));
    }

    [Theory, OnBoth]
    public async Task The_page_shows_what_is_known_and_keeps_what_is_chosen(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        using var omar = await world.SignIn(cast.Omar);
        var page = await omar.Open("/me");
        Assert.Equal(("Omar", "I read", "Asia/Karachi"), (Value(page, "name"), Value(page, "about"), "Asia/Karachi"));

        var refused = await omar.Send(page, "me", ("about", "I write"), ("zone", "Karachi"));
        Assert.Single(refused.Wrong);
        Assert.Equal(("I write", "Karachi"), (Value(refused, "about"), Value(refused, "zone")));
        await omar.Post(
            page.Path,
            Phone.Filled(refused, "me", ("zone", "Asia/Dubai"), ("show-choosers", "on"), ("show-hopes", ""), ("name", "Umar"))
        );

        var kept = await Person(world, cast.Omar.Address!);
        Assert.Equal(
            ("Umar", "I write", "Asia/Dubai", Shown.About | Shown.ToThoseWhoChoose),
            (kept.Name, kept.About, kept.Zone, kept.Shown)
        );
    }

    private static string? Value(Seen page, string field) =>
        page.Page.QuerySelector($"[name={field}]") switch
        {
            AngleSharp.Html.Dom.IHtmlTextAreaElement area => area.Value,
            var input => input?.GetAttribute("value"),
        };

    private static Task<Person> Person(World world, string address) =>
        world.Ask(db => db.People.AsNoTracking().SingleAsync(p => p.AddressKey == address));

    private static async Task<Refusal?> Correct(World world, string address, AboutMe mine)
    {
        var me = (await Person(world, address)).Id;
        return await world.Use<CorrectMyself, Refusal?>(correct => correct.Run(me, mine, default));
    }

    /// <summary>Five people of whom the list says the same.</summary>
    private static Task<ImportResult> Import(World world, string name, string urdu, string phone, string about, string hopes)
    {
        var rows = Fields.Select(f => $"{name},{urdu},{f.Field}@x.pk,{phone},{about},{hopes}");
        var list = Lists.Two("", $"Name,Name (Urdu),Email,Phone,Bio,Motivation\n{string.Join('\n', rows)}\n");
        return world.Use<ImportPeople, ImportResult>(import => import.Run("Hamqadam", list, false, null, default));
    }
}
