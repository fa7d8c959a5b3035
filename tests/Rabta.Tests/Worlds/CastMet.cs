using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rabta.Meetings;
using Rabta.Meetings.States;
using Rabta.Meetings.Terms;
using Rabta.Mentorships;
using Rabta.People;
using Rabta.Platform.Database;
using Rabta.Platform.Language;
using Rabta.Programmes;

namespace Rabta.Tests.Worlds;

/// <summary>
/// Pairs in the midst of it, for those who look at every page: Sara and Omar have met and Sara offers new times; with Amal the hour has
/// come; Bilal and Nida have planned.
/// </summary>
public static class CastMet
{
    public static Task PutMeetings(this World world, Cast cast, Func<string, string>? letters = null) =>
        world.Do(async get =>
        {
            var db = (RabtaDb)get.GetService(typeof(RabtaDb))!;
            var write = letters ?? (text => text);
            var now = world.Clock.Now;
            var theirs = new[] { cast.SaraOmar.Id, cast.SaraAmal.Id, cast.BilalNida.Id };
            var pairs = await db.Mentorships.Where(m => theirs.Contains(m.Id)).ToDictionaryAsync(m => m.Id);
            foreach (var pair in pairs.Values.Where(p => p.BothAcceptedAt is null))
            foreach (var person in new[] { pair.MentorId, pair.MenteeId })
                if (pair.Accept(person, 1, now))
                    (await db.KeepMeetingsOf(pair.Id, default)).MayMeet(now + Duration.FromDays(cast.Programme.FirstMeetingDays));

            var held = Meeting(
                cast.SaraOmar,
                cast.Sara,
                new(MeetingFormat.InPerson, write("Block B"), null, write("Bring your book"), [now - Duration.FromDays(1)]),
                now - Duration.FromDays(3)
            );
            held.Take(held.Times[0], cast.Omar.Id, now - Duration.FromDays(2));
            var answer = new MeetingAnswer
            {
                MeetingId = held.Id,
                By = cast.Sara.Id,
                Outcome = Outcome.Held,
                Format = MeetingFormat.Phone,
                At = now,
            };
            held.Told([answer], cast.Sara.Id, now - Duration.FromHours(12));
            held.Note(write("Read chapter four first"), cast.Omar.Id);
            held.FollowedAt = now - Duration.FromHours(1);
            (await db.KeepMeetingsOf(cast.SaraOmar.Id, default)).Record(held.At, held.At, 0, null);
            var offered = Meeting(
                cast.SaraOmar,
                cast.Sara,
                new(
                    MeetingFormat.Phone,
                    null,
                    null,
                    write("After the ward round"),
                    [now + Duration.FromDays(2), now + Duration.FromDays(3)]
                ),
                now
            );
            var begun = Planned(cast.SaraAmal, cast.Sara, cast.Amal, now - Duration.FromMinutes(10));
            var planned = Planned(cast.BilalNida, cast.Bilal, cast.Nida, now + Duration.FromHours(3));
            db.AddRange(
                held,
                answer,
                offered,
                begun,
                planned,
                new OwnNote
                {
                    MeetingId = held.Id,
                    By = cast.Omar.Id,
                    Text = write("I was afraid to ask"),
                },
                new TalkingPoint
                {
                    MentorshipId = cast.SaraOmar.Id,
                    By = cast.Omar.Id,
                    Text = write("How to read an ECG"),
                    At = now,
                    TalkedAt = held.Id,
                },
                new TalkingPoint
                {
                    MentorshipId = cast.SaraOmar.Id,
                    By = cast.Omar.Id,
                    Text = write("Choosing a specialty"),
                    At = now,
                },
                new TalkingPoint
                {
                    MentorshipId = cast.SaraOmar.Id,
                    By = cast.Omar.Id,
                    Ready = "hard.quiet",
                    At = now,
                },
                new PhoneShare
                {
                    MentorshipId = cast.SaraOmar.Id,
                    PersonId = cast.Sara.Id,
                    At = now,
                },
                new TermDate
                {
                    Kind = TermDateKind.Exams,
                    Name = Both.Of(write("Winter exams")),
                    From = new(2026, 12, 1),
                    Until = new(2026, 12, 12),
                }
            );
            await db.SaveChangesAsync();
            (cast.Meeting, cast.HeldMeeting, cast.OthersMeeting) = (offered.Id, held.Id, planned.Id);

            static Meeting Meeting(Mentorship pair, Person by, Suggestion suggestion, Instant at) =>
                new(new(Ids.Source()), pair.Id, suggestion, by.Id, at);

            Meeting Planned(Mentorship pair, Person by, Person other, Instant at)
            {
                var meeting = Meeting(
                    pair,
                    by,
                    new(MeetingFormat.InPerson, write("Library"), null, null, [at]),
                    now - Duration.FromDays(2)
                );
                meeting.Take(at, other.Id, now - Duration.FromDays(1));
                return meeting;
            }
        });
}
