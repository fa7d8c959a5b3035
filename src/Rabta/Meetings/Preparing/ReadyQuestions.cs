namespace Rabta.Meetings.Preparing;

/// <summary>
/// Questions that are ready to send, by situation: a first sentence for people too shy to write one. Texts: <c>ready.{name}</c>.
/// </summary>
public static class ReadyQuestions
{
    public static readonly IReadOnlyList<(string Situation, IReadOnlyList<string> Names)> All =
    [
        ("begin", ["begin.day", "begin.wish", "begin.expect"]),
        ("study", ["study.viva", "study.behind", "study.time"]),
        ("way", ["way.specialty", "way.research", "way.elective"]),
        ("hard", ["hard.tired", "hard.quiet", "hard.home"]),
    ];

    public static bool Has(string? name) => name is not null && All.Any(s => s.Names.Contains(name));
}
