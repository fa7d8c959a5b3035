using NodaTime;
using Rabta.Platform.Access;
using Rabta.Platform.Database;

namespace Rabta.Platform.Journal;

/// <summary>Writes down what happened, in the transaction in which it happens.</summary>
public sealed class JournalOf(RabtaDb db, IClock clock)
{
    public void Note(string what, Guid subject, PersonId? by, string? why = null, string? before = null, string? after = null, PersonId? onBehalfOf = null) =>
        db.Add(new JournalEntry
        {
            What = what, Subject = subject, By = by, OnBehalfOf = onBehalfOf,
            Why = why, Before = before, After = after, At = clock.GetCurrentInstant(),
        });
}
