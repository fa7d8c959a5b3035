namespace Rabta.Platform.Journal;

/// <summary>What happened, as a type: a module declares its kinds, and no sentence of the journal is a free text.</summary>
/// <param name="Key">Noun and past tense, for example <c>mentorship.ended</c>. It is stored: it never changes.</param>
public sealed record JournalKind(string Key)
{
    /// <summary>Either this or the other.</summary>
    public AnyOf Or(JournalKind other) => new AnyOf(this).Or(other);
}

/// <summary>What a write may be: at least one of these kinds stands in the journal when it is committed.</summary>
public sealed class AnyOf
{
    private readonly IReadOnlyList<JournalKind> _kinds;

    public AnyOf(params JournalKind[] kinds) => _kinds = kinds;

    public AnyOf Or(JournalKind other) => new([.. _kinds, other]);

    public bool Includes(JournalKind kind) => _kinds.Contains(kind);

    public override string ToString() => string.Join(" or ", _kinds.Select(k => k.Key));

    public static implicit operator AnyOf(JournalKind kind) => new(kind);
}

/// <summary>A write that leaves no line in the journal, and why: it is the only other way to write.</summary>
/// <param name="Why">A sentence for whoever asks later where the line is.</param>
public sealed record NotJournaled(string Why);
