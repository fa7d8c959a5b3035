using NodaTime;
using Rabta.Platform.Access;
using Rabta.Platform.Language;
using Rabta.Platform.News;

namespace Rabta.Mentorships.Waiting;

/// <summary>A pair and since when it waits for one thing.</summary>
/// <param name="Urgency">The <see cref="WaitKind.Urgency"/> of what it waits for.</param>
public sealed class WaitingSince
{
    public required MentorshipId Pair { get; init; }
    public required int Urgency { get; init; }
    public required Instant Since { get; init; }
}

/// <summary>A pair that waits, with the names of the two as the reader writes them.</summary>
public sealed record WaitingPair(Mentorship Pair, WaitKind Kind, Instant Since, string Mentee, string Mentor)
{
    public string NameOf(PersonId person) => person == Pair.MentorId ? Mentor : Mentee;
}

/// <summary>An act that a coordinator is offered beside a pair that waits.</summary>
public sealed record Offer(Words Label, string Href);

/// <summary>
/// Why a pair needs a person. A module registers its kinds; the coordinator's queue shows all of them, the most urgent first. A pair waits
/// for one thing at a time: the most urgent that is true of it.
/// </summary>
/// <remarks>
/// Its texts are <c>wait.{Name}.one</c> and <c>.other</c> ({0} days, {1} mentee, {2} mentor), <c>wait.{Name}.why</c> and
/// <c>wait.head.{Name}</c>, in the module of <see cref="Texts"/>.
/// </remarks>
public abstract class WaitKind
{
    public abstract string Name { get; }

    /// <summary>Its word in an address: <c>/waiting/not-met</c>.</summary>
    public abstract string InPath { get; }

    /// <summary>The smaller, the more urgent; no two are the same.</summary>
    public abstract int Urgency { get; }
    public abstract Type Texts { get; }

    /// <summary>The text above those that wait for it.</summary>
    public string Head => $"wait.head.{Name}";

    /// <summary>One of the two has to do something: it rests while either is away.</summary>
    public virtual bool RestsWhileAway => true;

    /// <summary>The gentle note that can help; none where a coordinator talks to people who asked for something instead.</summary>
    public virtual NoticeKind? Reminder => null;

    /// <summary>The note tells both, and its button does not name them.</summary>
    public virtual bool ReminderIsANote => false;

    public bool CanBeReminded => Reminder is not null;

    /// <summary>The pairs that wait for it now, and since when. It becomes a part of one question to the database.</summary>
    public abstract IQueryable<WaitingSince> Which(Instant now);

    /// <summary>Reads what the sentences about these pairs need, in a fixed number of statements. It comes before the sentences.</summary>
    public virtual Task Read(IReadOnlyList<Mentorship> pairs, CancellationToken stop) => Task.CompletedTask;

    /// <param name="days">Since when it waits.</param>
    public virtual Words What(WaitingPair waiting, int days) => Words.Counted($"wait.{Name}", days, waiting.Mentee, waiting.Mentor);

    public abstract Words Why(WaitingPair waiting);

    /// <summary>Who has to act.</summary>
    public virtual IReadOnlyList<PersonId> MustAct(Mentorship pair) => [pair.MenteeId, pair.MentorId];

    /// <summary>What else a coordinator can do about it.</summary>
    public virtual Offer? Offers(WaitingPair waiting) => null;
}

public static class RegisteredWaits
{
    public static void AddWait<TKind>(this IServiceCollection services)
        where TKind : WaitKind
    {
        services.AddScoped<TKind>();
        services.AddScoped<WaitKind>(get => get.GetRequiredService<TKind>());
    }
}
