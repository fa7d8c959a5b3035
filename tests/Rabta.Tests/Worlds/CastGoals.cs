using Microsoft.EntityFrameworkCore;
using Rabta.Goals;
using Rabta.Meetings;
using Rabta.Mentorships.Accepting;
using Rabta.Platform.Access;
using Rabta.Platform.Database;
using Rabta.Platform.Language;
using Rabta.Programmes;

namespace Rabta.Tests.Worlds;

/// <summary>Pairs that have begun, and what Omar wants to reach.</summary>
public static class CastGoals
{
    /// <summary>Sara and Omar accept the ground rules as they stand; Sara does so for Amal too.</summary>
    public static async Task Accepted(this World world, Cast cast)
    {
        var version = await world.Ask(db => db.GroundRules.Where(r => r.ProgrammeId == cast.Programme.Id).MaxAsync(r => r.Version));
        foreach (var person in new[] { cast.Sara, cast.Omar })
            Assert.Null(await world.Use<AcceptRules, Refusal?>(accept => accept.Run(cast.SaraOmar.Id, version, person.Id, default)));
    }

    /// <summary>
    /// They accepted once, and newer rules wait to be read: what opens by accepting is open, and the page that asks for it is there as
    /// well.
    /// </summary>
    public static async Task AskedAnew(this World world, Cast cast)
    {
        await world.Accepted(cast);
        await world.Put(new GroundRules(cast.Programme.Id, 2, Both.Of("Be kind.", "مہربان رہیں۔"), world.Clock.Now));
    }

    /// <summary>
    /// An open goal of Omar's with two steps and his word about it, a suggestion of Sara's that waits; and the same of Nida and Bilal,
    /// which is none of theirs.
    /// </summary>
    public static async Task PutGoals(this World world, Cast cast, Func<string, string>? letters = null)
    {
        var write = letters ?? (text => text);
        var now = world.Clock.Now;
        GoalId New() => new(Ids.Source());
        var goal = new Goal(
            New(),
            cast.SaraOmar.Id,
            cast.Omar.Id,
            write("Pass Physiology"),
            null,
            [write("Chapter four"), write("Past papers")],
            now
        );
        goal.Tick(0, write("Chapter four"), true, now);
        var other = new Goal(New(), cast.BilalNida.Id, cast.Nida.Id, write("Speak once"), null, [], now);
        await world.Put(goal, other);
        var suggestion = new GoalSuggestion(new(Ids.Source()), cast.SaraOmar.Id, cast.Sara.Id, write("Join the journal club"), null, now);
        var another = new GoalSuggestion(new(Ids.Source()), cast.BilalNida.Id, cast.Bilal.Id, write("See a theatre"), null, now);
        await world.Put(
            suggestion,
            another,
            new GoalComment
            {
                GoalId = goal.Id,
                By = cast.Omar.Id,
                Text = write("Half way"),
                At = now,
            }
        );
        (cast.Goal, cast.Suggestion, cast.OthersGoal, cast.OthersSuggestion) = (goal.Id, suggestion.Id, other.Id, another.Id);
    }
}
