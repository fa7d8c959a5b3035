using System.Diagnostics;
using System.Net;
using NodaTime;
using Rabta.Meetings;
using Rabta.Meetings.Planning;
using Rabta.Mentorships.States;
using Rabta.Mentorships.Waiting;
using Rabta.People;
using Rabta.Programmes;
using Rabta.Tests.Architecture;
using Rabta.Tests.Importing.ReadingLists;
using Rabta.Tests.Worlds;

namespace Rabta.Tests.Meetings.Calendars;

/// <summary>Calendar files, read by programs that others wrote (Debian: python3-icalendar, khal).</summary>
public sealed class CalendarTests
{
    private const string Urdu = "فزیالوجی کا دفتر، بی بلاک؛ کمرہ نمبر 12, پہلی منزل کے آخر میں بائیں ہاتھ پر";

    [Theory, OnBoth]
    public async Task A_plan_a_move_and_a_cancellation_are_one_event_for_a_foreign_calendar(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        using var files = new Folder();
        await world.BothAccept(cast.SaraOmar);
        var at = Instant.FromUtc(2026, 9, 10, 11, 30);
        Assert.Null(await world.Suggest(cast.SaraOmar, cast.Sara.Id, MeetingActs.Propose, CastMeetings.Offer(at) with { Place = Urdu }));
        Assert.Null(await world.Take(cast.SaraOmar, cast.Omar.Id, at));
        using var omar = await world.SignIn(cast.Omar, "ur");
        var page = $"/meetings/{(await world.Newest(cast.SaraOmar))!.Id.Value}/calendar.ics";
        var planned = await files.Keep(omar, page);

        var later = Instant.FromUtc(2026, 9, 12, 6, 0);
        Assert.Null(await world.Suggest(cast.SaraOmar, cast.Omar.Id, MeetingActs.Move, CastMeetings.Offer(later) with { Place = Urdu }));
        var moving = await files.Keep(omar, page);
        Assert.Null(await world.Take(cast.SaraOmar, cast.Sara.Id, later));
        var moved = await files.Keep(omar, page);
        Assert.Null(await world.CallOff(cast.SaraOmar, cast.Sara.Id, MeetingActs.Cancel));
        var cancelled = await files.Keep(omar, page);

        var read = (
            await Run(
                "/usr/bin/python3",
                [Path.Combine(Code.Root.FullName, "tests/Rabta.Tests/Meetings/Calendars/read.py"), planned, moving, moved, cancelled]
            )
        )
            .Trim()
            .Split('\n')
            .Select(l => l.Split('|'))
            .ToList();
        Assert.Equal(["PUBLISH", "CANCEL", "PUBLISH", "CANCEL"], read.Select(r => r[0]));
        Assert.Single(read.Select(r => r[1]).Distinct());
        Assert.Equal(
            read.Select(r => int.Parse(r[2], System.Globalization.CultureInfo.InvariantCulture)).Order().Distinct(),
            read.Select(r => int.Parse(r[2], System.Globalization.CultureInfo.InvariantCulture))
        );
        Assert.Equal(["CONFIRMED", "CANCELLED", "CONFIRMED", "CANCELLED"], read.Select(r => r[3]));
        Assert.Equal(
            ["2026-09-10T16:30:00+05:00", "2026-09-10T16:30:00+05:00", "2026-09-12T11:00:00+05:00", "2026-09-12T11:00:00+05:00"],
            read.Select(r => r[4])
        );
        Assert.All(read, r => Assert.Equal(("Asia/Karachi", "Asia/Karachi", "سارہ سے ملاقات", Urdu), (r[5], r[6], r[7], r[8])));
        Assert.All(File.ReadAllLines(planned), l => Assert.True(System.Text.Encoding.UTF8.GetByteCount(l) <= 75, l));

        var khal = await Khal(files.Path, planned);
        Assert.Contains("2026-09-10 16:30 سارہ سے ملاقات", khal, StringComparison.Ordinal);
        Assert.Contains(Urdu, khal, StringComparison.Ordinal);
        Assert.Contains("2026-09-12 11:00", await Khal(files.Path, moved), StringComparison.Ordinal);
    }

    [Theory, OnBoth]
    public async Task Each_gets_it_in_their_own_zone_and_by_mail(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        await world.Do(async get =>
        {
            var db = (Rabta.Platform.Database.RabtaDb)get.GetService(typeof(Rabta.Platform.Database.RabtaDb))!;
            (await db.FindAsync<Rabta.People.Person>(cast.Sara.Id))!.Zone = "Europe/London";
            (await db.FindAsync<Rabta.Programmes.Programme>(cast.Programme.Id))!.FirstMeetingInPerson = false;
            await db.SaveChangesAsync();
        });
        await world.BothAccept(cast.SaraOmar);
        await world.Plan(cast.SaraOmar, CastMeetings.Online(world.In(2)));

        await world.SendMail();

        var sara = Assert.Single(world.Emails.Sent, l => l.To == cast.Sara.Address && l.With is not null);
        Assert.Contains("DTSTART;TZID=Europe/London:20260909T100000", sara.With!.Text, StringComparison.Ordinal);
        Assert.Contains("10:00 am", sara.Body, StringComparison.Ordinal);
        var omar = Assert.Single(world.Emails.Sent, l => l.To == cast.Omar.Address && l.With is not null);
        Assert.Contains("DTSTART;TZID=Asia/Karachi:20260909T140000", omar.With!.Text, StringComparison.Ordinal);
        Assert.Contains(CastMeetings.Zoom, omar.With.Text.Replace("\r\n ", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Theory, OnBoth]
    public async Task Times_on_offer_are_no_calendar_entry_yet_and_nobody_else_gets_one(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        await world.Bring(cast.SaraOmar, PairState.Proposed);
        var page = $"/meetings/{(await world.Newest(cast.SaraOmar))!.Id.Value}/calendar.ics";
        using var omar = await world.SignIn(cast.Omar);
        Assert.Equal(HttpStatusCode.NotFound, (await omar.Open(page)).Status);
        Assert.Null(await world.Take(cast.SaraOmar, cast.Omar.Id, world.In(2)));

        Assert.Equal(HttpStatusCode.OK, (await omar.Open(page)).Status);
        using var nida = await world.SignIn(cast.Nida);
        Assert.Equal(HttpStatusCode.NotFound, (await nida.Open(page)).Status);
        using var huda = await world.SignIn(cast.Huda);
        Assert.Equal(HttpStatusCode.NotFound, (await huda.Open(page)).Status);
    }

    private static Task<string> Khal(string folder, string file) =>
        Run(
            "khal",
            ["-c", Path.Combine(folder, "khal.conf"), "printics", "--format", "{start-long} {title} {location}", file],
            ("HOME", folder),
            ("LANG", "C.UTF-8"),
            ("LC_ALL", "C.UTF-8")
        );

    private static async Task<string> Run(string program, string[] arguments, params (string, string)[] environment)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, await errors);
        return await output;
    }

    /// <summary>A place for files, with settings for khal: the zone of the college, days as we write them.</summary>
    private sealed class Folder : IDisposable
    {
        private int _count;

        public Folder() =>
            File.WriteAllText(
                System.IO.Path.Combine(Path, "khal.conf"),
                $"[calendars]\n[[one]]\npath = {Path}/calendar\n[locale]\nlocal_timezone = Asia/Karachi\n"
                    + "default_timezone = Asia/Karachi\ntimeformat = %H:%M\ndateformat = %Y-%m-%d\nlongdateformat = %Y-%m-%d\n"
                    + $"datetimeformat = %Y-%m-%d %H:%M\nlongdatetimeformat = %Y-%m-%d %H:%M\n[sqlite]\npath = {Path}/khal.db\n"
            );

        public string Path { get; } = Directory.CreateTempSubdirectory("rabta-calendar-").FullName;

        public async Task<string> Keep(Phone phone, string page)
        {
            var file = System.IO.Path.Combine(Path, $"{_count++}.ics");
            await File.WriteAllBytesAsync(file, System.Text.Encoding.UTF8.GetBytes((await phone.Open(page)).Html));
            return file;
        }

        public void Dispose() => Directory.Delete(Path, recursive: true);
    }
}
