using Microsoft.EntityFrameworkCore;
using Rabta.Programmes;

namespace Rabta.Tests.Worlds;

/// <summary>What Omar answered: one open question, one private; and whom he wished for.</summary>
public static class CastAnswers
{
    public static async Task PutAnswers(this World world, Cast cast, Func<string, string>? letters = null)
    {
        var write = letters ?? (text => text);
        var enrolment = await world.Ask(db => db.Enrolments.Where(e => e.PersonId == cast.Omar.Id).Select(e => e.Id).SingleAsync());
        var open = new Question
        {
            CohortId = cast.Cohort.Id,
            Heading = write("Interests"),
            Key = "interests",
            Counts = Counts.Alike,
        };
        var hidden = new Question
        {
            CohortId = cast.Cohort.Id,
            Heading = write("Faith"),
            Key = "faith",
            IsPrivate = true,
            Counts = Counts.Alike,
        };
        await world.Put(open, hidden);
        await world.Put(
            new Answer
            {
                EnrolmentId = enrolment,
                QuestionId = open.Id,
                Values = [write("Research"), write("Cricket")],
            },
            new Answer
            {
                EnrolmentId = enrolment,
                QuestionId = hidden.Id,
                PrivateValues = [write("Mine")],
            },
            new Wish
            {
                CohortId = cast.Cohort.Id,
                From = cast.Omar.Id,
                FromPart = Part.Mentee,
                To = cast.Sara.Id,
                Rank = 1,
            }
        );
    }
}
