using System.Net;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Rabta.Mentorships;
using Rabta.People;
using Rabta.Programmes;
using Rabta.Tests.Importing.ReadingLists;
using Rabta.Tests.Matches;
using Rabta.Tests.Worlds;

namespace Rabta.Tests.Mentorships.Ending;

public sealed class ArrangePageTests
{
    [Theory, OnBoth]
    public async Task Only_mentors_with_a_free_place_are_offered(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        var iqra = new Rabta.People.Person("Iqra", null);
        await world.Put(iqra, cast.Enrols(iqra, Rabta.Programmes.ProgrammeRole.Mentor, 1));
        await world.SetPlaces(cast.Bilal, 3);
        using var huda = await world.SignIn(cast.Huda);
        var path = $"/mentorships/{cast.SaraOmar.Id.Value}/arrange";

        Assert.Equal(["Nobody: end the mentorship", "Bilal · 2 places free", "Iqra · 1 place free"], Offered(await huda.Open(path)));
        await world.SetPlaces(cast.Bilal, 1);
        Assert.Equal(["Nobody: end the mentorship", "Iqra · 1 place free"], Offered(await huda.Open(path)));
        Assert.Equal(
            ["Nobody: end the mentorship", "Iqra · 1 place free", "Sara · 2 places free"],
            Offered(await huda.Open($"/mentorships/{cast.BilalNida.Id.Value}/arrange"))
        );
    }

    [Theory, OnBoth]
    public async Task A_refusal_keeps_what_was_typed_and_a_move_leads_back_to_the_pairs(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        using var huda = await world.SignIn(cast.Huda);
        var page = await huda.Open($"/mentorships/{cast.SaraOmar.Id.Value}/arrange");

        var refused = await huda.Send(page, "end", ("to", $"{cast.Bilal.Id.Value}"), ("reason", " "));
        Assert.Equal(["Write a reason. Only staff see it."], refused.Wrong);
        Assert.Equal($"{cast.Bilal.Id.Value}", ((IHtmlSelectElement)refused.Page.QuerySelector("select[name=to]")!).Value);
        var moved = await huda.Send(refused, "end", ("reason", "A better hour"));

        Assert.Equal("/mentorships", moved.Path);
        Assert.Equal(
            cast.Bilal.Id,
            await world.Ask(db =>
                db.Set<Rabta.Mentorships.Mentorship>()
                    .Where(m => m.MenteeId == cast.Omar.Id && m.EndedAt == null)
                    .Select(m => m.MentorId)
                    .SingleAsync()
            )
        );
        var over = await huda.Open(page.Path);
        Assert.Contains("Ended on Monday 7 September 2026.", over.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(over.Page.Forms, f => f.QuerySelector("input[value=end]") is not null);
    }

    [Theory, OnBoth]
    public async Task What_was_asked_stands_on_the_page_until_it_is_settled(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        using var omar = await world.SignIn(cast.Omar);
        var change = await omar.Open($"/mentorships/{cast.SaraOmar.Id.Value}/change");
        Assert.Equal("Saying so now helps everyone.", change.Title);
        await omar.Send(change, "change", ("reason", "Too many hours"));
        using var huda = await world.SignIn(cast.Huda);
        var path = $"/mentorships/{cast.SaraOmar.Id.Value}/arrange";

        var page = await huda.Open(path);
        Assert.Contains("Omar can't take this pair on.", page.Text, StringComparison.Ordinal);
        Assert.Contains("Too many hours", page.Text, StringComparison.Ordinal);
        await huda.Send(page, "end", ("reason", "He asked"));

        Assert.DoesNotContain("Too many hours", (await huda.Open(path)).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await omar.Open(change.Path)).Status);
    }

    private static IEnumerable<string> Offered(Seen page) =>
        page.Page.QuerySelectorAll("select[name=to] option").Select(o => o.TextContent.Trim());
}
