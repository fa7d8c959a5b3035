using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Rabta.Meetings;
using Rabta.Mentorships;
using Rabta.Mentorships.States;
using Rabta.People;
using Rabta.Platform.Access;
using Rabta.Platform.Database;
using Rabta.Platform.Institutions;
using Rabta.Platform.Language;
using Rabta.Preferences;
using Rabta.Programmes;
using Rabta.Tests.Walls.Modules;
using Rabta.Tests.Worlds;

namespace Rabta.Tests.Walls;

/// <summary>Who sees what about a person: every field says it, and a canary in each flies only as far.</summary>
public sealed partial class AudienceTests
{
    [Fact]
    public async Task Every_stored_field_about_a_person_says_who_sees_it()
    {
        await using var world = await World.On(Engine.Sqlite);
        var entities = await world.Ask(db =>
            Task.FromResult(
                db.Model.GetEntityTypes().Select(t => t.ClrType).Where(t => t.IsAssignableTo(typeof(IBelongToInstitution))).ToList()
            )
        );

        Assert.Empty(entities.SelectMany(Unmarked));
        Assert.True(entities.SelectMany(e => e.GetProperties()).Count(p => p.GetCustomAttribute<SeenByAttribute>() is not null) > 15);
    }

    [Fact]
    public void A_planted_unmarked_field_is_found() =>
        Assert.Equal(
            ["UnmarkedFields.Secret", "UnmarkedFields.Since", "UnmarkedFields.Faith"],
            Unmarked(typeof(Rabta.Home.Planted.UnmarkedFields))
        );

    [Theory, OnBoth]
    public async Task A_canary_in_every_field_of_Omar_shows_only_where_the_field_says(Engine on)
    {
        await using var world = await WalledModule.World(on);
        var cast = await Cast.In(world);
        await Fill(world, cast);
        await world.PutRounds(cast);
        var roles = new (string Name, Person? Who, Audience[] Is)[]
        {
            ("Omar himself", cast.Omar, [Audience.Self, Audience.Partner, Audience.Staff, Audience.Programme, Audience.MatchingOnly]),
            ("his mentor", cast.Sara, [Audience.Partner, Audience.Programme]),
            ("another mentee", cast.Nida, [Audience.Programme]),
            ("the coordinator", cast.Huda, [Audience.Staff, Audience.Programme]),
            ("a stranger", null, []),
        };
        foreach (var (name, who, audiences) in roles)
        {
            using var phone = who is null ? world.Visit() : await world.SignIn(who);
            var html = string.Join('\n', (await Crawl.From(phone)).Select(p => p.Html));
            foreach (var (canary, field) in Canaries)
                if (html.Contains(canary, StringComparison.OrdinalIgnoreCase))
                    Assert.True(
                        Allowed(field).Intersect(audiences).Any(),
                        $"{canary} ({field.DeclaringType!.Name}.{field.Name}) was shown to {name}"
                    );
        }
        await world.SendMail();
        Assert.DoesNotContain(world.Log.Lines, l => Canaries.Any(c => l.Contains(c.Canary, StringComparison.OrdinalIgnoreCase)));
        Assert.DoesNotContain(
            world.Emails.Sent,
            l =>
                Canaries
                    .Where(c =>
                        c.Field.Name != nameof(Person.Name)
                        && c.Field.Name != nameof(Person.Address)
                        && c.Field.Name != nameof(Person.Names)
                    )
                    .Any(c => l.Body.Contains(c.Canary, StringComparison.OrdinalIgnoreCase))
        );
    }

    [Theory, OnBoth]
    public async Task The_partner_sees_what_was_chosen_and_not_the_rest(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        await Fill(world, cast);
        using var sara = await world.SignIn(cast.Sara);

        var page = await sara.Open($"/mentorships/{cast.SaraOmar.Id.Value}");

        Assert.Contains("CanaryAbout", page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("CanaryPhone", page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("canaryaddress", page.Html, StringComparison.Ordinal);
        using var huda = await world.SignIn(cast.Huda);
        Assert.Contains("CanaryReason", (await huda.Open($"/mentorships/{cast.SaraOmar.Id.Value}/arrange")).Html, StringComparison.Ordinal);
    }

    [Theory, OnBoth]
    public async Task The_mentor_sees_the_goals_with_all_that_stands_in_them(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        await Fill(world, cast);
        using var sara = await world.SignIn(cast.Sara);

        var html = string.Join('\n', (await Crawl.From(sara, "/goals")).Select(p => p.Html));

        Assert.All(
            ["CanaryGoal", "CanaryStep", "CanarySuggestion", "CanaryComment"],
            canary => Assert.Contains(canary, html, StringComparison.Ordinal)
        );
    }

    [Theory, OnBoth]
    public async Task Who_waits_is_seen_by_mentors_only_as_far_as_she_lets_them(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        await FillZara(world, cast, Shown.About | Shown.Hopes);
        using var bilal = await world.SignIn(cast.Bilal);
        using var nida = await world.SignIn(cast.Nida);
        Assert.Equal(["ZaraName"], await Flown(bilal));
        Assert.Empty(await Flown(nida));
        using var sara = await world.SignIn(cast.Sara);
        await world.Put(
            new Rabta.Preferences.MentorRequest(new(Ids.Source()), cast.Cohort.Id, cast.Zara.Id, cast.Sara.Id, "ZaraWhy", world.Clock.Now)
        );
        Assert.Contains("ZaraWhy", await Flown(sara));
        Assert.DoesNotContain("ZaraWhy", await Flown(bilal));

        await world.Ask(db =>
            db.People.Where(p => p.Id == cast.Zara.Id)
                .ExecuteUpdateAsync(s => s.SetProperty(p => p.Shown, Shown.About | Shown.ToThoseWhoChoose))
        );

        Assert.Equal(["ZaraAbout", "ZaraName"], (await Flown(bilal)).Order());
        Assert.Empty(await Flown(nida));
        await world.PutRounds(cast);
        using var huda = await world.SignIn(cast.Huda);
        var staff = await Flown(huda);
        Assert.Contains("ZaraRecommended", staff);
        Assert.DoesNotContain("ZaraRecommended", await Flown(bilal));
        Assert.DoesNotContain("ZaraRecommended", await Flown(nida));
        Assert.DoesNotContain("ZaraIs", staff);
        Assert.DoesNotContain("ZaraWants", staff);
        using var zara = await world.SignIn(cast.Zara);
        Assert.Contains("ZaraWants", await Flown(zara));
        Assert.DoesNotContain("ZaraFaith", staff);
        Assert.DoesNotContain("ZaraWhy", staff);
    }

    private static readonly string[] OfZara =
    [
        "ZaraName",
        "ZaraAbout",
        "ZaraHopes",
        "ZaraNumber",
        "ZaraPhone",
        "ZaraOpen",
        "ZaraFaith",
        "ZaraWhy",
        "ZaraRecommended",
        "ZaraIs",
        "ZaraWants",
    ];

    private static async Task<List<string>> Flown(Phone phone)
    {
        var html = string.Join('\n', (await Crawl.From(phone)).Select(p => p.Html));
        return [.. OfZara.Where(canary => html.Contains(canary, StringComparison.Ordinal))];
    }

    private static readonly IReadOnlyList<(string Canary, PropertyInfo Field)> Canaries = [.. WalledModule.All.SelectMany(m => m.Canaries)];

    private static Task Fill(World world, Cast cast) =>
        world.Do(async get =>
        {
            var db = (RabtaDb)get.GetService(typeof(RabtaDb))!;
            var omar = await db.People.SingleAsync(p => p.Id == cast.Omar.Id);
            foreach (var module in WalledModule.All.Where(m => m.Canaries.All(IsThere)))
                await module.Fill(db, world, cast, omar);
            await db.SaveChangesAsync();

            bool IsThere((string, PropertyInfo Field) canary) => db.Model.FindEntityType(canary.Field.DeclaringType!) is not null;
        });

    private static IEnumerable<Audience> Allowed(PropertyInfo field) =>
        [.. field.GetCustomAttribute<SeenByAttribute>()!.Audiences, Audience.Self];

    internal static bool IsText(Type type) =>
        type == typeof(string)
        || type == typeof(byte[])
        || type == typeof(Several)
        || (type.IsGenericType && (type.GetGenericTypeDefinition() == typeof(List<>) || type == typeof(IReadOnlyList<Several>)));

    /// <summary>A text about somebody says for itself who sees it; a date, a number or a choice may leave it to its class.</summary>
    internal static IEnumerable<string> Unmarked(Type entity)
    {
        var classSays = entity.GetCustomAttribute<SeenByAttribute>() is not null;
        var aboutSomebody =
            entity == typeof(Person)
            || entity
                .GetProperties()
                .Select(p => Nullable.GetUnderlyingType(p.PropertyType) ?? p.PropertyType)
                .Any(t => t == typeof(PersonId) || t == typeof(EnrolmentId) || t == typeof(MentorshipId) || t == typeof(MeetingId));
        return entity
            .GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            .Where(p => p.CanWrite && !IsId(p.PropertyType) && p.GetCustomAttribute<SeenByAttribute>() is null)
            .Where(p => !classSays || (aboutSomebody && IsText(p.PropertyType)))
            .Select(p => $"{entity.Name}.{p.Name}");
    }

    private static bool IsId(Type type) =>
        (Nullable.GetUnderlyingType(type) ?? type) is var plain
        && (plain == typeof(Guid) || plain.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IId<>)));
}
