using NodaTime;
using Rabta.Mentorships;
using Rabta.Platform.Access;
using Rabta.Platform.Database;
using Rabta.Platform.Institutions;

namespace Rabta.Goals;

public readonly record struct GoalId(Guid Value) : IId<GoalId>
{
    public static GoalId From(Guid value) => new(value);
}

public enum GoalState
{
    Open,
    Done,
    PutAside,
}

/// <summary>A small part of a goal, ticked off by the one whose goal it is.</summary>
public sealed record Step(string Text, bool Done);

/// <summary>What a mentee wants to reach. It belongs to the mentee, also after the mentorship it was written in has ended.</summary>
[SeenBy(Audience.Partner)]
public sealed class Goal : IBelongToInstitution
{
    public const int Longest = 300,
        LongestStep = 200,
        MostSteps = 20;

    private Goal() { }

    public Goal(GoalId id, MentorshipId mentorship, PersonId mentee, string text, LocalDate? by, IEnumerable<string> steps, Instant now)
    {
        (Id, MentorshipId, MenteeId, WrittenAt) = (id, mentorship, mentee, now);
        Change(text, by, steps, now);
    }

    public GoalId Id { get; private set; }
    public InstitutionId InstitutionId { get; private set; }
    public MentorshipId MentorshipId { get; private set; }
    public PersonId MenteeId { get; private set; }

    [SeenBy(Audience.Partner)]
    public string Text { get; private set; } = "";

    /// <summary>The day it should be reached by, if there is one.</summary>
    public LocalDate? By { get; private set; }

    [SeenBy(Audience.Partner)]
    public List<Step> Steps { get; private set; } = [];

    [SeenBy(Audience.Partner)]
    public GoalState State { get; private set; }
    public Instant WrittenAt { get; private set; }
    public Instant ChangedAt { get; private set; }

    public int StepsDone => Steps.Count(s => s.Done);
    public Step? Next => Steps.FirstOrDefault(s => !s.Done);

    /// <summary>A step whose words stay keeps its tick, wherever it stands now.</summary>
    public void Change(string text, LocalDate? by, IEnumerable<string> steps, Instant now)
    {
        var left = Steps.ToList();
        (Text, By, ChangedAt) = (text, by, now);
        Steps = [.. steps.Select(Kept)];

        Step Kept(string line)
        {
            if (left.Find(s => s.Text == line) is not { } same)
                return new(line, false);
            left.Remove(same);
            return same;
        }
    }

    /// <summary>The form sends the words of the step as well as its place, so that an old page does not tick another step.</summary>
    public Refusal? Tick(int index, string text, bool done, Instant now)
    {
        if (index < 0 || index >= Steps.Count || Steps[index].Text != text)
            return new("step.changed");
        if (Steps[index].Done == done)
            return null;
        Steps = [.. Steps.Select((step, i) => i == index ? step with { Done = done } : step)];
        ChangedAt = now;
        return null;
    }

    public void Settle(GoalState state, Instant now) => (State, ChangedAt) = (state, now);
}
