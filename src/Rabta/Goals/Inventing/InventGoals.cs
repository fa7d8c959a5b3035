using NodaTime;
using Rabta.Mentorships;
using Rabta.Mentorships.Inventing;
using Rabta.Platform.Database;
using Rabta.Programmes.Inventing;

namespace Rabta.Goals.Inventing;

/// <summary>What some of the invented pairs work towards, as their meetings tell.</summary>
public sealed class InventGoals(RabtaDb db, InventPairs pairs) : IInvent
{
    private InventedCollege _college = null!;
    private Instant _now;

    public int Order => 500;

    public Task Run(InventedCollege college, CancellationToken stop)
    {
        (_college, _now) = (college, college.Now);
        foreach (var (i, pair) in pairs.All.Index())
            if (pair.BothAcceptedAt is not null)
                Goals(pair, i);
        return Task.CompletedTask;
    }

    private void Goals(Mentorship pair, int i)
    {
        switch (i)
        {
            case 0:
                Story(pair);
                break;
            case 2 or 3:
                break;
            case 4:
                Goal(pair, "Publish one case report", 40);
                break;
            case var _ when i % 8 == 2:
                Goal(pair, "Choose an elective", 60);
                break;
            case var _ when i % 8 == 6:
                Goal(pair, "Write one page a day", null);
                break;
            case var _ when i % 8 is 0 or 3 or 7:
                Goal(pair, "Present one paper", 30);
                break;
            default:
                break;
        }
    }

    // The pair one signs in as: two goals, one with steps and one with a comment, and a suggestion.
    private void Story(Mentorship pair)
    {
        var goal = Goal(
            pair,
            "Pass Physiology the first time",
            20,
            "Chapter four",
            "Chapter five",
            "Past papers",
            "One viva with a friend"
        );
        foreach (var step in goal.Steps.Take(2).ToList())
            goal.Tick(goal.Steps.IndexOf(step), step.Text, true, _now);
        db.Add(
            new GoalComment
            {
                GoalId = Goal(pair, "Speak once in every ward round", null).Id,
                By = pair.MenteeId,
                Text = "I asked about the ECG.",
                At = _now - Duration.FromDays(4),
            }
        );
        db.Add(
            new GoalSuggestion(
                Ids.New<GoalSuggestionId>(),
                pair.Id,
                pair.MentorId,
                "Come to the journal club once",
                null,
                _now - Duration.FromDays(1)
            )
        );
    }

    private Goal Goal(Mentorship pair, string text, int? inDays, params string[] steps)
    {
        var goal = new Goal(
            Ids.New<GoalId>(),
            pair.Id,
            pair.MenteeId,
            text,
            inDays is { } days ? _college.Day(days) : null,
            steps,
            _now - Duration.FromDays(5)
        );
        db.Add(goal);
        return goal;
    }
}
