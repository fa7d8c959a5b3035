using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rabta.Care.Reminding;
using Rabta.Goals;
using Rabta.Matches;
using Rabta.Meetings;
using Rabta.Mentorships;
using Rabta.Notifications;
using Rabta.Notifications.Sending;
using Rabta.People;
using Rabta.People.Noting;
using Rabta.Platform.Database;
using Rabta.Platform.Language;
using Rabta.Preferences;
using Rabta.Programmes;

namespace Rabta.Tests.Worlds;

/// <summary>
/// The cast with all that a page can show: every table holds a row. Bilal is mentor and mentee, as what stands twice does for him alone.
/// </summary>
public static class CastEverything
{
    /// <param name="mark">Behind every name, where the same stands twice in an institution.</param>
    public static async Task<Cast> PutEverything(this World world, string mark = "")
    {
        var cast = await Cast.In(world, mark);
        await world.AskedAnew(cast);
        await world.PutNotMet(cast);
        await world.PutRounds(cast);
        await world.PutDraft(cast);
        await world.PutAnswers(cast);
        await world.PutGoals(cast);
        await world.PutMeetings(cast);
        await world.PutWishes(cast);
        await world.PutRequests(cast);
        await world.PutRecommendations(cast);
        var both = new Mentorship(cast.Programme.Id, cast.Cohort.Id, cast.Sara.Id, cast.Bilal.Id, [], null, world.Clock.Now);
        await world.Put(
            new Enrolment
            {
                CohortId = cast.Cohort.Id,
                PersonId = cast.Bilal.Id,
                Role = ProgrammeRole.Mentee,
            },
            both
        );
        await world.Put(
            new GoalSuggestion(new(Ids.Source()), both.Id, cast.Sara.Id, "Read a poem", null, world.Clock.Now),
            new GoalSuggestion(new(Ids.Source()), cast.BilalNida.Id, cast.Bilal.Id, "See a play", null, world.Clock.Now)
        );
        await world.Accept(cast, both, cast.Sara, cast.Bilal);
        await world.PutTexts(cast, both);
        using var phone = await world.SignIn(cast.Omar);
        return cast;
    }

    public static StaffNote NoteOf(this Cast cast, Person person, Instant at) =>
        new()
        {
            PersonId = person.Id,
            Text = "Talk to the dean first",
            By = cast.Huda.Id,
            At = at,
        };

    /// <summary>What people wrote that no other part of the cast has.</summary>
    private static async Task PutTexts(this World world, Cast cast, Mentorship both)
    {
        var now = world.Clock.Now;
        await world.Put(cast.NoteOf(cast.Omar, now));
        await world.Put(
            new Notice
            {
                PersonId = cast.Omar.Id,
                Kind = AddressNews.Gone.Key,
                Path = "/",
                To = "omar@before.test",
                MadeAt = now,
                NotBefore = now,
                DeliveryStatus = DeliveryStatus.Sent,
            }
        );
        var question = await world.Ask(db =>
            db.Questions.Where(q => q.CohortId == cast.Cohort.Id && !q.IsPrivate).Select(q => q.Id).FirstAsync()
        );
        await world.ChangeMeetings(cast.BilalNida, meetings => meetings.Waive(cast.Huda.Id, "Two cities", now));
        await world.Put(
            new ChangeRequest
            {
                MentorshipId = cast.SaraOmar.Id,
                By = cast.Omar.Id,
                Reason = "We never find an hour",
                At = now,
            },
            new Meeting(
                new(Ids.Source()),
                both.Id,
                new(MeetingFormat.Online, null, CastMeetings.Zoom, "From home", [now + Duration.FromDays(1)]),
                cast.Sara.Id,
                now
            ),
            new Reminder
            {
                PersonId = cast.Nida.Id,
                MentorshipId = cast.BilalNida.Id,
                About = Waits.NotMet,
                By = cast.Huda.Id,
                At = now,
            },
            new RecommenderInvitation
            {
                CohortId = cast.Cohort.Id,
                PersonId = cast.Amal.Id,
                By = cast.Huda.Id,
                Message = "You know them both",
                At = now,
            },
            new PrivatePreference
            {
                CohortId = cast.Cohort.Id,
                PersonId = cast.Omar.Id,
                Aspect = Aspect.Religion,
                Strength = Strength.Preferred,
                Wanted = ["Sufi"],
            },
            new HelpsBest
            {
                CohortId = cast.Cohort.Id,
                MentorId = cast.Sara.Id,
                QuestionId = question,
                Values = ["research"],
            }
        );
        await world.Do(async get =>
        {
            var db = (RabtaDb)get.GetService(typeof(RabtaDb))!;
            var pair = await db.RoundPairs.FirstAsync(p => p.RoundId == cast.Round);
            db.Entry(pair).Property(p => p.Why).CurrentValue =
            [
                .. pair.Why,
                new Reason(ReasonKind.Shared, Both.Of("Interests"), ["Chess"]),
            ];
            var mentorship = await db.Mentorships.SingleAsync(m => m.Id == both.Id);
            db.Entry(mentorship).Property(m => m.Facilitator).CurrentValue = "Tahira Aslam";
            await db.SaveChangesAsync();
        });
    }
}
