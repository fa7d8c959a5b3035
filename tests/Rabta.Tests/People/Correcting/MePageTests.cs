using Microsoft.EntityFrameworkCore;
using Rabta.People;
using Rabta.Platform.Language;
using Rabta.Programmes;
using Rabta.Tests.Importing.ReadingLists;
using Rabta.Tests.Worlds;

namespace Rabta.Tests.People.Correcting;

/// <summary>What a person looks over and corrects: one form, so that no button loses what another was meant for.</summary>
public sealed class MePageTests
{
    [Theory, OnBoth]
    public async Task One_button_keeps_what_the_person_said_and_what_they_answered(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        await world.PutAnswers(cast);
        using var omar = await world.SignIn(cast.Omar);
        var page = await omar.Open("/me");
        var field = page.Page.QuerySelectorAll("input[name^=a-]").Select(i => i.GetAttribute("name")!).First();

        Assert.Single(page.Page.Forms, f => f.Method == "post");
        await omar.Send(page, "me", ("about", "I read at night"), (field, "Chess; Poetry"));

        Assert.Equal("I read at night", (await world.Ask(db => db.People.AsNoTracking().SingleAsync(p => p.Id == cast.Omar.Id))).About);
        var kept = (await world.Ask(db => db.Answers.AsNoTracking().ToListAsync())).SelectMany(a => a.Values.Concat(a.PrivateValues));
        Assert.Contains("Poetry", kept);
    }

    [Theory, OnBoth]
    public async Task What_is_refused_comes_back_with_everything_that_was_typed(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        await world.PutAnswers(cast);
        using var omar = await world.SignIn(cast.Omar);
        var page = await omar.Open("/me");
        var field = page.Page.QuerySelectorAll("input[name^=a-]").Select(i => i.GetAttribute("name")!).First();

        var refused = await omar.Send(page, "me", ("zone", "Nowhere/Town"), ("hopes", "To be asked"), (field, "Chess"));

        Assert.Single(refused.Wrong);
        Assert.Equal("To be asked", refused.Page.QuerySelector("[name=hopes]")!.TextContent);
        Assert.Equal("Chess", refused.Page.QuerySelector($"[name={field}]")!.GetAttribute("value"));
        Assert.DoesNotContain(
            "Chess",
            (await world.Ask(db => db.Answers.AsNoTracking().ToListAsync())).SelectMany(a => a.Values.Concat(a.PrivateValues))
        );
    }

    [Theory, OnBoth]
    public async Task Nobody_corrects_the_answers_of_another(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        await world.PutAnswers(cast);
        var answer = await world.Ask(db => db.Set<Answer>().Select(a => a.Id).FirstAsync());
        using var amal = await world.SignIn(cast.Amal);

        await amal.Send(await amal.Open("/me"), "me", ($"a-{answer.Value:N}", "Stolen"));

        Assert.DoesNotContain(
            "Stolen",
            (await world.Ask(db => db.Answers.AsNoTracking().ToListAsync())).SelectMany(a => a.Values.Concat(a.PrivateValues))
        );
    }
}
