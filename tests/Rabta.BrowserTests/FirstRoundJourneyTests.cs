using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using NodaTime;
using Rabta.BrowserTests.Journeys;
using Rabta.Matches;
using Rabta.Mentorships;
using Rabta.Notifications;
using Rabta.People;
using Rabta.Platform.Language;
using Rabta.Programmes;
using Rabta.Tests.Worlds;

namespace Rabta.BrowserTests;

/// <summary>From an empty database to fifty pairs who know of each other, and one who moved on without blame.</summary>
public sealed class FirstRoundJourneyTests(Chromium chromium)
{
    private const string Asked = "We never find an evening",
        Moved = "Timetables of the two wards",
        Corrected = "I draw anatomy plates";

    [Theory]
    [InlineData("en", true, "csv")]
    [InlineData("ur", true, "semicolon.csv")]
    [InlineData("en", false, "xlsx")]
    public async Task A_first_round(string language, bool script, string form)
    {
        await using var world = await World.On(Engine.Sqlite, empty: true);
        await using var journey = new Journey(world, chromium, CultureInfo.GetCultureInfo(language), script);

        var desk = await journey.Phone();
        await desk.ComeIn(journey, await journey.AddCoordinator("Huda Rahman", "huda@mmc.example"), "Huda Rahman");
        var coordinator = new Coordinator(journey, desk);
        await Prepare(journey, coordinator, desk, form);
        var (round, mentor) = await Publish(journey, coordinator, desk);

        world.Clock.Pass(Duration.FromDays(2));
        var both = await world.Ask(db =>
            db.Mentorships.AsNoTracking()
                .Where(m => m.MentorId == mentor.Id && m.EndedAt == null)
                .Join(db.People, m => m.MenteeId, p => p.Id, (pair, mentee) => new { pair, mentee })
                .OrderBy(x => x.mentee.Name)
                .ToListAsync()
        );
        var (pairs, mentees) = (both.ConvertAll(x => x.pair), both.ConvertAll(x => x.mentee));
        await AcceptAsMentee(journey, mentor, mentees[0], PathOf(pairs[0]));
        await ImportAgain(journey, coordinator, desk, form, mentees[0]);
        var mentorsPhone = await AcceptAsMentor(journey, mentor, mentees);
        await MoveOne(journey, coordinator, mentorsPhone, mentor, mentees[1], pairs[1]);
    }

    private static async Task Prepare(Journey journey, Coordinator coordinator, IPage desk, string form)
    {
        var name = await coordinator.OpenProgramme("Hamqadam", "ہم قدم");
        await desk.Says(name);
        await desk.Turn("/");
        await desk.Says(journey.Text<Rabta.Home.Texts>("staff.nobody", name));
        await desk.Follow("/people/import");
        await coordinator.Import(form);
        await desk.Says(journey.Plural<Rabta.Importing.Texts>("import.done", 100, name));
        Assert.Equal(("100", "0"), (await coordinator.Fact("import.done.new"), await coordinator.Fact("import.done.updated")));
        await desk.Turn("/");
        await desk.Says(journey.Plural<Rabta.Home.Texts>("staff.people", 100));
        await desk.Follow("/matching");
    }

    /// <summary>Runs, moves one mentee, publishes, takes it back, publishes again. Answers the mentor who now has four.</summary>
    private static async Task<(string Round, Person Mentor)> Publish(Journey journey, Coordinator coordinator, IPage desk)
    {
        var world = journey.World;
        var round = await coordinator.RunMatching();
        var (all, left) = (await world.Ask(db => db.RoundPairs.CountAsync()), await world.Ask(db => db.RoundUnmatched.CountAsync()));
        Assert.Equal((50, 0), (all, left));
        await desk.Says(journey.Text<Rabta.Matches.Texts>("review.left.none", 50));
        await desk.Shows(journey.Text<Rabta.Matches.Texts>("review.checked"));

        var proposed = await world.Ask(db => db.RoundPairs.AsNoTracking().ToListAsync());
        var three = proposed.GroupBy(p => p.MentorId).Single(g => g.Count() == 3).Key;
        var mentor = await world.Ask(db => db.People.AsNoTracking().SingleAsync(p => p.Id == three));
        var others = proposed.Where(p => p.MentorId != three).Select(p => p.MenteeId).ToList();
        var moved = await world.Ask(db => db.People.AsNoTracking().Where(p => others.Contains(p.Id)).OrderBy(p => p.Name).FirstAsync());
        await coordinator.Move(round, moved, mentor);
        Assert.Equal(4, await world.Ask(db => db.RoundPairs.CountAsync(p => p.MentorId == three)));
        // Counted after the move, which may have left a mentor without mentees.
        var mentors = await world.Ask(db => db.RoundPairs.Select(p => p.MentorId).Distinct().CountAsync());

        await coordinator.Publish(round, 50);
        await world.SendMail(Duration.FromMinutes(9));
        await desk.ReloadAsync();
        await coordinator.TakeBack(round);
        await world.SendMail(Duration.FromDays(1));
        Assert.Empty(world.Emails.Sent);
        Assert.Equal(0, await world.Ask(db => db.Mentorships.CountAsync(m => m.EndedAt == null)));

        await coordinator.Publish(round, 50);
        await world.SendMail(Duration.FromMinutes(11));
        var addresses = world.Emails.Sent.Select(l => l.To).ToList();
        Assert.Equal(50 + mentors, await world.Ask(db => db.Notices.CountAsync(n => n.DeliveryStatus == DeliveryStatus.Sent)));
        Assert.Equal(addresses.Distinct(), addresses);
        foreach (var reader in Composition.Languages.All)
            Assert.All(
                world.Emails.Sent,
                email =>
                    Assert.Contains(
                        Journey.In<Rabta.Notifications.Texts>(reader.Culture, "letter.thirty-days"),
                        email.Body,
                        StringComparison.Ordinal
                    )
            );
        return (round, mentor);
    }

    private async Task AcceptAsMentee(Journey journey, Person mentor, Person mentee, string pair)
    {
        var link = journey.OnServer(journey.World.Emails.LinkTo(mentee.Address!));
        var scanner = await journey.Phone();
        await scanner.GotoAsync(link);
        await scanner.ReloadAsync();
        Assert.Equal(0, await journey.World.Ask(db => db.SignInLinks.CountAsync(l => l.PersonId == mentee.Id && l.UsedAt != null)));

        var phone = await journey.Phone();
        var me = new Journeys.Partner(journey, phone);
        await me.OpenMail(mentee);
        Assert.Equal(pair, await phone.At($"{pair}$"));
        await phone.Says(journey.Text<Rabta.Meetings.Texts>("next.Mine.mentee", mentor.NameIn(journey.Language)));
        await me.Correct(pair, "hopes", Corrected);
        await me.Accept();
        await phone.Says(journey.Text<Rabta.Meetings.Texts>("next.Theirs.mentee", mentor.NameIn(journey.Language)));

        await scanner.GotoAsync(link);
        await scanner.Says(journey.Text<Rabta.People.Texts>("link.used.title"));
    }

    private static async Task ImportAgain(Journey journey, Coordinator coordinator, IPage desk, string form, Person corrected)
    {
        await desk.Turn("/people");
        await desk.Follow("/people/import");
        await coordinator.Import(form);
        Assert.Equal(("0", "100"), (await coordinator.Fact("import.done.new"), await coordinator.Fact("import.done.updated")));
        await desk.Shows(journey.Text<Rabta.Importing.Texts>("import.kept.what"));
        Assert.Equal(
            Corrected,
            await journey.World.Ask(db => db.People.Where(p => p.Id == corrected.Id).Select(p => p.Hopes).SingleAsync())
        );
        Assert.Equal(101, await journey.World.Ask(db => db.People.CountAsync()));
        Assert.Equal(50, await journey.World.Ask(db => db.Mentorships.CountAsync(m => m.EndedAt == null)));
    }

    /// <summary>Four mentees, one mail, one acceptance.</summary>
    private static async Task<IPage> AcceptAsMentor(Journey journey, Person mentor, List<Person> mentees)
    {
        Assert.Equal(4, mentees.Count);
        var mail = Assert.Single(journey.World.Emails.Sent, l => l.To == mentor.Address);
        Assert.Equal(
            string.Join(
                " · ",
                Composition.Languages.All.Select(reader =>
                    Journey.In<Rabta.Mentorships.Texts>(
                        reader.Culture,
                        "began.mentor.subject",
                        "",
                        Both.Of("Hamqadam", "ہم قدم").In(reader.Culture),
                        "4"
                    )
                )
            ),
            mail.Subject
        );
        Assert.All(
            mentees,
            mentee =>
                Assert.True(
                    mail.Body.Contains(mentee.Name, StringComparison.Ordinal)
                        && mail.Body.Contains(mentee.Names.Only("ur"), StringComparison.Ordinal)
                )
        );
        var phone = await journey.Phone();
        var me = new Journeys.Partner(journey, phone);
        await me.OpenMail(mentor);
        await phone.Follow("/me");
        await phone.Press("me");
        await phone.Shows(journey.Text<Rabta.Home.Texts>("turn.mine"));
        Assert.Equal(4, await phone.GetByText(journey.Text<Rabta.Meetings.Texts>("line.read"), new() { Exact = true }).CountAsync());
        await phone.Locator("section.next a.btn").ClickAsync();
        await me.Accept();
        await phone.Locator("form:has(input[value=accept])").WaitForAsync(new() { State = WaitForSelectorState.Detached });
        await phone.Turn("/");
        await phone.Says(journey.Text<Rabta.Meetings.Texts>("next.meet", mentees[0].NameIn(journey.Language)));
        Assert.Equal(0, await phone.GetByText(journey.Text<Rabta.Meetings.Texts>("line.read"), new() { Exact = true }).CountAsync());
        Assert.Equal(
            3,
            await phone.GetByText(journey.Text<Rabta.Meetings.Texts>("line.not-accepted"), new() { Exact = true }).CountAsync()
        );
        return phone;
    }

    private static async Task MoveOne(
        Journey journey,
        Coordinator coordinator,
        IPage mentorsPhone,
        Person mentor,
        Person mentee,
        Mentorship pair
    )
    {
        var world = journey.World;
        var phone = await journey.Phone();
        var me = new Journeys.Partner(journey, phone);
        await me.OpenMail(mentee);
        await phone.At($"{PathOf(pair)}$");
        await me.AskForChange(PathOf(pair), Asked);
        await world.SendMail();
        Assert.EndsWith($"{PathOf(pair)}/arrange", world.Emails.LinkTo("huda@mmc.example"), StringComparison.Ordinal);

        var busy = await world.Ask(db => db.Mentorships.Where(m => m.EndedAt == null).Select(m => m.MentorId).ToListAsync());
        var free = await world.Ask(db =>
            db.Enrolments.Where(e => e.Role == ProgrammeRole.Mentor && !busy.Contains(e.PersonId) && e.Places > 0)
                .Join(db.People, e => e.PersonId, p => p.Id, (e, p) => p)
                .OrderBy(p => p.Name)
                .FirstAsync()
        );
        await coordinator.MoveForGood($"{PathOf(pair)}/arrange", free, Asked, Moved);
        var before = world.Emails.Sent.Count;
        await world.SendMail(Duration.FromMinutes(11));

        var told = world.Emails.Sent.Skip(before).ToDictionary(l => l.To);
        Assert.Equal(new[] { mentor.Address, mentee.Address, free.Address }.Order(), told.Keys.Order());
        Assert.Contains(
            journey.Text<Rabta.Mentorships.Texts>(
                "ended.body",
                mentee.NameIn(journey.Language),
                Both.Of("Hamqadam", "ہم قدم").In(journey.Language)
            ),
            told[mentor.Address!].Body,
            StringComparison.Ordinal
        );
        Assert.Contains(
            journey.Text<Rabta.Mentorships.Texts>(
                "began.mentee.body",
                free.NameIn(journey.Language),
                Both.Of("Hamqadam", "ہم قدم").In(journey.Language)
            ),
            told[mentee.Address!].Body,
            StringComparison.Ordinal
        );

        await phone.Turn("/");
        var next = await world.Ask(db => db.Mentorships.AsNoTracking().SingleAsync(m => m.MenteeId == mentee.Id && m.EndedAt == null));
        var newMentorsPhone = await journey.Phone();
        var newMentor = new Journeys.Partner(journey, newMentorsPhone);
        await newMentor.OpenMail(free);
        var read =
            await me.ReadEverything(PathOf(pair), PathOf(next))
            + await new Journeys.Partner(journey, mentorsPhone).ReadEverything(PathOf(pair))
            + await newMentor.ReadEverything(PathOf(next))
            + string.Concat(told.Values.Select(l => l.Subject + l.Body));
        Assert.DoesNotContain(Asked, read, StringComparison.Ordinal);
        Assert.DoesNotContain(Moved, read, StringComparison.Ordinal);
        await mentorsPhone.Go(world, "/news");
        await mentorsPhone.Shows(journey.Text<Rabta.Mentorships.Texts>("ended.line", mentee.NameIn(journey.Language)));
        await phone.Go(world, PathOf(pair));
        await phone.Says(journey.Text<Rabta.Meetings.Texts>("next.Ended.mentee"));
    }

    private static string PathOf(Mentorship pair) => $"/mentorships/{pair.Id.Value}";
}
