using NodaTime;
using Rabta.Platform.Access;
using Rabta.Platform.Language;

namespace Rabta.Goals;

/// <summary>A goal as it was typed: nothing is read or refused before someone asks.</summary>
/// <param name="By">A day as browsers send it, or nothing.</param>
/// <param name="Steps">One a line.</param>
public sealed record GoalWords(string? Text, string? By = null, string? Steps = null)
{
    public static GoalWords From(IFormCollection form) => new(form["text"], form["by"], form["steps"]);

    /// <summary>The goal on one line.</summary>
    public string Goal { get; } = OneLine(Text);

    public LocalDate? Day { get; } = Dates.Read(By);

    public IReadOnlyList<string> Lines { get; } = [.. (Steps ?? "").Split('\n').Select(OneLine).Where(l => l.Length > 0)];

    /// <param name="kept">The day it has already: a day that has passed meanwhile may stay.</param>
    public Refusal? Wrong(LocalDate today, LocalDate? kept = null)
    {
        if (Goal.Length == 0)
            return new("goal.no-text");
        if (Goal.Length > Goals.Goal.Longest)
            return new("goal.too-long", Goals.Goal.Longest);
        if (Day is null && !string.IsNullOrWhiteSpace(By))
            return new("goal.date-unread");
        if (Day is { } day && day != kept && day < today)
            return new("goal.date-past");
        if (Lines.Count > Goals.Goal.MostSteps)
            return new("goal.too-many-steps", Goals.Goal.MostSteps);
        return Lines.Any(l => l.Length > Goals.Goal.LongestStep) ? new("goal.step-too-long", Goals.Goal.LongestStep) : null;
    }

    private static string OneLine(string? text) =>
        string.Join(' ', (text ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
