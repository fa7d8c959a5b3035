using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Rabta.Mentorships;
using Rabta.People;
using Rabta.Platform.Jobs;
using Rabta.Platform.Once;
using Rabta.Tests.Worlds;

namespace Rabta.Tests.Platform.Once;

/// <summary>The form of a change request stands for every form: what is asked twice is asked once.</summary>
public sealed class OncePerFormTests
{
    [Theory, OnBoth]
    public async Task The_same_again_gets_the_same_answer_and_keeps_nothing_that_was_typed(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        using var omar = await world.SignIn(cast.Omar);
        var (path, form) = await Form(omar, cast.SaraOmar);

        var first = await omar.Post(path, Body(form("A quieter hour")), follow: false);
        var second = await omar.Post(path, Body(form("A quieter hour")), follow: false);

        Assert.Equal((HttpStatusCode.Found, HttpStatusCode.Found), (first.Status, second.Status));
        Assert.Equal(PathOf(first), PathOf(second));
        Assert.Equal($"/mentorships/{cast.SaraOmar.Id.Value}", PathOf(second));
        var written = await world.Ask(db => db.Set<WrittenForm>().AsNoTracking().SingleAsync());
        Assert.Equal((cast.Omar.Id, path, world.Clock.Now), (written.By, written.Endpoint, written.At));
        Assert.Matches("^[0-9a-f]{64}$", written.Content);
    }

    [Theory, OnBoth]
    public async Task One_id_of_two_people_or_at_two_addresses_is_two_forms(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        using var omar = await world.SignIn(cast.Omar);
        using var sara = await world.SignIn(cast.Sara);
        var (path, form) = await Form(omar, cast.SaraOmar);
        var id = Id(form(""));

        await omar.Post(path, Body(form("Same words")));
        foreach (var pair in new[] { cast.SaraOmar, cast.SaraAmal })
        {
            var (elsewhere, hers) = await Form(sara, pair, id);
            await sara.Post(elsewhere, Body(hers("Same words")));
        }

        Assert.Equal(3, await world.Ask(db => db.ChangeRequests.CountAsync()));
        Assert.Equal(3, await world.Ask(db => db.Set<WrittenForm>().CountAsync(w => w.Id == new WriteId(id))));
    }

    [Theory, OnBoth]
    public async Task An_id_that_is_none_or_of_an_older_version_is_refused_and_nothing_happens(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        using var omar = await world.SignIn(cast.Omar);
        foreach (var id in new[] { $"{Guid.NewGuid()}", "", "7", $"{Guid.Empty}" })
        {
            var (path, form) = await Form(omar, cast.SaraOmar);
            var answer = await omar.Post(
                path,
                Body(form("Why").Replace($"_write={Id(form("Why"))}", $"_write={id}", StringComparison.Ordinal)),
                follow: false
            );
            Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        }

        Assert.Equal(0, await world.Ask(db => db.ChangeRequests.CountAsync()));
    }

    [Theory, OnBoth]
    public async Task A_form_that_was_refused_may_be_sent_again_with_what_was_missing(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        using var huda = await world.SignIn(cast.Huda);
        var page = await huda.Open($"/mentorships/{cast.SaraOmar.Id.Value}/arrange");
        var form = await Phone.Filled(page, "end", ("reason", "")).ReadAsStringAsync();

        Assert.Single((await huda.Post(page.Path, Body(form))).Wrong);
        Assert.Equal(
            "/mentorships",
            (await huda.Post(page.Path, Body(form.Replace("reason=", "reason=They+asked", StringComparison.Ordinal)))).Path
        );

        Assert.Equal(
            HowEnded.Ended,
            await world.Ask(db => db.Mentorships.Where(m => m.Id == cast.SaraOmar.Id).Select(m => m.Ending).SingleAsync())
        );
    }

    [Theory, OnBoth]
    public async Task Other_words_under_one_id_are_shown_again_and_change_nothing_even_in_the_same_moment(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        using var omar = await world.SignIn(cast.Omar);
        var page = await omar.Open("/me");
        var form = await Phone.Filled(page, "me", ("about", "WORDS")).ReadAsStringAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(i => Send($"words-{i}")));

        var kept = await world.Ask(db => db.People.Where(p => p.Id == cast.Omar.Id).Select(p => p.About).SingleAsync());
        Assert.Single(answers, a => a.Status == HttpStatusCode.Found);
        var told = answers.Where(a => a.Status == HttpStatusCode.OK).ToList();
        Assert.Equal(5, told.Count);
        Assert.All(
            told,
            again => Assert.Contains(again.Wrong, w => w.Contains("already answered with other words", StringComparison.Ordinal))
        );
        Assert.DoesNotContain(told, again => again.Page.QuerySelector("[name=about]")!.TextContent == kept);

        // As a browser does, which sends the whole form again where it is told to.
        async Task<Seen> Send(string words)
        {
            var typed = form.Replace("WORDS", words, StringComparison.Ordinal);
            var answer = await omar.Post("/me", Body(typed), follow: false);
            return answer.Status == HttpStatusCode.TemporaryRedirect ? await omar.Post(PathOf(answer), Body(typed), follow: false) : answer;
        }
    }

    [Theory, OnBoth]
    public async Task A_form_is_forgotten_after_thirty_days_and_then_asked_anew(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        using var omar = await world.SignIn(cast.Omar);
        var (path, form) = await Form(omar, cast.SaraOmar);
        await omar.Post(path, Body(form("Why")));

        world.Clock.Pass(Duration.FromDays(30));
        await Sweep();
        Assert.Equal(1, await world.Ask(db => db.Set<WrittenForm>().CountAsync()));
        world.Clock.Pass(Duration.FromSeconds(1));
        await Sweep();
        Assert.Equal(0, await world.Ask(db => db.Set<WrittenForm>().CountAsync()));

        Task Sweep() => world.Do(get => get.GetServices<IHousekeep>().OfType<ForgetForms>().Single().Sweep(default));
    }

    /// <summary>The change form of a pair: its address, and what is sent for a reason; with another id where one is given.</summary>
    private static async Task<(string Path, Func<string, string> Form)> Form(Phone phone, Mentorship pair, Guid? id = null)
    {
        var page = await phone.Open($"/mentorships/{pair.Id.Value}/change");
        var empty = await Phone.Filled(page, "change", ("reason", "REASON")).ReadAsStringAsync();
        if (id is { } other)
            empty = empty.Replace($"{Id(empty)}", $"{other}", StringComparison.Ordinal);
        return (page.Path, reason => empty.Replace("REASON", Uri.EscapeDataString(reason), StringComparison.Ordinal));
    }

    private static Guid Id(string form) =>
        Guid.Parse(form.Split('&').Single(f => f.StartsWith("_write=", StringComparison.Ordinal))["_write=".Length..]);

    private static string PathOf(Seen answer) =>
        answer.Response.Headers.Location!.OriginalString is var to && Uri.TryCreate(to, UriKind.Absolute, out var whole)
            ? whole.AbsolutePath
            : to;

    private static StringContent Body(string fields) => new(fields, System.Text.Encoding.UTF8, "application/x-www-form-urlencoded");
}
