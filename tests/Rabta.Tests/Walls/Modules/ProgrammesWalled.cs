using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Rabta.People;
using Rabta.Platform.Database;
using Rabta.Programmes;
using Rabta.Tests.Worlds;

namespace Rabta.Tests.Walls.Modules;

public sealed class ProgrammesWalled : WalledModule
{
    public override IEnumerable<(string Canary, PropertyInfo Field)> Canaries =>
        [In<Answer>("CanaryAnswer", a => a.Values), In<Answer>("CanaryPrivate", a => a.PrivateValues)];

    public override async Task Fill(RabtaDb db, World world, Cast cast, Person omar)
    {
        var enrolment = await db.Enrolments.Where(e => e.PersonId == omar.Id).Select(e => e.Id).SingleAsync();
        var (open, hidden) = (Question("Interests", false), Question("Faith", true));
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

        Question Question(string heading, bool isPrivate) =>
            new()
            {
                CohortId = cast.Cohort.Id,
                Heading = Both.Of(heading),
                Key = heading.ToLowerInvariant(),
                IsPrivate = isPrivate,
                Counts = Counts.Alike,
            };
    }
}
