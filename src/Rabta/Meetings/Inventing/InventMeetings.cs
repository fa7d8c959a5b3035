using NodaTime;
using Rabta.Meetings.Terms;
using Rabta.Mentorships;
using Rabta.Mentorships.Inventing;
using Rabta.Platform.Access;
using Rabta.Platform.Database;
using Rabta.Platform.Language;
using Rabta.Programmes.Inventing;

namespace Rabta.Meetings.Inventing;

/// <summary>
/// What the invented pairs have been up to: some meet, some wait, with some the line fails. Enough for every sentence of the homes and of
/// the queue.
/// </summary>
public sealed class InventMeetings(RabtaDb db, InventPairs pairs) : IInvent
{
    private readonly Dictionary<MentorshipId, PairMeetings> _kept = [];
    private InventedCollege _college = null!;
    private Instant _now;

    public int Order => 400;

    public Task Run(InventedCollege college, CancellationToken stop)
    {
        (_college, _now) = (college, college.Now);
        foreach (var (i, pair) in pairs.All.Index())
        {
            if (pair.BothAcceptedAt is not { } accepted)
                continue;
            _kept[pair.Id] = db.Add(new PairMeetings(pair.Id)).Entity;
            _kept[pair.Id].MayMeet(accepted + Duration.FromDays(college.Programme.FirstMeetingDays));
            switch (i)
            {
                case 0:
                    Story(pair);
                    break;
                case 2:
                    ConnectionFailed(pair, 3);
                    break;
                case 3:
                    Asked(pair);
                    break;
                case 4:
                    Planned(pair, Held(pair, 12));
                    break;
                default:
                    Usual(pair, i);
                    break;
            }
        }
        db.Add(
            new TermDate
            {
                Kind = TermDateKind.Exams,
                Name = Several.Of(("en", "Winter exams"), ("ur", "سرما کے امتحانات")),
                From = _college.Day(24),
                Until = _college.Day(35),
            }
        );
        db.Add(
            new TermDate
            {
                Kind = TermDateKind.Holiday,
                Name = Several.Of(("en", "Quaid-e-Azam Day"), ("ur", "یومِ قائدِ اعظم")),
                From = _college.Day(30),
                Until = _college.Day(30),
            }
        );
        return Task.CompletedTask;
    }

    // The pair one signs in as: they met once, and there are times on offer.
    private void Story(Mentorship pair)
    {
        var held = Held(pair, 13);
        held.Note("Read chapter four, then draw it from memory.", pair.MentorId);
        held.FollowedAt = _now - Duration.FromDays(1);
        Offer(
            pair,
            pair.MentorId,
            new(MeetingFormat.InPerson, "Physiology office, Block B", null, "After the ward round", [_college.At(2, 16, 30)]),
            1
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
        Offer(
            pair,
            pair.MenteeId,
            new(
                MeetingFormat.InPerson,
                "Library, first floor",
                null,
                null,
                [_college.At(1, 11, 0), _college.At(2, 16, 0), _college.At(4, 9, 30)]
            ),
            0
        );

    private void Usual(Mentorship pair, int i)
    {
        switch (i % 8)
        {
            case 1:
                break;
            case 2:
                Planned(pair, Held(pair, 9));
                break;
            case 4:
                Held(pair, 21);
                break;
            case 5:
                ConnectionFailed(pair, 2, ConnectionFailed(pair, 9));
                break;
            case 6:
                Held(pair, 16).FollowedAt = _now;
                Offer(
                    pair,
                    pair.MentorId,
                    new(MeetingFormat.Online, null, "https://meet.google.com/abc-defg-hij", null, [_college.At(3, 17, 0)]),
                    1
                );
                break;
            default:
                Held(pair, 8);
                break;
        }
    }

    private Meeting Offer(Mentorship pair, PersonId by, Suggestion suggestion, int daysAgo)
    {
        var meeting = new Meeting(Ids.New<MeetingId>(), pair.Id, suggestion, by, _now - Duration.FromDays(daysAgo) - Duration.FromHours(2));
        db.Add(meeting);
        return meeting;
    }

    private void Planned(Mentorship pair, Meeting before)
    {
        before.FollowedAt = _now;
        var at = _college.At(1, 15, 0);
        Offer(pair, pair.MentorId, new(MeetingFormat.Phone, null, null, null, [at]), 1)
            .Take(at, pair.MenteeId, _now - Duration.FromHours(20));
        Of(pair).SetNext(at);
    }

    private Meeting Held(Mentorship pair, int daysAgo) => Over(pair, daysAgo, Outcome.Held);

    // They met once in person, as the programme asks, and then went online.
    private Meeting ConnectionFailed(Mentorship pair, int daysAgo, Meeting? failedBefore = null)
    {
        (failedBefore ?? Held(pair, 20)).FollowedAt = _now;
        var meeting = Over(pair, daysAgo, Outcome.ConnectionFailed);
        Of(pair).Record(Of(pair).FirstMetAt, Of(pair).LastMetAt, failedBefore is null ? 1 : 2, meeting.At);
        return meeting;
    }

    private Meeting Over(Mentorship pair, int daysAgo, Outcome outcome)
    {
        var at = _college.At(-daysAgo, 18, 0);
        var suggestion =
            outcome == Outcome.Held
                ? new Suggestion(MeetingFormat.InPerson, "Physiology office, Block B", null, null, [at])
                : new(MeetingFormat.Online, null, "https://meet.google.com/abc-defg-hij", null, [at]);
        var meeting = Offer(pair, pair.MentorId, suggestion, daysAgo + 3);
        meeting.Take(at, pair.MenteeId, at - Duration.FromDays(2));
        var answer = new MeetingAnswer
        {
            MeetingId = meeting.Id,
            By = pair.MentorId,
            Outcome = outcome,
            Format = outcome == Outcome.Held ? MeetingFormat.InPerson : null,
            At = at + Duration.FromHours(1),
        };
        meeting.Told([answer], pair.MentorId, answer.At);
        db.Add(answer);
        if (outcome == Outcome.Held)
            Of(pair).Record(at, at, 0, null);
        return meeting;
    }

    private PairMeetings Of(Mentorship pair) => _kept[pair.Id];
}
