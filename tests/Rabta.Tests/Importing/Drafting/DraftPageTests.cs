using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Rabta.Importing.Drafting;
using Rabta.People;
using Rabta.Platform.Database;
using Rabta.Preferences;
using Rabta.Programmes;
using Rabta.Tests.Worlds;

namespace Rabta.Tests.Importing.Drafting;

public sealed class DraftPageTests
{
    private const string Mentors =
        "Name,Email,CNIC,Religion\nDr Rabia,rabia@x.pk,35202-1234567-1,Islam\nDr Imran,imran@x.pk,35202-1234567-2,\n";
    private const string Mentees = "Name,Email,Wish 1\nHira,hira@x.pk,Dr Rabia\n";
    private const string Wrong = "Name,Email,Wish 1\nHira,hira@x.pk,Dr Rabia\n=HYPERLINK(1),nothing,\n";

    [Theory, OnBoth]
    public async Task Lists_are_looked_at_and_then_brought_in_once(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        using var huda = await world.SignIn(cast.Huda);

        var draft = await Upload(huda, Mentors, Mentees);
        Assert.Equal("All 3 rows are ready.", draft.Title);
        Assert.Contains("Looks like an identity card number", draft.Text);
        Assert.DoesNotContain("Islam", draft.Text);
        Assert.Equal(7, await world.Ask(db => db.People.CountAsync()));

        var form = Phone.Filled(draft, "columns", ("act", "import"));
        var sent = await form.ReadAsStringAsync();
        var done = await huda.Post(draft.Path, form);
        var again = await huda.Post(draft.Path, new StringContent(sent, Encoding.UTF8, "application/x-www-form-urlencoded"));

        Assert.Equal("3 people of the lists are in Hamqadam.", done.Title);
        Assert.Equal((done.Path, done.Title), (again.Path, again.Title));
        Assert.Equal(10, await world.Ask(db => db.People.CountAsync()));
        var people = await huda.Open("/people?q=hira");
        Assert.Equal("9 people take part.", people.Title);
        Assert.Contains("Hira", people.Text);
    }

    [Theory, OnBoth]
    public async Task A_wrong_row_stops_all_until_only_the_good_ones_are_asked_for(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        using var huda = await world.SignIn(cast.Huda);

        var draft = await Upload(huda, Mentors, Wrong);
        Assert.Equal("3 of 4 rows are ready. One needs a look.", draft.Title);
        var refused = await huda.Send(draft, "columns", ("act", "import"));
        Assert.Contains(refused.Wrong, wrong => wrong.StartsWith("Nothing was imported", StringComparison.Ordinal));
        Assert.Equal(7, await world.Ask(db => db.People.CountAsync()));
        var rows = (await huda.Open($"{draft.Path}/problems")).Html;
        Assert.Contains("mentees.csv,3,Email,“nothing” is not an e-mail address.,'=HYPERLINK(1),nothing", rows);

        var done = await huda.Send(refused, "columns", ("act", "import"), ("rows", "good"));

        Assert.Equal("3 people of the lists are in Hamqadam.", done.Title);
    }

    [Theory, OnBoth]
    public async Task A_column_goes_where_the_coordinator_says(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        using var huda = await world.SignIn(cast.Huda);

        var draft = await Upload(huda, Mentors, Mentees);
        var looked = await huda.Send(draft, "columns", ("act", "look"), ("Mentor-2", "LeaveOut"));
        Assert.Equal("LeaveOut", looked.Page.QuerySelector("select[name=Mentor-2] option[selected]")!.GetAttribute("value"));
        await huda.Send(looked, "columns", ("act", "import"));

        Assert.Equal([Both.Of("Religion")], await world.Ask(db => db.Questions.Select(q => q.Heading).ToListAsync()));
    }

    [Theory, OnBoth]
    public async Task What_cannot_be_read_is_refused_in_words_and_not_kept(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        using var huda = await world.SignIn(cast.Huda, "ur");

        var answer = await Upload(huda, "%PDF-1.7", Mentees);

        Assert.Contains(answer.Wrong, wrong => wrong.Contains("PDF", StringComparison.Ordinal));
        Assert.Equal(0, await world.Ask(db => db.ImportDrafts.CountAsync()));
    }

    [Theory, OnBoth]
    public async Task An_import_left_behind_is_taken_up_when_nobody_holds_it_any_more(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        using var huda = await world.SignIn(cast.Huda);
        var draft = await Upload(huda, Mentors, Mentees);
        var id = new ImportDraftId(Guid.Parse(draft.Path.Split('/')[^1]));
        var held = world.Clock.Now + Duration.FromMinutes(5);
        await world.Do(get =>
            get.GetRequiredService<RabtaDb>()
                .ImportDrafts.ExecuteUpdateAsync(s => s.SetProperty(d => d.State, ImportState.Running).SetProperty(d => d.HeldUntil, held))
        );

        await world.Do(get => get.GetRequiredService<RunImport>().Run(id, default));
        var running = await huda.Open(draft.Path);
        Assert.Equal(
            ("The lists are coming in.", "2"),
            (running.Title, running.Page.QuerySelector("meta[http-equiv=refresh]")!.GetAttribute("content"))
        );
        Assert.NotNull(running.Page.QuerySelector("progress"));

        world.Clock.Pass(Duration.FromMinutes(6));
        await world.Do(get => get.GetRequiredService<RunImport>().Run(id, default));

        Assert.Equal("3 people of the lists are in Hamqadam.", (await huda.Open(draft.Path)).Title);
    }

    [Theory, OnBoth]
    public async Task An_import_that_is_stopped_lets_go_of_its_draft_and_of_no_other(Engine on)
    {
        using var stop = new CancellationTokenSource();
        var watch = new StopAtPeople(stop);
        await using var world = await World.On(on, modules: watch.Watch);
        var cast = await Cast.In(world);
        using var huda = await world.SignIn(cast.Huda);
        var ids = new List<ImportDraftId>();
        foreach (var _ in Enumerable.Range(0, 2))
            ids.Add(new(Guid.Parse((await Upload(huda, Mentors, Mentees)).Path.Split('/')[^1])));
        var held = world.Clock.Now + Duration.FromMinutes(5);
        await world.Do(get =>
            get.GetRequiredService<RabtaDb>().ImportDrafts.ExecuteUpdateAsync(s => s.SetProperty(d => d.State, ImportState.Running))
        );
        await world.Do(get =>
            get.GetRequiredService<RabtaDb>()
                .ImportDrafts.Where(d => d.Id == ids[1])
                .ExecuteUpdateAsync(s => s.SetProperty(d => d.HeldUntil, held))
        );
        watch.Armed = true;

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            world.Do(get => get.GetRequiredService<RunImport>().Run(ids[0], stop.Token))
        );

        Assert.Equal(
            [(ids[0], null), (ids[1], held)],
            (await world.Ask(db => db.ImportDrafts.ToListAsync())).OrderBy(d => d.Id != ids[0]).Select(d => (d.Id, d.HeldUntil))
        );
        watch.Armed = false;
        await world.Do(get => get.GetRequiredService<RunImport>().Run(ids[0], default));
        Assert.Equal("3 people of the lists are in Hamqadam.", (await huda.Open($"/people/import/{ids[0].Value}")).Title);
    }

    /// <summary>A server that is told to stop while the people are being stored.</summary>
    private sealed class StopAtPeople(CancellationTokenSource stop) : SaveChangesInterceptor
    {
        public bool Armed { get; set; }

        public void Watch(IServiceCollection services) =>
            services
                .ConfigureDbContext<SqliteRabtaDb>(o => o.AddInterceptors(this))
                .ConfigureDbContext<PostgresRabtaDb>(o => o.AddInterceptors(this));

        public override ValueTask<InterceptionResult<int>> SavingChangesAsync(
            DbContextEventData eventData,
            InterceptionResult<int> result,
            CancellationToken cancellationToken = default
        )
        {
            if (Armed)
                stop.Cancel();
            cancellationToken.ThrowIfCancellationRequested();
            return base.SavingChangesAsync(eventData, result, cancellationToken);
        }
    }

    [Theory, OnBoth]
    public async Task A_long_list_is_brought_in_behind_the_page(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        using var huda = await world.SignIn(cast.Huda);
        var draft = await Upload(
            huda,
            "Name,Email\n" + string.Concat(Enumerable.Range(1, 2_100).Select(i => $"M{i},m{i}@x.pk\n")),
            Mentees
        );

        var seen = await huda.Send(draft, "columns", ("act", "import"));
        for (var i = 0; i < 300 && seen.Title == "The lists are coming in."; i++)
        {
            await Task.Delay(100);
            seen = await huda.Open(draft.Path);
        }

        Assert.Equal("2101 people of the lists are in Hamqadam.", seen.Title);
    }

    [Theory, OnBoth]
    public async Task Nobody_else_sees_lists_that_wait(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        using var huda = await world.SignIn(cast.Huda);
        var draft = await Upload(huda, Mentors, Mentees);
        string[] paths = [draft.Path, $"{draft.Path}/problems"];
        using var sara = await world.SignIn(cast.Sara);
        foreach (var path in paths)
            Assert.Equal(HttpStatusCode.NotFound, (await sara.Open(path)).Status);
        foreach (var path in paths)
            Assert.Equal(HttpStatusCode.OK, (await huda.Open(path)).Status);

        world.Institution = await world.Found("Another college", host: "other.test");
        var stranger = new Person("Stranger", "s@other.test") { Duties = Duties.Coordinator };
        await world.Put(stranger);
        using var other = await world.SignIn(stranger);
        foreach (var path in paths)
            Assert.Equal(HttpStatusCode.NotFound, (await other.Open(path)).Status);
    }

    private static async Task<Seen> Upload(Phone phone, string mentors, string mentees)
    {
        var page = await phone.Open("/people/import");
        using var content = new MultipartFormDataContent();
        var fields = Phone.Fields(page.Page.Forms.First(f => f.QuerySelector("input[name=_handler]")?.GetAttribute("value") == "import"));
        foreach (var (name, value) in fields)
            content.Add(new StringContent(value), name);
        content.Add(new ByteArrayContent(Encoding.UTF8.GetBytes(mentors)), "mentors", "mentors.csv");
        content.Add(new ByteArrayContent(Encoding.UTF8.GetBytes(mentees)), "mentees", "mentees.csv");
        return await phone.Post(page.Path, content);
    }
}
