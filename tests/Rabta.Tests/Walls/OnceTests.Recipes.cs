using Microsoft.EntityFrameworkCore;
using Rabta.Mentorships;
using Rabta.Platform.Database;
using Rabta.Programmes;
using Rabta.Tests.Walls.Modules;
using Rabta.Tests.Worlds;

namespace Rabta.Tests.Walls;

public sealed partial class OnceTests
{
    /// <summary>
    /// What makes each form valid, in the order in which they can follow each other. A form that is not here makes the test red: give it a
    /// line.
    /// </summary>
    private static readonly Dictionary<string, (string, string)[]> Recipes = new()
    {
        ["remind"] = [],
        ["waive"] = [("reason", "Two cities")],
        ["remind-all"] = [],
        ["talk"] = [],
        ["accept"] = [],
        ["me"] = [("about", "Something new")],
        ["change"] = [("reason", "A quieter hour")],
        ["end"] = [("reason", "They asked")],
        ["programme"] = [("name-en", "Another name")],
        ["slip"] = [],
        ["device"] = [],
        ["password"] = [("new-password", "a long and quiet sentence")],
        ["change-pair"] = [("do", "Forbid")],
        ["undo"] = [],
        ["approve"] = [],
        ["test"] = [],
        ["publish"] = [],
        ["run-0"] = [("seed-0", "7")],
        ["run-1"] = [("seed-1", "7")],
        ["take-back"] = [],
        ["columns"] = [("act", "import")],
        ["questions"] = [],
        ["goal-write"] = [("text", "Speak once in every ward round")],
        ["goal-step"] = [],
        ["goal-change"] = [("text", "Pass Physiology the first time")],
        ["goal-comment"] = [("comment", "Half way")],
        ["goal-settle"] = [],
        ["goal-take"] = [("text", "In words of my own")],
        ["goal-not-now"] = [],
        ["goal-suggest"] = [("text", "Join the journal club")],
        ["meeting"] = [],
        ["times"] = [("day-1", "2026-11-10"), ("time-1", "11:00"), ("place", "Library")],
        ["came"] = [("outcome", "Held")],
        ["notes"] = [("shared", "One more line"), ("own", "Only mine")],
        ["point"] = [("point", "What to read first")],
        ["point-off"] = [],
        ["ready"] = [("ready", "study.viva")],
        ["phone"] = [],
        ["term"] = [("name-en", "Holiday"), ("from", "2026-11-20")],
        ["term-off"] = [],
        ["wish"] = [],
        ["wish-add"] = [],
        ["helps-best"] = [],
        ["request-back"] = [],
        ["ask"] = [("why", "You explain well")],
        ["request"] = [("line", "Gladly")],
        ["comfort"] = [("own-Religion", "Quiet")],
        ["recommend"] = [("mentee", "Omar"), ("mentor", "Bilal"), ("why", "They read the same books")],
        ["sort"] = [],
        ["recommendation-back"] = [],
        ["invite-off"] = [],
        ["invite"] = [("invite-name", "Tahira"), ("invite-address", "tahira@elsewhere.test")],
        ["trust-off"] = [],
        ["trust"] = [("trusted", "Nida")],
        ["correct"] = [("name", "As it is written")],
        ["out-everywhere"] = [],
        ["note"] = [("note-text", "Ask after his father")],
        ["note-off"] = [],
        ["institution"] = [("sender", "Mentoring office")],
        ["staff-invite"] = [("name", "Hina Malik"), ("address", "hina@college.test")],
        ["staff-off"] = [],
        ["away"] = [("away-until", "2026-12-24")],
        ["taking-part"] = [],
        ["no-new"] = [],
        ["stop"] = [("reason", "I move to Lahore")],
        ["hand-over"] = [("reason", "They asked")],
        ["leave"] = [("reason", "I move to Quetta")],
    };

    private static readonly Dictionary<string, (string, string)[]> WithModules = new(
        Recipes.Concat(WalledModule.All.SelectMany(m => m.Recipes))
    );

    /// <summary>Tried below, each by itself: what they need or leave behind does not go together with the others.</summary>
    private static readonly string[] ByThemselves = ["use", "out", "import", "merge", "merge-undo"];

    /// <summary>A world in which every form of every page can be sent with effect.</summary>
    private static async Task<Cast> PutForms(World world)
    {
        var cast = await Cast.In(world);
        // They are reminded.
        await world.PutNewPair(cast);
        await world.AskedAnew(cast);
        // First, as weeks pass by it and a round can be taken back only for minutes.
        await world.PutNotMet(cast);
        await world.PutRounds(cast);
        await world.PutDraft(cast);
        await world.PutAnswers(cast);
        await world.PutGoals(cast);
        await world.PutMeetings(cast);
        // Of two colleagues one is removed.
        await world.Put(
            new Rabta.People.Person("Hajra", "hajra@college.test")
            {
                Duties = Rabta.People.Duties.Coordinator,
                ConfirmedAt = world.Clock.Now,
            },
            cast.NoteOf(cast.Omar, world.Clock.Now)
        );
        // One suggestion is taken, the other is not.
        await world.Put(
            new Rabta.Goals.GoalSuggestion(new(Ids.Source()), cast.SaraOmar.Id, cast.Sara.Id, "See a theatre", null, world.Clock.Now)
        );
        // Zara waits for a mentor, and has wishes until she gets one.
        await world.PutWishes(cast);
        await world.PutRequests(cast);
        await world.PutRecommendations(cast);
        var (hira, asma) = (new Rabta.People.Person("Hira", null), new Rabta.People.Person("Asma", null));
        var other = new Enrolment
        {
            CohortId = cast.Cohort.Id,
            PersonId = asma.Id,
            Role = ProgrammeRole.Mentee,
        };
        var part = new Enrolment
        {
            CohortId = cast.Cohort.Id,
            PersonId = hira.Id,
            Role = ProgrammeRole.Mentee,
        };
        // Two who say the same: what one alone says is not shown to a mentor.
        var question = await world.Ask(db =>
            db.Set<Question>().Where(q => q.CohortId == cast.Cohort.Id && !q.IsPrivate).Select(q => q.Id).SingleAsync()
        );
        await world.Put(
            asma,
            other,
            new Answer
            {
                EnrolmentId = other.Id,
                QuestionId = question,
                Values = ["Research"],
            }
        );
        await world.Put(
            hira,
            part,
            new Answer
            {
                EnrolmentId = part.Id,
                QuestionId = question,
                Values = ["Research"],
            },
            new Rabta.Preferences.MentorRequest(new(Ids.Source()), cast.Cohort.Id, hira.Id, cast.Sara.Id, "You teach", world.Clock.Now)
        );
        return cast;
    }

    private static (string, string)[] Recipe(Seen page, string form) =>
        form switch
        {
            "device" => Oldest(page),
            "questions" => Another(page, "input[name^=ur-]"),
            "remind" or "talk" => Pressed(page, form),
            "approve" => First(page, "mentee"),
            "wish" => TakenOff(page),
            _ => WithModules[form],
        };
}
