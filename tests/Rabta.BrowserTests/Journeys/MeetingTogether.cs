using Microsoft.EntityFrameworkCore;
using Rabta.Goals;
using Rabta.Meetings;
using Talk = Rabta.Meetings.Texts;

namespace Rabta.BrowserTests.Journeys;

/// <summary>They have met: what they keep of it, and what they aim for.</summary>
internal static class MeetingTogether
{
    public static async Task Meet(Two two, string meeting)
    {
        var (journey, _, omar, sara) = two;
        var (world, at) = (journey.World, Two.At(10, 4, 17));
        world.Clock.Now = Two.At(10, 4, 17, 50);
        await sara.Tell(meeting, "Held");
        await sara.Page.Says(journey.Text<Talk>("closed.Held", two.OmarName, journey.When(at)));
        await omar.Page.Turn("/");
        await omar.Page.Says(journey.Text<Rabta.Goals.Texts>("next.goal.mentee"));
        await omar.OpenPair(two.Path);
        await omar.Page.Shows(journey.Text<Rabta.Meetings.Texts>("past.Held"));
        await omar.Page.Shows(journey.Text<Rabta.Meetings.Texts>("past.ConnectionFailed"));
        await omar.Page.Follow(meeting);
        await omar.Page.Says(journey.Text<Talk>("closed.Held", two.SaraName, journey.When(at)));
        await omar.Page.Shows(journey.Text<Talk>("points.talked"));
        await omar.Page.Shows(Said.Point);

        var all = await world.Ask(db => db.Meetings.AsNoTracking().ToListAsync());
        Assert.Equal(
            [(MeetingFormat.Online, null, false), (MeetingFormat.Phone, (MeetingFormat?)MeetingFormat.Phone, true)],
            all.OrderBy(m => m.WasHeld).Select(m => (m.Format, m.ActualFormat, m.WasHeld))
        );
        Assert.Equal((at, at), ((await two.Meetings()).FirstMetAt!.Value, (await two.Meetings()).LastMetAt!.Value));
    }

    /// <summary>One line for both; and Omar's own, which stands on no page of Sara's.</summary>
    public static async Task KeepNotes(Two two, params string[] meetings)
    {
        var (journey, cast, omar, sara) = two;
        await sara.Page.Type("shared", Said.Note);
        await sara.Page.Press("notes");
        await sara.Page.Kept("before", Said.Note);
        await omar.OpenPair(two.Path);
        await omar.Page.Shows(Said.Note);
        await omar.Page.Follow(meetings[^1]);
        await omar.Page.Holds("shared", Said.Note);
        await omar.Page.Type("own", Said.Own);
        await omar.Page.Press("notes");
        await omar.Page.Kept("own", Said.Own);
        Assert.Equal(
            (Said.Own, cast.Omar.Id),
            await journey.World.Ask(async db =>
            {
                var note = await db.OwnNotes.AsNoTracking().SingleAsync();
                return (note.Text, note.By);
            })
        );

        var read = await sara.ReadEverything(["/meet", "/goals", two.Path, $"{two.Path}/goal", $"{two.Path}/meet", .. meetings]);
        Assert.Contains(Said.Note, read, StringComparison.Ordinal);
        Assert.DoesNotContain(Said.Own, read, StringComparison.Ordinal);
    }

    public static async Task WriteGoals(Two two)
    {
        var (journey, _, omar, sara) = two;
        await omar.Begin();
        await omar.Page.At($"{two.Path}/goal$");
        await omar.Page.Type("text", Said.Goal);
        await omar.Page.Press("goal-write");
        await omar.Page.Says(Said.Goal);
        await Suggest(two);
        await sara.Page.Turn("/goals");
        await sara.Page.Shows(Said.InOwnWords);
        var goals = await journey.World.Ask(db => db.Goals.AsNoTracking().ToListAsync());
        Assert.Equal(new[] { Said.Goal, Said.InOwnWords }.Order(), goals.Select(g => g.Text).Order());
        Assert.All(goals, goal => Assert.Equal((two.Cast.Omar.Id, GoalState.Open), (goal.MenteeId, goal.State)));

        var taken = $"/goals/{goals.Single(g => g.Text == Said.InOwnWords).Id.Value}";
        await sara.Page.Follow(taken);
        await sara.Page.Says(Said.InOwnWords);
        await sara.Page.Type("comment", Said.Comment);
        await sara.Page.Press("goal-comment");
        await sara.Page.Shows(Said.Comment);
        await omar.Page.Turn("/goals");
        await omar.Page.Says(journey.Plural<Rabta.Goals.Texts>("goals.open", 2));
        await omar.Page.Follow(taken);
        await omar.Page.Shows(Said.Comment);
    }

    /// <summary>Sara suggests; it becomes a goal in Omar's words.</summary>
    private static async Task Suggest(Two two)
    {
        var (journey, _, omar, sara) = two;
        await sara.OpenPair(two.Path);
        await sara.Page.Shows(Said.Goal);
        await sara.Page.Follow($"{two.Path}/goal");
        await sara.Page.Type("text", Said.Suggested);
        await sara.Page.Press("goal-suggest");
        await sara.Page.At("/goals$");
        await sara.Page.Shows(journey.Text<Rabta.Goals.Texts>("suggestion.mine", Said.Suggested));

        await omar.Page.Turn("/");
        await omar.Page.Shows(journey.Text<Rabta.Goals.Texts>("suggestion.says", two.SaraName, Said.Suggested));
        await omar.Page.Locator("main a[href^='/suggestions/']").First.ClickAsync();
        await omar.Page.Says(journey.Text<Rabta.Goals.Texts>("take.title", two.SaraName));
        await omar.Page.Holds("text", Said.Suggested);
        await omar.Page.Type("text", Said.InOwnWords);
        await omar.Page.Tap("do", "take");
        await omar.Page.Says(Said.InOwnWords);
        var suggestion = await journey.World.Ask(db => db.GoalSuggestions.AsNoTracking().SingleAsync());
        Assert.True(suggestion.Taken);
    }
}
