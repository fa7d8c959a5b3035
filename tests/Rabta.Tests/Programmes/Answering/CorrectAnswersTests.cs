using Microsoft.EntityFrameworkCore;
using Rabta.Importing.Storing;
using Rabta.People;
using Rabta.Platform.Access;
using Rabta.Platform.Language;
using Rabta.Preferences;
using Rabta.Programmes;
using Rabta.Programmes.Answering;
using Rabta.Tests.Importing.ReadingLists;
using Rabta.Tests.Matches;
using Rabta.Tests.Walls;
using Rabta.Tests.Worlds;

namespace Rabta.Tests.Programmes.Answering;

public sealed class CorrectAnswersTests
{
    [Theory, OnBoth]
    public async Task Several_answers_are_parted_by_semicolons_of_either_script_or_lines(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        await world.PutAnswers(cast);
        var (open, hidden) = (await Answer(world, isPrivate: false), await Answer(world, isPrivate: true));

        Assert.Null(await Correct(world, cast.Omar, (open, " Art ; Music؛ Chess\n;"), (hidden, "Mine; Other")));

        var (kept, own) = (await Answer(world, isPrivate: false), await Answer(world, isPrivate: true));
        Assert.Equal(["Art", "Music", "Chess"], kept.Values);
        Assert.Equal(["Mine", "Other"], own.PrivateValues);
        Assert.Empty(kept.PrivateValues);
        Assert.Empty(own.Values);
        Assert.Equal(Corrected.Answers, await Marked(world, cast.Omar));
    }

    [Theory, OnBoth]
    public async Task The_same_again_marks_nothing(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        await world.PutAnswers(cast);
        var before = await Fingerprint.Of(world);

        Assert.Null(
            await Correct(
                world,
                cast.Omar,
                (await Answer(world, isPrivate: false), "Research; Cricket"),
                (await Answer(world, isPrivate: true), "Mine")
            )
        );

        Assert.Equal(before, await Fingerprint.Of(world));
    }

    [Theory, OnBoth]
    public async Task Nobody_corrects_what_another_answered(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        await world.PutAnswers(cast);
        var before = await Fingerprint.Of(world);

        Assert.Null(await Correct(world, cast.Nida, (await Answer(world, isPrivate: false), "Hers")));

        Assert.Equal(before, await Fingerprint.Of(world));
    }

    [Theory, OnBoth]
    public async Task A_later_list_leaves_corrected_answers_alone(Engine on)
    {
        await using var world = await World.On(on);
        await Import(world, "Research");
        var hira = await world.Ask(db => db.People.SingleAsync(p => p.Name == "Hira"));
        var answer = await world.Ask(db => db.Answers.AsNoTracking().SingleAsync());
        Assert.Null(await Correct(world, hira, (answer, "Chess")));

        var imported = await Import(world, "Cricket");

        Assert.Equal(Corrected.Answers, Assert.Single(imported.KeptTheirOwn).Fields);
        Assert.Equal(["Chess"], await world.Ask(db => db.Answers.Select(a => a.Values).SingleAsync()));
    }

    [Theory, OnBoth]
    public async Task Ones_own_answers_are_shown_to_oneself_sorted_and_nobody_elses(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        await world.PutAnswers(cast);
        await world.Answer(cast, "Art", false, Counts.Never, (cast.Omar, "Drawing"), (cast.Nida, "Singing"));
        await world.Answer(cast, "COMFORT.Religion", true, Counts.Never, (cast.Omar, "Quiet"));

        var mine = await world.Use<SeeMyAnswers, IReadOnlyList<MyAnswer>>(see => see.Run(cast.Omar.Id, default));

        Assert.Equal(["Art", "Faith", "Interests"], mine.Select(a => a.Heading));
        Assert.Equal(["Drawing", "Mine", "Research;Cricket"], mine.Select(a => string.Join(';', a.Values)));
        Assert.Equal([false, true, false], mine.Select(a => a.IsPrivate));
    }

    [Theory, OnBoth]
    public async Task The_page_corrects_one_and_leaves_the_others(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        await world.PutAnswers(cast);
        var open = await Answer(world, isPrivate: false);
        using var omar = await world.SignIn(cast.Omar);

        var page = await omar.Open("/me");
        Assert.Equal("Research; Cricket", page.Page.QuerySelector($"[name=a-{open.Id.Value:N}]")!.GetAttribute("value"));
        await omar.Send(page, "me", ($"a-{open.Id.Value:N}", "Chess"));

        Assert.Equal(["Chess"], (await Answer(world, isPrivate: false)).Values);
        Assert.Equal(["Mine"], (await Answer(world, isPrivate: true)).PrivateValues);
    }

    private static Task<Answer> Answer(World world, bool isPrivate) =>
        world.Ask(db =>
        {
            var questions = db.Questions;
            return db.Answers.AsNoTracking().SingleAsync(a => questions.Any(q => q.Id == a.QuestionId && q.IsPrivate == isPrivate));
        });

    private static Task<Corrected> Marked(World world, Person person) =>
        world.Ask(db => db.People.Where(p => p.Id == person.Id).Select(p => p.Corrected).SingleAsync());

    private static Task<Refusal?> Correct(World world, Person me, params (Answer Answer, string Typed)[] typed) =>
        world.CorrectAnswers(me, [.. typed.Select(t => (t.Answer.Id, t.Typed))]);

    private static Task<ImportResult> Import(World world, string answer) =>
        world.Use<ImportPeople, ImportResult>(import =>
            import.Run("Hamqadam", Lists.Two("", $"Name,Email,Interests\nHira,hira@x.pk,{answer}\n"), false, null, default)
        );
}
