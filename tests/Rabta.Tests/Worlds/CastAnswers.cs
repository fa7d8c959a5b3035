using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Primitives;
using Rabta.People;
using Rabta.People.Correcting;
using Rabta.Platform.Access;
using Rabta.Platform.Language;
using Rabta.Preferences;
using Rabta.Programmes;
using Rabta.Programmes.Answering;

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
            Heading = Both.Of(write("Interests")),
            Key = "interests",
            Counts = Counts.Alike,
        };
        var hidden = new Question
        {
            CohortId = cast.Cohort.Id,
            Heading = Both.Of(write("Faith")),
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
                FromRole = ProgrammeRole.Mentee,
                To = cast.Sara.Id,
                Rank = 1,
            }
        );
    }

    /// <summary>The person corrects answers on the page about them, and leaves all else as it is.</summary>
    public static async Task<Refusal?> CorrectAnswers(this World world, Person me, params (AnswerId Answer, string Typed)[] typed)
    {
        var now = await world.Ask(db => db.People.AsNoTracking().SingleAsync(p => p.Id == me.Id));
        var fields = new FormCollection(
            typed.ToDictionary(t => Rabta.Programmes.Answering.CorrectAnswers.FieldOf(t.Answer), t => new StringValues(t.Typed))
        );
        return await world.Use<CorrectMyself, Refusal?>(correct =>
            correct.Run(
                me.Id,
                new(now.Name, now.Names, now.Phone, now.About, now.Hopes, now.Shown, now.Language, now.Zone, fields),
                default
            )
        );
    }
}
