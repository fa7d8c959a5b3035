using Microsoft.EntityFrameworkCore;
using Rabta.People;
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
                new PrivatePreference
                {
                    CohortId = cast.Cohort.Id,
                    PersonId = zara.Id,
                    Aspect = Aspect.Religion,
                    Strength = Strength.Preferred,
                    LikeMe = true,
                    Wanted = ["ZaraWants"],
                },
                new PrivatePreference
                {
                    CohortId = cast.Cohort.Id,
                    PersonId = cast.Bilal.Id,
                    Aspect = Aspect.Religion,
                    Strength = Strength.Required,
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
}
