using System.IO.Compression;
using System.Net;
using Microsoft.EntityFrameworkCore;
using Rabta.Mentorships;
using Rabta.Platform.Database;
using Rabta.Platform.Web;
using Rabta.Tests.Worlds;

namespace Rabta.Tests.Platform.Web;

public sealed class WebTests
{
    [Fact]
    public async Task Every_answer_carries_the_policy_and_no_page_needs_more()
    {
        await using var world = await World.On(Engine.Sqlite);
        var cast = await Cast.In(world);
        using var omar = await world.SignIn(cast.Omar);
        foreach (var path in new[] { "/", "/sign-in", "/me", "/nowhere", "/error", $"/mentorships/{cast.SaraOmar.Id.Value}" })
        {
            var page = await omar.Open(path);
            Assert.Equal(SecurityHeaders.Policy, page.Response.Headers.GetValues("Content-Security-Policy").Single());
            Assert.Equal("nosniff", page.Response.Headers.GetValues("X-Content-Type-Options").Single());
            Assert.Empty(page.Page.QuerySelectorAll("script, style, base, [style], [onclick]"));
        }
    }

    [Fact]
    public async Task Behind_a_proxy_of_this_machine_attempts_count_for_the_caller_that_it_names()
    {
        await using var world = await World.On(Engine.Sqlite);
        using var phone = world.Visit();
        var page = await phone.Open("/sign-in");
        foreach (var (address, place) in new[] { ("a@x.pk", "203.0.113.7"), ("b@x.pk", "203.0.113.7"), ("c@x.pk", "203.0.113.8") })
            await phone.Post(page.Path, Phone.Filled(page, "link", ("address", address)), headers: ("X-Forwarded-For", place));

        var places = await world.Ask(db => db.Set<Rabta.People.SignInAttempt>().Select(a => a.From).ToListAsync());
        Assert.Equal([1, 2], places.CountBy(p => p).Select(p => p.Value).Order());
    }

    [Fact]
    public async Task A_page_of_ones_own_is_kept_by_no_browser_and_a_file_by_all()
    {
        await using var world = await World.On(Engine.Sqlite);
        var cast = await Cast.In(world);
        using var omar = await world.SignIn(cast.Omar);
        using var stranger = world.Visit();
        var page = await omar.Open("/");
        var style = page.Page.QuerySelector("link[rel=stylesheet]")!.GetAttribute("href")!;

        Assert.Equal("no-store", page.Response.Headers.CacheControl!.ToString());
        var (own, strangers) = ((await omar.Open(style)).Response, (await stranger.Open(style)).Response);
        Assert.Equal(strangers.Headers.CacheControl?.ToString(), own.Headers.CacheControl?.ToString());
        Assert.NotEqual(true, own.Headers.CacheControl?.NoStore);
        Assert.NotNull(own.Headers.ETag);
    }

    [Fact]
    public async Task A_compressed_page_is_read_as_far_as_it_has_come()
    {
        using var line = new MemoryStream();
        await using var page = new Brotli().CreateStream(line);
        await page.WriteAsync("Salaam"u8.ToArray(), TestContext.Current.CancellationToken);
        await page.FlushAsync(TestContext.Current.CancellationToken);
        await using var read = new BrotliStream(new MemoryStream(line.ToArray()), CompressionMode.Decompress);
        var came = new byte[6];
        await read.ReadExactlyAsync(came, TestContext.Current.CancellationToken);

        Assert.Equal("Salaam"u8.ToArray(), came);
        Assert.True(new Brotli().SupportsFlush);
    }

    [Fact]
    public async Task Another_site_cannot_ask_for_a_change()
    {
        await using var world = await World.On(Engine.Sqlite);
        var cast = await Cast.In(world);
        using var omar = await world.SignIn(cast.Omar);
        var page = await omar.Open($"/mentorships/{cast.SaraOmar.Id.Value}");

        var answer = await omar.Post(page.Path, Phone.Filled(page, "accept"), follow: false, ("Sec-Fetch-Site", "cross-site"));

        Assert.Equal(HttpStatusCode.Forbidden, answer.Status);
        Assert.Contains("came from another site", answer.Title, StringComparison.Ordinal);
        Assert.Equal(0, await world.Ask(db => db.Set<Rabta.Mentorships.Acceptance>().CountAsync()));
    }

    [Fact]
    public async Task Where_TLS_is_cookies_are_bound_to_it()
    {
        await using var world = await World.On(Engine.Sqlite, s => s with { PublicAddress = new Uri("https://rabta.test") });
        using var phone = world.Visit();

        var page = await phone.Open("/sign-in");

        Assert.Contains(
            page.Response.Headers.GetValues("Set-Cookie"),
            c => c.StartsWith("__Host-", StringComparison.Ordinal) && c.Contains("secure", StringComparison.OrdinalIgnoreCase)
        );
    }

    [Fact]
    public async Task A_fault_of_ours_gives_a_number_that_the_log_knows_and_no_detail()
    {
        await using var world = await World.On(Engine.Sqlite);
        var cast = await Cast.In(world);
        using var omar = await world.SignIn(cast.Omar);
        await world.Do(get => ((RabtaDb)get.GetService(typeof(RabtaDb))!).Database.ExecuteSqlRawAsync("DROP TABLE notices"));

        var page = await omar.Open("/news");

        Assert.Equal(HttpStatusCode.InternalServerError, page.Status);
        Assert.DoesNotContain("notices", page.Html, StringComparison.OrdinalIgnoreCase);
        var reference = page.Page.QuerySelectorAll("main p")[1].TextContent.Split(' ')[^1];
        Assert.Contains(world.Log.Lines, l => l.Contains($"Fault {reference}", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Too_large_a_form_is_refused_in_words()
    {
        await using var world = await World.On(Engine.Sqlite);
        var cast = await Cast.In(world);
        using var omar = await world.SignIn(cast.Omar);
        using var large = new StringContent(new string('x', 2 << 20), System.Text.Encoding.UTF8, "application/x-www-form-urlencoded");

        var answer = await omar.Post("/me", large);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.Status);
        Assert.Equal("That file is too large.", answer.Title);
    }

    [Fact]
    public async Task Live_answers_always_and_ready_only_with_its_database()
    {
        await using var world = await World.On(Engine.Sqlite);
        using var phone = world.Visit();

        Assert.Equal("ok", (await phone.Open("/health/live")).Text);
        Assert.Equal("ok", (await phone.Open("/health/ready")).Text);
    }

    [Fact]
    public async Task Urdu_leaves_as_Urdu_and_runs_from_the_right()
    {
        await using var world = await World.On(Engine.Sqlite);
        await Cast.In(world);
        using var phone = world.Visit("ur");

        var page = await phone.Open("/sign-in");

        Assert.Equal(("ur", "rtl"), (page.Page.DocumentElement.GetAttribute("lang"), page.Page.DocumentElement.GetAttribute("dir")));
        Assert.DoesNotContain("&#x6", page.Html, StringComparison.Ordinal);
    }
}
