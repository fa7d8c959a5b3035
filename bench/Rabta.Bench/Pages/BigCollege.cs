using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Rabta.Care;
using Rabta.Care.Reminding;
using Rabta.Goals;
using Rabta.Meetings;
using Rabta.Mentorships;
using Rabta.Notifications;
using Rabta.People;
using Rabta.Platform.Access;
using Rabta.Platform.Database;
using Rabta.Platform.Language;
using Rabta.Programmes;
using Rabta.Programmes.Arranging;

namespace Rabta.Bench.Pages;

/// <summary>
/// A college in the tenth month of its year: eight mentees a mentor, forty meetings a pair, one pair in ten waits for something, and three
/// years lie behind.
/// </summary>
internal sealed class BigCollege(IServiceProvider services, Instant now)
{
    private const int MenteesPerMentor = 8,
        MeetingsPerPair = 40,
        Portion = 250;
    private readonly Campus _campus = new(services, "Big College");
    private readonly Instant _began = now - Duration.FromDays(300);
    private Programme _programme = null!;
    private Cohort _cohort = null!;

    public PersonId Coordinator { get; private set; }
    public PersonId Mentor { get; private set; }
    public PersonId Mentee { get; private set; }
    public MentorshipId Pair { get; private set; }

    public Task Do(Func<RabtaDb, Task> act) =>
        _campus.Do(async get =>
        {
            await act(get.GetRequiredService<RabtaDb>());
            return true;
        });

    public async Task Build(int pairs)
    {
        await _campus.Found();
        var usual = services.GetRequiredService<DefaultRules>();
        _programme = new(Several.Plain("Hamqadam"))
        {
            Purpose = usual.Purpose,
            IsNot = usual.IsNot,
            PlacesPerMentor = MenteesPerMentor,
        };
        _cohort = new(_programme.Id, Several.Plain("2026"), 2026);
        var before = new Cohort(_programme.Id, Several.Plain("2025"), 2025);
        var huda = Human("Huda", 0, _cohort, null).First();
        ((Person)huda).Duties = Duties.Coordinator;
        Coordinator = ((Person)huda).Id;
        await Put([_programme, _cohort, before, new GroundRules(_programme.Id, 1, usual.Rules, _began), huda]);
        var mentors = Enumerable
            .Range(0, (pairs + MenteesPerMentor - 1) / MenteesPerMentor)
            .Select(i => Human("Mentor", i, _cohort, ProgrammeRole.Mentor).ToList())
            .ToList();
        await Put([.. mentors.SelectMany(m => m)]);
        for (var first = 0; first < pairs; first += Portion)
        {
            var portion = Enumerable.Range(first, Math.Min(Portion, pairs - first));
            await Put([.. portion.SelectMany(i => Standing(i, ((Person)mentors[i / MenteesPerMentor][0]).Id))]);
            await Put([.. portion.SelectMany(i => Ended(i, ((Person)mentors[i / MenteesPerMentor][0]).Id, before))]);
        }
    }

    /// <summary>Four pairs in ten more have just run past their days to meet.</summary>
    public Task WorstDay() =>
        Do(async db =>
        {
            var some = await db.Mentorships.Where(m => m.EndedAt == null).OrderBy(m => m.Id).Select(m => m.Id).ToListAsync();
            foreach (var chunk in some.Where((_, i) => i % 10 < 4).Chunk(500))
                await db
                    .PairMeetings.Where(m => chunk.Contains(m.MentorshipId))
                    .ExecuteUpdateAsync(s => s.SetProperty(m => m.FirstMetAt, (Instant?)null));
        });

    private Task Put(IReadOnlyList<object> rows) =>
        Do(async db =>
        {
            db.ChangeTracker.AutoDetectChangesEnabled = false;
            db.AddRange(rows);
            await db.SaveChangesAsync();
        });

    private IEnumerable<object> Human(string what, int i, Cohort cohort, ProgrammeRole? role)
    {
        var person = new Person($"{what} {i * 7919 % 10_007} {i}", $"{what}{i}.{cohort.AcademicYear}@college.test".ToLowerInvariant())
        {
            Names = Several.Of(("ur", $"نام {i}")),
            Number = $"{cohort.AcademicYear}-{what[..1]}{i:00000}",
            Phone = "0300 1234567",
            About = "Reads, walks, and answers in the evening.",
            Hopes = "To be heard.",
            ConfirmedAt = _began,
            FirstSignedIn = _began,
        };
        yield return person;
        if (role is { } as_)
            yield return new Enrolment
            {
                CohortId = cohort.Id,
                PersonId = person.Id,
                Role = as_,
            };
    }

    // Which one waits, and for what, is spread over the mentors.
    private IEnumerable<object> Standing(int i, PersonId mentor)
    {
        var kind = (i * 37 + 50) % 100;
        var human = Human("Mentee", i, _cohort, ProgrammeRole.Mentee).ToList();
        foreach (var row in human)
            yield return row;
        var mentee = ((Person)human[0]).Id;
        var pair = new Mentorship(
            _programme.Id,
            _cohort.Id,
            mentor,
            mentee,
            [new(ReasonKind.MenteesWish, Rank: 1), new(ReasonKind.Shared, Several.Plain("Interests"), ["Research"])],
            null,
            _began
        );
        if (i == 0)
            (Mentor, Mentee, Pair) = (mentor, mentee, pair.Id);
        yield return pair;
        if (kind is not (2 or 6 or 7))
            pair.Accept(mentee, 1, _began + Duration.FromDays(1));
        var meetings = new PairMeetings(pair.Id);
        yield return meetings;
        if (pair.Accept(mentor, 1, _began + Duration.FromDays(1)))
            meetings.MayMeet(_began + Duration.FromDays(1 + _programme.FirstMeetingDays));
        if (kind is not (>= 2 and <= 7))
        {
            foreach (var row in Meetings(pair, i))
                yield return row;
            meetings.Record(_began + Duration.FromDays(3), now - Duration.FromDays(20), 0, null);
            if (kind is not (8 or 9))
                foreach (var row in Goals(pair, i))
                    yield return row;
        }
        if (kind == 3)
            meetings.Record(null, null, 2, now - Duration.FromDays(2));
        if (kind == 4)
        {
            var care = new PairCare(pair.Id);
            care.Reminded(now, now + Duration.FromDays(7));
            yield return care;
        }
        foreach (var row in Around(pair, i, kind))
            yield return row;
    }

    private IEnumerable<object> Meetings(Mentorship pair, int i)
    {
        for (var week = 0; week < MeetingsPerPair; week++)
        {
            var (at, newest) = (_began + Duration.FromDays(3 + 7 * week), week == MeetingsPerPair - 1);
            if (newest)
                at = now + Duration.FromDays(2);
            var meeting = new Meeting(
                new(Guid.CreateVersion7()),
                pair.Id,
                new(MeetingFormat.InPerson, "Block B, room 12", null, "After the ward round", [at, at + Duration.FromDays(1)]),
                pair.MentorId,
                at - Duration.FromDays(5)
            );
            yield return meeting;
            if (newest && i % 3 == 1)
                yield break;
            meeting.Take(at, pair.MenteeId, at - Duration.FromDays(4));
            if (newest && i % 3 == 2)
                yield break;
            var outcome = ((week + i) % 12) switch
            {
                5 => Outcome.Missed,
                8 => Outcome.ConnectionFailed,
                _ => Outcome.Held,
            };
            var answer = new MeetingAnswer
            {
                MeetingId = meeting.Id,
                By = pair.MentorId,
                Outcome = outcome,
                Format = outcome == Outcome.Held ? MeetingFormat.InPerson : null,
                At = at,
            };
            meeting.Told([answer], pair.MentorId, at);
            if (outcome == Outcome.Held && week % 4 == 0)
                meeting.Note("Read chapter four first, then the past papers.", pair.MenteeId);
            if (!newest)
                meeting.FollowedAt = at + Duration.FromDays(1);
            yield return answer;
            if (week % 4 == 0)
                yield return new TalkingPoint
                {
                    MentorshipId = pair.Id,
                    By = pair.MenteeId,
                    Text = $"How to read an ECG, part {week}",
                    At = at - Duration.FromDays(1),
                    TalkedAt = meeting.Id,
                };
        }
    }

    private static IEnumerable<object> Goals(Mentorship pair, int i)
    {
        var at = pair.BeganAt + Duration.FromDays(10);
        foreach (var text in new[] { "Pass Physiology", "Speak once in the journal club" })
        {
            var goal = new Goal(
                new(Guid.CreateVersion7()),
                pair.Id,
                pair.MenteeId,
                text,
                null,
                ["Chapter four", "Past papers", "Ask in the tutorial"],
                at
            );
            goal.Tick(0, "Chapter four", true, at);
            if (text.StartsWith("Speak", StringComparison.Ordinal) && i % 2 == 0)
                goal.Settle(GoalState.Done, at);
            yield return goal;
            yield return new GoalComment
            {
                GoalId = goal.Id,
                By = pair.MentorId,
                Text = "Half way already.",
                At = at,
            };
        }
        if (i % 4 == 0)
            yield return new GoalSuggestion(new(Guid.CreateVersion7()), pair.Id, pair.MentorId, "Join the journal club", null, at);
    }

    // What lies around a pair: requests, reminders, what to talk about, news.
    private IEnumerable<object> Around(Mentorship pair, int i, int kind)
    {
        ChangeRequest Asks(ChangeKind what, Instant? settled) =>
            new()
            {
                MentorshipId = pair.Id,
                By = pair.MenteeId,
                Kind = what,
                Reason = "Our hours never fit.",
                At = now - Duration.FromDays(3),
                SettledAt = settled,
            };
        if (kind is 0 or 1)
            yield return Asks(ChangeKind.Change, null);
        if (kind == 2)
            yield return Asks(ChangeKind.CantTakeOn, null);
        if (kind is >= 10 and < 20)
            yield return Asks(ChangeKind.Change, now);
        if (kind % 10 == 4)
            yield return new Reminder
            {
                PersonId = pair.MenteeId,
                MentorshipId = pair.Id,
                About = "NotMet",
                By = Coordinator,
                At = now,
            };
        if (kind % 3 == 0)
            yield return new PhoneShare
            {
                MentorshipId = pair.Id,
                PersonId = pair.MentorId,
                At = now,
            };
        for (var n = 0; n < 3; n++)
            yield return new TalkingPoint
            {
                MentorshipId = pair.Id,
                By = pair.MenteeId,
                Text = $"Choosing a specialty, {n}",
                At = now,
            };
        for (var n = 0; n < 20; n++)
            yield return new Notice
            {
                PersonId = pair.MenteeId,
                Kind = MeetingNews.Proposed.Key,
                Values = [Several.Of(("en", "Sara"), ("ur", "سارہ"))],
                Path = $"/mentorships/{pair.Id.Value}",
                MadeAt = _began + Duration.FromDays(10 * n),
                NotBefore = _began,
                DeliveryStatus =
                    i % 100 == 7 && n > 15 ? DeliveryStatus.Refused
                    : n % 3 == 0 ? DeliveryStatus.Inside
                    : DeliveryStatus.Sent,
            };
    }

    private IEnumerable<object> Ended(int i, PersonId mentor, Cohort cohort)
    {
        for (var year = 1; year <= 3; year++)
        {
            var human = Human($"Alum{year}x", i, cohort, ProgrammeRole.Mentee).ToList();
            foreach (var row in human)
                yield return row;
            var pair = new Mentorship(
                _programme.Id,
                cohort.Id,
                mentor,
                ((Person)human[0]).Id,
                [new(ReasonKind.MenteesWish, Rank: 2)],
                null,
                _began - Duration.FromDays(365 * year)
            );
            pair.Accept(mentor, 1, pair.BeganAt);
            pair.End(HowEnded.Ended, _began);
            yield return pair;
        }
    }
}
