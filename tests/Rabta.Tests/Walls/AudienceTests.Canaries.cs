using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Rabta.Goals;
using Rabta.Meetings;
using Rabta.Mentorships;
using Rabta.People;
using Rabta.Platform.Access;
using Rabta.Platform.Database;
using Rabta.Platform.Language;
using Rabta.Preferences;
using Rabta.Programmes;
using Rabta.Tests.Worlds;

namespace Rabta.Tests.Walls;

public sealed partial class AudienceTests
{
    private static Task FillZara(World world, Cast cast, Shown shown) =>
        world.Do(async get =>
        {
            var db = (RabtaDb)get.GetService(typeof(RabtaDb))!;
            var zara = await db.People.SingleAsync(p => p.Id == cast.Zara.Id);
            (zara.Name, zara.Names, zara.Number, zara.Phone, zara.About, zara.Hopes, zara.Shown) = (
                "ZaraName",
                Several.Nothing,
                "ZaraNumber",
                "ZaraPhone",
                "ZaraAbout",
                "ZaraHopes",
                shown
            );
            var enrolment = await db.Enrolments.Where(e => e.PersonId == zara.Id).Select(e => e.Id).SingleAsync();
            var (open, hidden) = (
                new Question
                {
                    CohortId = cast.Cohort.Id,
                    Heading = Both.Of("Interests"),
                    Key = "interests",
                    Counts = Counts.Alike,
                },
                new Question
                {
                    CohortId = cast.Cohort.Id,
                    Heading = Both.Of("Faith"),
                    Key = "faith",
                    IsPrivate = true,
                    Counts = Counts.Alike,
                }
            );
            var bilal = await db.Enrolments.Where(e => e.PersonId == cast.Bilal.Id).Select(e => e.Id).SingleAsync();
            var own = new Question
            {
                CohortId = cast.Cohort.Id,
                Heading = Both.Of("Own"),
                Key = Aspects.OwnKey(Aspect.Religion),
                IsPrivate = true,
            };
            db.AddRange(
                own,
                new Answer
                {
                    EnrolmentId = enrolment,
                    QuestionId = own.Id,
                    PrivateValues = ["ZaraIs"],
                }
            );
            db.AddRange(
                open,
                hidden,
                new Answer
                {
                    EnrolmentId = enrolment,
                    QuestionId = open.Id,
                    Values = ["ZaraOpen"],
                },
                new Answer
                {
                    EnrolmentId = enrolment,
                    QuestionId = hidden.Id,
                    PrivateValues = ["ZaraFaith"],
                },
                new Comfort
                {
                    CohortId = cast.Cohort.Id,
                    PersonId = zara.Id,
                    Aspect = Aspect.Religion,
                    Strength = Strength.Rather,
                    LikeMe = true,
                    Wanted = ["ZaraWants"],
                },
                new Comfort
                {
                    CohortId = cast.Cohort.Id,
                    PersonId = cast.Bilal.Id,
                    Aspect = Aspect.Religion,
                    Strength = Strength.Need,
                    Wanted = ["zarais"],
                },
                new Recommendation
                {
                    CohortId = cast.Cohort.Id,
                    MenteeId = zara.Id,
                    MentorId = cast.Bilal.Id,
                    By = "Tahira",
                    Why = "ZaraRecommended",
                },
                new Answer
                {
                    EnrolmentId = bilal,
                    QuestionId = open.Id,
                    Values = ["Another"],
                },
                new Answer
                {
                    EnrolmentId = bilal,
                    QuestionId = hidden.Id,
                    PrivateValues = ["zarafaith"],
                }
            );
            await db.SaveChangesAsync();
        });

    private static readonly (string Canary, PropertyInfo Field)[] Canaries =
    [
        ("CanaryName", Of<Person>(nameof(Person.Name))),
        ("CanaryUrdu", Of<Person>(nameof(Person.Names))),
        ("canaryaddress", Of<Person>(nameof(Person.Address))),
        ("CanaryNumber", Of<Person>(nameof(Person.Number))),
        ("CanaryPhone", Of<Person>(nameof(Person.Phone))),
        ("CanaryAbout", Of<Person>(nameof(Person.About))),
        ("CanaryHopes", Of<Person>(nameof(Person.Hopes))),
        ("CanaryAnswer", Of<Answer>(nameof(Answer.Values))),
        ("CanaryPrivate", Of<Answer>(nameof(Answer.PrivateValues))),
        ("CanaryReason", Of<ChangeRequest>(nameof(ChangeRequest.Reason))),
        ("CanaryGoal", Of<Goal>(nameof(Goal.Text))),
        ("CanaryStep", Of<Goal>(nameof(Goal.Steps))),
        ("CanarySuggestion", Of<GoalSuggestion>(nameof(GoalSuggestion.Text))),
        ("CanaryComment", Of<GoalComment>(nameof(GoalComment.Text))),
        ("CanaryPlace", Of<Meeting>(nameof(Meeting.Place))),
        ("CanaryLine", Of<Meeting>(nameof(Meeting.Line))),
        ("canarylink", Of<Meeting>(nameof(Meeting.Link))),
        ("CanaryShared", Of<Meeting>(nameof(Meeting.SharedNote))),
        ("CanaryOwnNote", Of<OwnNote>(nameof(OwnNote.Text))),
        ("CanaryPoint", Of<TalkingPoint>(nameof(TalkingPoint.Text))),
        ("CanaryWaiver", Of<PairMeetings>(nameof(PairMeetings.WaiverReason))),
    ];

    private static Task Fill(World world, Cast cast) =>
        world.Do(async get =>
        {
            var db = (RabtaDb)get.GetService(typeof(RabtaDb))!;
            var omar = await db.People.SingleAsync(p => p.Id == cast.Omar.Id);
            (omar.Name, omar.Names, omar.Number, omar.Phone, omar.About, omar.Hopes) = (
                "CanaryName",
                Both.Urdu("CanaryUrdu"),
                "CanaryNumber",
                "CanaryPhone",
                "CanaryAbout",
                "CanaryHopes"
            );
            omar.MoveTo("canaryaddress@college.test");
            var enrolment = await db.Enrolments.Where(e => e.PersonId == omar.Id).Select(e => e.Id).SingleAsync();
            var (open, hidden) = (
                new Question
                {
                    CohortId = cast.Cohort.Id,
                    Heading = Both.Of("Interests"),
                    Key = "interests",
                    Counts = Counts.Alike,
                },
                new Question
                {
                    CohortId = cast.Cohort.Id,
                    Heading = Both.Of("Faith"),
                    Key = "faith",
                    IsPrivate = true,
                    Counts = Counts.Alike,
                }
            );
            db.AddRange(
                open,
                hidden,
                new Answer
                {
                    EnrolmentId = enrolment,
                    QuestionId = open.Id,
                    Values = ["CanaryAnswer"],
                },
                new Answer
                {
                    EnrolmentId = enrolment,
                    QuestionId = hidden.Id,
                    PrivateValues = ["CanaryPrivate"],
                }
            );
            db.Add(
                new ChangeRequest
                {
                    MentorshipId = cast.SaraOmar.Id,
                    By = omar.Id,
                    Reason = "CanaryReason",
                    At = world.Clock.Now,
                }
            );
            var goal = new Goal(new(Ids.Source()), cast.SaraOmar.Id, omar.Id, "CanaryGoal", null, ["CanaryStep"], world.Clock.Now);
            db.AddRange(
                goal,
                new GoalComment
                {
                    GoalId = goal.Id,
                    By = omar.Id,
                    Text = "CanaryComment",
                    At = world.Clock.Now,
                },
                new GoalSuggestion(new(Ids.Source()), cast.SaraOmar.Id, cast.Sara.Id, "CanarySuggestion", null, world.Clock.Now)
            );
            var now = world.Clock.Now;
            var held = new Meeting(
                new(Ids.Source()),
                cast.SaraOmar.Id,
                new(Mode.InPerson, "CanaryPlace", null, null, [now - NodaTime.Duration.FromDays(1)]),
                omar.Id,
                now
            );
            held.Take(held.Times[0], cast.Sara.Id, now);
            held.Told(
                [
                    new MeetingAnswer
                    {
                        MeetingId = held.Id,
                        By = omar.Id,
                        Outcome = Outcome.Held,
                    },
                ],
                omar.Id,
                now
            );
            held.Note("CanaryShared", omar.Id);
            held.FollowedAt = now;
            var next = new Meeting(
                new(Ids.Source()),
                cast.SaraOmar.Id,
                new(Mode.Online, null, "https://canarylink.example/x", "CanaryLine", [now + NodaTime.Duration.FromDays(1)]),
                omar.Id,
                now
            );
            db.AddRange(
                held,
                next,
                new OwnNote
                {
                    MeetingId = held.Id,
                    By = omar.Id,
                    Text = "CanaryOwnNote",
                },
                new TalkingPoint
                {
                    MentorshipId = cast.SaraOmar.Id,
                    By = omar.Id,
                    Text = "CanaryPoint",
                    At = now,
                }
            );
            (await db.KeepMeetingsOf(cast.SaraOmar.Id, default)).Waive(cast.Huda.Id, "CanaryWaiver", world.Clock.Now);
            await db.SaveChangesAsync();
        });
}
