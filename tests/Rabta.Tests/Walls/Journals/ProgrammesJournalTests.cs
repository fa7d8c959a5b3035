using Microsoft.EntityFrameworkCore;
using Rabta.Importing.Storing;
using Rabta.Meetings.Telling;
using Rabta.People;
using Rabta.Platform.Access;
using Rabta.Platform.Language;
using Rabta.Programmes;
using Rabta.Programmes.Answering;
using Rabta.Programmes.Arranging;
using Rabta.Programmes.Asking;
using Rabta.Programmes.Enrolling;
using Rabta.Programmes.Leaving;
using Rabta.Tests.Importing.ReadingLists;
using Rabta.Tests.Worlds;

namespace Rabta.Tests.Walls.Journals;

public sealed class ProgrammesJournalTests
{
    [Theory, OnBoth]
    public async Task A_programme_that_is_opened_arranged_or_given_other_rules_stands_in_the_journal(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        Arrangement Said(string name, string rules) =>
            new(Both.Of(name), Both.Of("Purpose"), Several.Nothing, 12, 1, 4, 2, true, 21, Several.Nothing, null, null, Both.Of(rules));
        Func<ArrangeProgramme, Task<Refusal?>> Arrange(string rules) =>
            arrange => arrange.Run(cast.Programme.Id, Said("Hamqadam", rules), cast.Huda.Id, default);

        var rules = await world.Notes<ArrangeProgramme>("ground-rules.changed", cast.Programme.Id.Value, cast.Huda, Arrange("Be kind."));
        Assert.Equal("2", rules.After);
        await world.Notes<ArrangeProgramme>("programme.arranged", cast.Programme.Id.Value, cast.Huda, Arrange("Be kind."));
        var id = ProgrammeId.From(Rabta.Platform.Database.Ids.Source());
        var opened = await world.Notes<OpenProgramme>(
            "programme.opened",
            id.Value,
            cast.Huda,
            () => world.Use<ArrangeProgramme, Refusal?>(arrange => arrange.Run(id, Said("Rahnuma", "Be kind."), cast.Huda.Id, default))
        );
        Assert.Equal("Rahnuma", opened.After);
        Task Enrol() =>
            world.Use<Enrol, bool>(async enrol =>
            {
                await enrol.Run("Rahnuma", cast.Zara.Id, ProgrammeRole.Mentor, default);
                return true;
            });
        var enrolled = await world.Notes<Enrol>("person.enrolled", cast.Zara.Id.Value, null, Enrol);
        Assert.Equal("Mentor", enrolled.After);
        await world.NotesNothing(Enrol);
    }

    [Theory, OnBoth]
    public async Task A_mentor_who_closes_and_opens_and_a_person_who_comes_back_stand_in_the_journal(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        var part = await world.Ask(db => db.Enrolments.Where(e => e.PersonId == cast.Sara.Id).Select(e => e.Id).SingleAsync());
        await world.Ask(async db =>
        {
            (await db.Enrolments.SingleAsync(e => e.Id == cast.OmarsPart)).Leave(world.Clock.Now);
            return await db.SaveChangesAsync();
        });

        var sara = cast.Sara.Id;
        await world.Notes<TakeNoNew>("mentor.takes-no-new", sara.Value, cast.Sara, t => t.Run(part, true, sara, sara, default));
        await world.Notes<TakeNoNew>("mentor.takes-again", sara.Value, cast.Huda, t => t.Run(part, false, null, cast.Huda.Id, default));
        var back = await world.Notes<ComeBack>(
            "person.came-back",
            cast.Omar.Id.Value,
            cast.Huda,
            c => c.Run(cast.OmarsPart, cast.Huda.Id, default)
        );
        Assert.Equal("Mentee", back.After);
    }

    [Theory, OnBoth]
    public async Task A_question_that_is_settled_and_an_answer_that_is_corrected_stand_in_the_journal(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        await world.PutAnswers(cast);
        var question = await world.Ask(db => db.Questions.AsNoTracking().SingleAsync(q => !q.IsPrivate));
        var answer = await world.Ask(db => db.Answers.Where(a => a.QuestionId == question.Id).Select(a => a.Id).SingleAsync());

        var settled = await world.Notes<SettleQuestions>(
            "question.settled",
            question.Id.Value,
            cast.Huda,
            settle =>
                settle.Run(
                    cast.Programme.Id,
                    new Dictionary<QuestionId, Settled> { [question.Id] = new(question.Heading, Counts.MustEqual) },
                    cast.Huda.Id,
                    default
                )
        );
        Assert.Equal(("Alike", "MustEqual"), (settled.Before, settled.After));
        var corrected = await world.Notes<CorrectAnswers>(
            "person.corrected",
            cast.Omar.Id.Value,
            cast.Omar,
            async () => Assert.Null(await world.CorrectAnswers(cast.Omar, (answer, "Hockey")))
        );
        Assert.Equal((null, nameof(Corrected.Answers)), (corrected.Before, corrected.After));
    }

    [Theory, OnBoth]
    public async Task Lists_that_come_in_and_whom_they_add_stand_in_the_journal(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        Task Import(string name) =>
            world.Use<ImportPeople, ImportResult>(import =>
                import.Run("Hamqadam", Lists.Two("", $"Name,Email\n{name},{name}@x.pk\n"), false, cast.Huda.Id, default)
            );

        var imported = await world.Notes<ImportPeople>("people.imported", cast.Cohort.Id.Value, cast.Huda, () => Import("Hira"));
        Assert.Equal("new 1, updated 0, left out 0, mentors 0, mentees 1", imported.After);
        var added = await world.Notes<StorePeople>("person.added", null, cast.Huda, () => Import("Iqra"));
        Assert.Equal(await world.Ask(db => db.People.Where(p => p.Name == "Iqra").Select(p => p.Id.Value).SingleAsync()), added.Subject);
    }
}
