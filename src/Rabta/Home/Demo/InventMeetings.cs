using NodaTime;
using Rabta.Goals;
using Rabta.Meetings;
using Rabta.Meetings.Terms;
using Rabta.Mentorships;
using Rabta.Mentorships.Waiting;
using Rabta.Platform.Database;
using Rabta.Platform.Institutions;
using Rabta.Platform.Language;

namespace Rabta.Home.Demo;

/// <summary>
/// What the invented pairs have been up to: some meet, some wait, with some the line fails. Enough for every sentence of the homes and of
/// the queue.
/// </summary>
public sealed class InventMeetings(RabtaDb db, CurrentInstitution institution)
{
    private Instant _now;

    /// <param name="pairs">In the order of the demo: the first five are one mentor's.</param>
    public void Run(IReadOnlyList<Mentorship> pairs, Instant now)
    {
        _now = now;
        foreach (var (pair, i) in pairs.Select((p, i) => (p, i)).Where(p => p.p.BothAcceptedAt is not null))
            switch (i)
            {
                case 0:
                    Story(pair);
                    break;
                case 2:
                    LineFailed(pair, 3);
                    break;
                case 3:
                    Asked(pair);
                    break;
                case 4:
                    Planned(pair, Held(pair, 12));
                    Goal(pair, "Publish one case report", 40);
                    break;
                default:
                    Usual(pair, i);
                    break;
            }
        db.Add(
            new TermDate
            {
                Kind = TermDateKind.Exams,
                Name = Several.Of(("en", "Winter exams"), ("ur", "سرما کے امتحانات")),
                From = Day(24),
                Until = Day(35),
            }
        );
        db.Add(
            new TermDate
            {
                Kind = TermDateKind.Holiday,
                Name = Several.Of(("en", "Quaid-e-Azam Day"), ("ur", "یومِ قائدِ اعظم")),
                From = Day(30),
                Until = Day(30),
            }
        );
    }

    // The pair one signs in as: they met once, there is a goal, a suggestion, and times on offer.
    private void Story(Mentorship pair)
    {
        var held = Held(pair, 13);
        held.Note("Read chapter four, then draw it from memory.", pair.MentorId);
        held.FollowedAt = _now - Duration.FromDays(1);
        Offer(pair, pair.MentorId, new(Mode.InPerson, "Physiology office, Block B", null, "After the ward round", [At(2, 16, 30)]), 1);
        var goal = Goal(
            pair,
            "Pass Physiology the first time",
            20,
            "Chapter four",
            "Chapter five",
            "Past papers",
            "One viva with a friend"
        );
        foreach (var step in goal.Steps.Take(2).ToList())
            goal.Tick(goal.Steps.IndexOf(step), step.Text, true, _now);
        db.Add(
            new GoalComment
            {
                GoalId = Goal(pair, "Speak once in every ward round", null).Id,
                By = pair.MenteeId,
                Text = "I asked about the ECG.",
                At = _now - Duration.FromDays(4),
            }
        );
        db.Add(
            new GoalSuggestion(
                Ids.New<GoalSuggestionId>(),
                pair.Id,
                pair.MentorId,
                "Come to the journal club once",
                null,
                _now - Duration.FromDays(1)
            )
        );
        db.Add(
            new TalkingPoint
            {
                MentorshipId = pair.Id,
                By = pair.MenteeId,
                Text = "I am not sure that I like surgery.",
                At = _now - Duration.FromHours(20),
            }
        );
        db.Add(
            new TalkingPoint
            {
                MentorshipId = pair.Id,
                By = pair.MenteeId,
                Ready = "study.viva",
                At = _now - Duration.FromHours(19),
            }
        );
    }

    private void Asked(Mentorship pair) =>
        Offer(pair, pair.MenteeId, new(Mode.InPerson, "Library, first floor", null, null, [At(1, 11, 0), At(2, 16, 0), At(4, 9, 30)]), 0);

    private void Usual(Mentorship pair, int i)
    {
        switch (i % 8)
        {
            case 1:
                break;
            case 2:
                Planned(pair, Held(pair, 9));
                Goal(pair, "Choose an elective", 60);
                break;
            case 4:
                Held(pair, 21);
                break;
            case 5:
                LineFailed(pair, 9);
                LineFailed(pair, 2, again: true);
                break;
            case 6:
                Held(pair, 16).FollowedAt = _now;
                Goal(pair, "Write one page a day", null);
                Offer(pair, pair.MentorId, new(Mode.Online, null, "https://meet.google.com/abc-defg-hij", null, [At(3, 17, 0)]), 1);
                break;
            default:
                Held(pair, 8);
                Goal(pair, "Present one paper", 30);
                break;
        }
        if (i == 10)
            db.Add(
                new ChangeRequest
                {
                    MentorshipId = pair.Id,
                    By = pair.MenteeId,
                    Reason = "Our free hours never fit.",
                    At = _now - Duration.FromDays(2),
                }
            );
    }

    private Meeting Offer(Mentorship pair, Platform.Access.PersonId by, Suggestion suggestion, int daysAgo)
    {
        var meeting = new Meeting(Ids.New<MeetingId>(), pair.Id, suggestion, by, _now - Duration.FromDays(daysAgo) - Duration.FromHours(2));
        db.Add(meeting);
        return meeting;
    }

    private void Planned(Mentorship pair, Meeting before)
    {
        before.FollowedAt = _now;
        var at = At(1, 15, 0);
        Offer(pair, pair.MentorId, new(Mode.Phone, null, null, null, [at]), 1).Take(at, pair.MenteeId, _now - Duration.FromHours(20));
        Of(pair).SetNext(at);
    }

    private Meeting Held(Mentorship pair, int daysAgo) => Over(pair, daysAgo, Outcome.Held);

    // They met once in person, as the programme asks, and then went online.
    private void LineFailed(Mentorship pair, int daysAgo, bool again = false)
    {
        if (!again)
            Held(pair, 20).FollowedAt = _now;
        var meeting = Over(pair, daysAgo, Outcome.LineFailed);
        if (again)
            foreach (var older in db.Set<Meeting>().Local.Where(m => m.MentorshipId == pair.Id && m != meeting))
                older.FollowedAt = _now;
        Of(pair).Record(Of(pair).FirstMetAt, Of(pair).LastMetAt, again ? 2 : 1, meeting.At);
    }

    private Meeting Over(Mentorship pair, int daysAgo, Outcome outcome)
    {
        var at = At(-daysAgo, 18, 0);
        var suggestion =
            outcome == Outcome.Held
                ? new Suggestion(Mode.InPerson, "Physiology office, Block B", null, null, [at])
                : new(Mode.Online, null, "https://meet.google.com/abc-defg-hij", null, [at]);
        var meeting = Offer(pair, pair.MentorId, suggestion, daysAgo + 3);
        meeting.Take(at, pair.MenteeId, at - Duration.FromDays(2));
        var answer = new MeetingAnswer
        {
            MeetingId = meeting.Id,
            By = pair.MentorId,
            Outcome = outcome,
            Mode = outcome == Outcome.Held ? Mode.InPerson : null,
            At = at + Duration.FromHours(1),
        };
        meeting.Told([answer], pair.MentorId, answer.At);
        db.Add(answer);
        if (outcome == Outcome.Held)
            Of(pair).Record(at, at, 0, null);
        return meeting;
    }

    private Goal Goal(Mentorship pair, string text, int? inDays, params string[] steps)
    {
        var goal = new Goal(
            Ids.New<GoalId>(),
            pair.Id,
            pair.MenteeId,
            text,
            inDays is { } days ? Day(days) : null,
            steps,
            _now - Duration.FromDays(5)
        );
        db.Add(goal);
        return goal;
    }

    private PairMeetings Of(Mentorship pair) => db.Set<PairMeetings>().Local.Single(m => m.MentorshipId == pair.Id);

    private DateTimeZone Zone => DateTimeZoneProviders.Tzdb[institution.Found!.Zone];

    private LocalDate Day(int inDays) => _now.InZone(Zone).Date.PlusDays(inDays);

    private Instant At(int inDays, int hour, int minute) => (Day(inDays) + new LocalTime(hour, minute)).InZoneLeniently(Zone).ToInstant();
}
