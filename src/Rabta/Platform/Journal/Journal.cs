using NodaTime;
using Rabta.Platform.Access;
using Rabta.Platform.Database;

namespace Rabta.Platform.Journal;

/// <summary>Writes down what happened, in the write in which it happens. The line is stored when the write is committed.</summary>
public sealed class JournalOf(RabtaDb db, IClock clock)
{
    /// <param name="subject">
    /// The thing that it happened to. For a person there is another method: a person stands here under a pseudonym.
    /// </param>
    /// <param name="by">Who did it; nobody where the machine itself acted.</param>
    /// <exception cref="InvalidOperationException">No write is open.</exception>
    public void Note(
        JournalKind what,
        Guid subject,
        PersonId? by,
        string? why = null,
        string? before = null,
        string? after = null,
        PersonId? onBehalfOf = null
    ) =>
        Note(
            new JournalLine(what, by)
            {
                Subject = subject,
                Why = why,
                Before = before,
                After = after,
                OnBehalfOf = onBehalfOf,
            }
        );

    /// <param name="subject">The person that it happened to.</param>
    public void Note(
        JournalKind what,
        PersonId subject,
        PersonId? by,
        string? before = null,
        string? after = null,
        PersonId? onBehalfOf = null
    ) =>
        Note(
            new JournalLine(what, by)
            {
                Person = subject,
                Before = before,
                After = after,
                OnBehalfOf = onBehalfOf,
            }
        );

    public void Note(JournalLine line) =>
        (db.Writing ?? throw new InvalidOperationException($"'{line.What.Key}' happens outside of a write.")).Note(
            line with
            {
                At = clock.GetCurrentInstant(),
            }
        );
}

/// <summary>A line of the journal before it is stored. People are named by their pseudonyms only then.</summary>
public sealed record JournalLine(JournalKind What, PersonId? By)
{
    public Instant At { get; init; }
    public Guid Subject { get; init; }

    /// <summary>In place of <see cref="Subject"/>: the person that it happened to.</summary>
    public PersonId? Person { get; init; }
    public PersonId? OnBehalfOf { get; init; }
    public string? Why { get; init; }
    public string? Before { get; init; }
    public string? After { get; init; }

    /// <summary>In place of <see cref="Before"/> and <see cref="After"/>, where the change is from one person to another.</summary>
    public PersonId? PersonBefore { get; init; }
    public PersonId? PersonAfter { get; init; }
}
