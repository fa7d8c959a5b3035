using System.Net;
using Microsoft.EntityFrameworkCore;
using Rabta.Mentorships;
using Rabta.People;
using Rabta.Platform.Database;
using Rabta.Platform.Language;
using Rabta.Preferences;
using Rabta.Programmes;
using Rabta.Tests.Importing.ReadingLists;
using Rabta.Tests.Worlds;

namespace Rabta.Tests.Walls;

/// <summary>Every form, sent twice: on a bad line the second is the first one's echo.</summary>
public sealed class OnceTests
{
    /// <summary>
    /// What makes each form valid, in the order in which they can follow each other. A form that is not here makes the test red: give it a
    /// line.
    /// </summary>
    private static readonly Dictionary<string, (string, string)[]> Recipes = new()
    {
        ["remind"] = [],
        ["waive"] = [("reason", "Two cities")],
        ["remind-all"] = [],
        ["talk"] = [],
        ["accept"] = [],
        ["me"] = [("about", "Something new")],
        ["change"] = [("reason", "A quieter hour")],
        ["end"] = [("reason", "They asked")],
        ["programme"] = [("name-en", "Another name")],
        ["slip"] = [],
        ["device"] = [],
        ["password"] = [("new-password", "a long and quiet sentence")],
        ["change-pair"] = [("do", "Forbid")],
        ["undo"] = [],
        ["approve"] = [],
        ["test"] = [],
        ["publish"] = [],
        ["run-0"] = [("seed-0", "7")],
        ["take-back"] = [],
        ["columns"] = [("act", "import")],
        ["questions"] = [],
        ["goal-write"] = [("text", "Speak once in every ward round")],
        ["goal-step"] = [],
        ["goal-change"] = [("text", "Pass Physiology the first time")],
        ["goal-comment"] = [("comment", "Half way")],
        ["goal-settle"] = [],
        ["goal-take"] = [("text", "In words of my own")],
        ["goal-not-now"] = [],
        ["goal-suggest"] = [("text", "Join the journal club")],
        ["meeting"] = [],
        ["times"] = [("day-1", "2026-11-10"), ("time-1", "11:00"), ("place", "Library")],
        ["came"] = [("outcome", "Held")],
        ["notes"] = [("shared", "One more line"), ("own", "Only mine")],
        ["point"] = [("point", "What to read first")],
        ["point-off"] = [],
        ["ready"] = [("ready", "study.viva")],
        ["phone"] = [],
        ["term"] = [("name-en", "Holiday"), ("from", "2026-11-20")],
        ["term-off"] = [],
        ["wish"] = [],
        ["wish-add"] = [],
        ["helps-best"] = [],
        ["request-back"] = [],
        ["ask"] = [("why", "You explain well")],
        ["request"] = [("line", "Gladly")],
        ["comfort"] = [("own-Religion", "Quiet")],
        ["recommend"] = [("mentee", "Omar"), ("mentor", "Bilal"), ("why", "They read the same books")],
        ["sort"] = [],
        ["recommendation-back"] = [],
        ["invite-off"] = [],
        ["invite"] = [("invite-name", "Tahira"), ("invite-address", "tahira@elsewhere.test")],
        ["trust-off"] = [],
        ["trust"] = [("trusted", "Nida")],
    };

    /// <summary>Tried below, each by itself: what they need or leave behind does not go together with the others.</summary>
    private static readonly string[] ByThemselves = ["use", "out", "import"];

    [Theory, OnBoth]
    public async Task The_same_form_again_changes_no_row_no_log_line_and_no_mail(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        // Two whom nobody else is in touch with: they have not accepted, and are reminded.
        var (iqra, asad) = (new Rabta.People.Person("Iqra", "iqra@college.test"), new Rabta.People.Person("Asad", "asad@college.test"));
        await world.Put(iqra, asad, new Mentorship(cast.Programme.Id, cast.Cohort.Id, iqra.Id, asad.Id, [], null, world.Clock.Now));
        await world.AskedAnew(cast);
        // First, as weeks pass by it and a round can be taken back only for minutes.
        await world.PutNotMet(cast);
        await world.PutRounds(cast);
        await world.PutDraft(cast);
        await world.PutAnswers(cast);
        await world.PutGoals(cast);
        await world.PutMeetings(cast);
        // One suggestion is taken, the other is not.
        await world.Put(
            new Rabta.Goals.GoalSuggestion(new(Ids.Source()), cast.SaraOmar.Id, cast.Sara.Id, "See a theatre", null, world.Clock.Now)
        );
        // Zara waits for a mentor, and has wishes until she gets one.
        await world.PutWishes(cast);
        await world.PutRequests(cast);
        await world.PutRecommendations(cast);
        var (hira, asma) = (new Rabta.People.Person("Hira", null), new Rabta.People.Person("Asma", null));
        var other = new Rabta.Programmes.Enrolment
        {
            CohortId = cast.Cohort.Id,
            PersonId = asma.Id,
            Part = Rabta.Programmes.Part.Mentee,
        };
        var part = new Rabta.Programmes.Enrolment
        {
            CohortId = cast.Cohort.Id,
            PersonId = hira.Id,
            Part = Rabta.Programmes.Part.Mentee,
        };
        // Two who say the same: what one alone says is not shown to a mentor.
        var question = await world.Ask(db => db.Set<Rabta.Programmes.Question>().Where(q => !q.IsPrivate).Select(q => q.Id).SingleAsync());
        await world.Put(
            asma,
            other,
            new Rabta.Programmes.Answer
            {
                EnrolmentId = other.Id,
                QuestionId = question,
                Values = ["Research"],
            }
        );
        await world.Put(
            hira,
            part,
            new Rabta.Programmes.Answer
            {
                EnrolmentId = part.Id,
                QuestionId = question,
                Values = ["Research"],
            },
            new Rabta.Preferences.MentorRequest(new(Ids.Source()), cast.Cohort.Id, hira.Id, cast.Sara.Id, "You teach", world.Clock.Now)
        );
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
                Assert.True(Recipes.ContainsKey(form), $"The form '{form}' on {found.Path} has no recipe.");
                // The forms before it may have changed what it shows.
                var page = await phone.Open(found.Path);
                var fields = await Phone
                    .Filled(
                        page,
                        form,
                        form switch
                        {
                            "device" => Oldest(page),
                            "questions" => Another(page, "input[name^=ur-]"),
                            "remind" or "talk" => Pressed(page, form),
                            "approve" => First(page, "mentee"),
                            "wish" => TakenOff(page),
                            _ => Recipes[form],
                        }
                    )
                    .ReadAsStringAsync();
                var before = await Fingerprint.Of(world);
                var first = await phone.Post(page.Path, Body(fields), follow: false);
                var after = await Fingerprint.Of(world);
                Assert.True(
                    before != after,
                    $"'{form}' on {page.Path} changed nothing the first time ({first.Status}: {string.Join(' ', first.Wrong)})."
                );
                var lines = world.Log.Lines.Count(IsOurs);

                var second = await phone.Post(page.Path, Body(fields), follow: false);

                Assert.Equal(after, await Fingerprint.Of(world));
                Assert.Equal(HttpStatusCode.Found, second.Status);
                Assert.Equal(lines, world.Log.Lines.Count(IsOurs));
            }
        }
        Assert.Empty(Recipes.Keys.Except(tried));
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
