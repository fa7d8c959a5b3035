using NodaTime;
using Rabta.People;
using Rabta.Platform.Language;

namespace Rabta.Programmes.Inventing;

/// <summary>Margalla Medical College, which does not exist: what the parts of the demo have put into it so far.</summary>
public sealed class InventedCollege(Instant now, DateTimeZone zone)
{
    /// <summary>The heading of a question that others refer to.</summary>
    public static readonly Several Languages = Several.Of(("en", "Languages"), ("ur", "زبانیں"));

    /// <summary>When the college is invented: whatever happened in it lies before.</summary>
    public Instant Now { get; } = now;
    public Programme Programme { get; internal set; } = null!;
    public Cohort Cohort { get; internal set; } = null!;
    public Person Coordinator { get; internal set; } = null!;
    public IReadOnlyList<Person> Mentors { get; internal set; } = [];
    public IReadOnlyList<Person> Mentees { get; internal set; } = [];

    /// <summary>Whose sign-in links <c>rabta demo</c> prints.</summary>
    public List<InventedVisitor> Visitors { get; } = [];

    /// <summary>Thrown in the order of the parts, so that the college is the same at every start.</summary>
    public Random Dice { get; } = new(20261124);

    public T Pick<T>(params T[] from) => from[Dice.Next(from.Length)];

    /// <summary>Each of them with one chance in three, but never none.</summary>
    public string[] Some(params string[] from) => [.. from.Where(_ => Dice.Next(3) == 0).DefaultIfEmpty(Pick(from))];

    public LocalDate Day(int inDays) => Now.InZone(zone).Date.PlusDays(inDays);

    public Instant At(int inDays, int hour, int minute) => (Day(inDays) + new LocalTime(hour, minute)).InZoneLeniently(zone).ToInstant();
}

/// <summary>Somebody as whom one can look at the demo.</summary>
/// <param name="Key">The text that says who it is.</param>
/// <param name="Texts">The module that has the text.</param>
public sealed record InventedVisitor(string Key, Person Person, Type Texts);

/// <summary>A module's part of the demo: what the invented college holds of the module's own.</summary>
/// <remarks>
/// Parts follow each other in order, and each is saved before the next. A part leaves alone what lower modules own.
/// </remarks>
public interface IInvent
{
    /// <summary>People 100, pairs 200, what they wish 300, meetings 400, goals 500, the first round 900.</summary>
    int Order { get; }

    Task Run(InventedCollege college, CancellationToken stop);
}
