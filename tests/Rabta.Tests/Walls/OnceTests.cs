using System.Net;
using Microsoft.EntityFrameworkCore;
using Rabta.Mentorships;
using Rabta.People;
using Rabta.Platform.Database;
using Rabta.Platform.Language;
using Rabta.Preferences;
using Rabta.Programmes;
using Rabta.Tests.Importing.ReadingLists;
using Rabta.Tests.Matches;
using Rabta.Tests.Walls.Modules;
using Rabta.Tests.Worlds;

namespace Rabta.Tests.Walls;

/// <summary>Every form, sent twice: on a bad line the second is the first one's echo.</summary>
public sealed partial class OnceTests
{
    [Theory, OnBoth]
    public async Task The_same_form_again_changes_no_row_no_log_line_and_no_mail(Engine on)
    {
        SeededIds.Count();
        var locks = new CountLocks();
        await using var world = await WalledModule.World(on, locks.Watch);
        var (done, held, numbers) = (new List<string>(), new List<string>(), new Drawn.Numbers());
        await WalledModule.PutTwins(world);
        var cast = await PutForms(world);
        var tried = new HashSet<string>();
        foreach (var person in new[] { cast.Omar, cast.Zara, cast.Sara, cast.Huda })
        {
            using var elsewhere = await world.SignIn(person);
            world.Clock.Pass(NodaTime.Duration.FromMinutes(1));
            using var phone = await world.SignIn(person);
            foreach (
                var (found, form) in await Forms(
                    phone,
                    tried,
                    $"/people/{cast.Omar.Id.Value}/slip",
                    $"/people/import/{cast.Draft.Value}",
                    "/waiting/not-accepted/remind"
                )
            )
            {
                Assert.True(WithModules.ContainsKey(form), $"The form '{form}' on {found.Path} has no recipe.");
                // The forms before it may have changed what it shows.
                var page = await phone.Open(found.Path);
                var fields = await Phone.Filled(page, form, Recipe(page, form)).ReadAsStringAsync();
                var before = await Rows.Of(world);
                locks.Take();
                var first = await phone.Post(page.Path, Body(fields), follow: false);
                var after = await Rows.Of(world);
                var changed = before.Until(after).ToList();
                if (on == Engine.Postgres)
                    held.Add($"{form} {locks.Take()}");
                done.Add($"== {form} by {person.Name} on {numbers.In(page.Path)}");
                done.AddRange(changed);
                Assert.True(
                    changed.Count > 0,
                    $"'{form}' on {page.Path} changed nothing the first time ({first.Status}: {string.Join(' ', first.Wrong)})."
                );
                var lines = world.Log.Lines.Count(IsOurs);

                var second = await phone.Post(page.Path, Body(fields), follow: false);

                Assert.Empty(after.Until(await Rows.Of(world)));
                Assert.Equal(HttpStatusCode.Found, second.Status);
                Assert.Equal(lines, world.Log.Lines.Count(IsOurs));
            }
        }
        Assert.Empty(WithModules.Keys.Except(tried));
        Drawn.Is("forms", done);
        await world.SendMail(NodaTime.Duration.FromDays(1));
        Drawn.Is("mails", Drawn.Mails(world).Select(numbers.In));
        if (on == Engine.Postgres)
            Drawn.Is("locks", held);
    }

    [Theory, OnBoth]
    public async Task Another_aim_taken_twice_makes_one_new_round(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        await world.PutRounds(cast);
        using var huda = await world.SignIn(cast.Huda);
        var page = (await Crawl.From(huda)).First(p => p.Page.QuerySelector("input[name=_handler][value=use]") is not null);
        var fields = await Phone.Filled(page, "use").ReadAsStringAsync();

        var first = await huda.Post(page.Path, Body(fields), follow: false);
        var after = await Fingerprint.Of(world);
        var second = await huda.Post(page.Path, Body(fields), follow: false);

        Assert.Equal((HttpStatusCode.Found, HttpStatusCode.Found), (first.Status, second.Status));
        Assert.EndsWith(
            second.Response.Headers.Location!.OriginalString,
            first.Response.Headers.Location!.OriginalString,
            StringComparison.Ordinal
        );
        Assert.Equal(after, await Fingerprint.Of(world));
    }

    [Theory, OnBoth]
    public async Task Signing_out_twice_changes_nothing_more(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        using var omar = await world.SignIn(cast.Omar);
        var fields = await Phone.Filled(await omar.Open("/more"), "out").ReadAsStringAsync();

        var first = await omar.Post("/more", Body(fields), follow: false);
        var after = await Fingerprint.Of(world);
        var second = await omar.Post("/more", Body(fields), follow: false);

        Assert.Equal((HttpStatusCode.Found, HttpStatusCode.Unauthorized), (first.Status, second.Status));
        Assert.Equal(after, await Fingerprint.Of(world));
    }

    [Theory, OnBoth]
    public async Task The_same_files_again_wait_only_once(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        using var huda = await world.SignIn(cast.Huda);
        var page = await huda.Open("/people/import");
        MultipartFormDataContent Files()
        {
            var content = new MultipartFormDataContent();
            foreach (var (name, value) in Phone.Fields(page.Page.Forms.Single(f => f.Method == "post")))
                content.Add(new StringContent(value), name);
            content.Add(new ByteArrayContent("Name,Email\nHira,hira@x.pk\n"u8.ToArray()), "mentees", "mentees.csv");
            return content;
        }

        var first = await huda.Post("/people/import", Files(), follow: false);
        var after = await Fingerprint.Of(world);
        var second = await huda.Post("/people/import", Files(), follow: false);

        Assert.Equal(HttpStatusCode.Found, second.Status);
        Assert.EndsWith(
            second.Response.Headers.Location!.OriginalString,
            first.Response.Headers.Location!.OriginalString,
            StringComparison.Ordinal
        );
        Assert.Equal(after, await Fingerprint.Of(world));
    }

    [Theory, OnBoth]
    public async Task Two_people_are_merged_once_and_parted_once(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        var twin = new Rabta.People.Person("Zara", "zara@elsewhere.test");
        await world.Put(twin, cast.Enrols(twin, Rabta.Programmes.ProgrammeRole.Mentee));
        using var huda = await world.SignIn(cast.Huda);
        foreach (
            var (path, form) in new[]
            {
                ($"/people/{cast.Zara.Id.Value}/merge?with={twin.Id.Value}", "merge"),
                ($"/people/{cast.Zara.Id.Value}", "merge-undo"),
            }
        )
        {
            var fields = await Phone.Filled(await huda.Open(path), form).ReadAsStringAsync();
            var before = await Fingerprint.Of(world);
            await huda.Post(path, Body(fields), follow: false);
            var after = await Fingerprint.Of(world);

            await huda.Post(path, Body(fields), follow: false);

            Assert.NotEqual(before, after);
            Assert.Equal(after, await Fingerprint.Of(world));
        }
    }

    [Theory, OnBoth]
    public async Task The_same_write_id_with_other_words_comes_back_with_what_was_typed(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        using var omar = await world.SignIn(cast.Omar);
        var page = await omar.Open($"/mentorships/{cast.SaraOmar.Id.Value}/change");
        var first = await Phone.Filled(page, "change", ("reason", "first words")).ReadAsStringAsync();
        await omar.Post(page.Path, Body(first));

        var answer = await omar.Post(page.Path, Body(first.Replace("first+words", "other+words", StringComparison.Ordinal)));

        Assert.Contains(answer.Wrong, w => w.Contains("already answered with other words", StringComparison.Ordinal));
        Assert.Contains("other words", answer.Html, StringComparison.Ordinal);
        Assert.Equal(["first words"], await world.Ask(db => db.ChangeRequests.Select(c => c.Reason).ToListAsync()));
    }

    [Theory, OnBoth]
    public async Task Ten_at_the_same_moment_are_one(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        using var omar = await world.SignIn(cast.Omar);
        var page = await omar.Open($"/mentorships/{cast.SaraOmar.Id.Value}/change");
        var fields = await Phone.Filled(page, "change", ("reason", "once")).ReadAsStringAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => omar.Post(page.Path, Body(fields), follow: false)));

        Assert.All(answers, a => Assert.Equal(HttpStatusCode.Found, a.Status));
        Assert.Equal(1, await world.Ask(db => db.ChangeRequests.CountAsync()));
    }

    [Theory, OnBoth]
    public async Task A_form_without_a_write_id_is_refused_in_words(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        using var omar = await world.SignIn(cast.Omar);
        var page = await omar.Open("/me");
        var fields = (await Phone.Filled(page, "me").ReadAsStringAsync()).Replace("_write=", "_other=", StringComparison.Ordinal);

        var answer = await omar.Post("/me", Body(fields));

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Contains("open for too long", answer.Title, StringComparison.Ordinal);
    }

    private static async Task<List<(Seen, string)>> Forms(Phone phone, HashSet<string> tried, params string[] starts)
    {
        var forms = new List<(Seen, string)>();
        foreach (var page in await Crawl.From(phone, starts))
        foreach (
            var form in page
                .Page.Forms.Where(f => f.Method == "post")
                .Select(f => f.QuerySelector("input[name=_handler]")!.GetAttribute("value")!)
        )
            if (!ByThemselves.Contains(form) && tried.Add(form))
                forms.Add((page, form));
        return [.. forms.OrderBy(f => Recipes.Keys.ToList().IndexOf(f.Item2))];
    }

    private static (string, string)[] Another(Seen page, string field) =>
        [(page.Page.QuerySelector(field)!.GetAttribute("name")!, "Something else")];

    // One button a device: end the other one, not this one.
    private static (string, string)[] Oldest(Seen page) =>
        [("session", page.Page.QuerySelectorAll("button[name=session]")[^1].GetAttribute("value")!)];

    // A button of a row, which stands outside its form.
    private static (string, string)[] Pressed(Seen page, string form)
    {
        var pair = page.Page.QuerySelector($"button[form={form}][name]")!.GetAttribute("value")!;
        return page.Page.QuerySelector($"#on-{pair}") is { } day
            ? [("pair", pair), ($"on-{pair}", day.GetAttribute("value")!)]
            : [("pair", pair)];
    }

    private static (string, string)[] First(Seen page, string button) =>
        [(button, page.Page.QuerySelector($"button[name={button}]")!.GetAttribute("value")!)];

    // The last one comes off, so that there is somebody to add again.
    private static (string, string)[] TakenOff(Seen page) =>
        [("act", page.Page.QuerySelectorAll("button[name=act][value^=Remove]")[^1].GetAttribute("value")!)];

    private static StringContent Body(string fields) => new(fields, System.Text.Encoding.UTF8, "application/x-www-form-urlencoded");

    private static bool IsOurs(string line) =>
        line.Contains("Rabta", StringComparison.Ordinal) && !line.Contains("Request", StringComparison.Ordinal);
}
