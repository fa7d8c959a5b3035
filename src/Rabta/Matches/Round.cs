using NodaTime;
using Rabta.Matching.Problems;
using Rabta.Matching.Results;
using Rabta.Mentorships;
using Rabta.Mentorships.States;
using Rabta.Platform.Access;
using Rabta.Platform.Database;
using Rabta.Platform.Institutions;
using Rabta.Platform.Language;
using Rabta.Programmes;

namespace Rabta.Matches;

public readonly record struct RoundId(Guid Value) : IId<RoundId>
{
    public static RoundId From(Guid value) => new(value);
}

public enum RoundState
{
    /// <summary>The check found a fault: the round can be looked at and run again, and never published.</summary>
    Draft,
    InReview,
    Published,
}

/// <summary>
/// One run of the matching for a cohort, from the first proposal to its publication. A cohort has one that is not published yet; the
/// database sees to it.
/// </summary>
[SeenBy(Audience.Staff)]
public sealed class Round : IBelongToInstitution
{
    /// <summary>How long a publication can be taken back, before anyone hears of it.</summary>
    public static readonly Duration Grace = Mentorship.Quiet;

    private Round() { }

    public Round(
        ProgrammeId programme,
        CohortId cohort,
        long seed,
        Instant now,
        RoundId? id = null,
        MatchingObjective mode = MatchingObjective.Stable
    )
    {
        Id = id ?? Ids.New<RoundId>();
        (ProgrammeId, CohortId, Seed, RanAt, Objective) = (programme, cohort, seed, now, mode);
    }

    public RoundId Id { get; private set; }
    public InstitutionId InstitutionId { get; private set; }
    public ProgrammeId ProgrammeId { get; private set; }
    public CohortId CohortId { get; private set; }

    /// <summary>Decides every tie: the same people with the same seed give the same pairs.</summary>
    public long Seed { get; private set; }

    /// <summary>What the run aims at.</summary>
    public MatchingObjective Objective { get; private set; }
    public RoundState State { get; private set; }
    public Instant RanAt { get; private set; }

    /// <summary>How many kept the mentor they had.</summary>
    public int Standing { get; private set; }

    /// <summary>How many of the new pairs are the mentee's first wish, and how many one of the first three.</summary>
    public int FirstWish { get; private set; }
    public int FirstThree { get; private set; }

    /// <summary>How many things the check found wrong.</summary>
    public int Faults { get; private set; }
    public Instant? PublishedAt { get; private set; }

    /// <summary>Nothing where it was published without mails.</summary>
    public Instant? MailsLeaveAt { get; private set; }
    public PersonId? PublishedBy { get; private set; }

    /// <summary>Every change raises it, so that two people do not undo each other's change without seeing it.</summary>
    public int Version { get; private set; }

    /// <summary>The pairs were worked out, at first or anew after a change.</summary>
    public void Solved(int standing, IReadOnlyList<int> wishRanks, int faults, Instant now)
    {
        (Standing, Faults, RanAt) = (standing, faults, now);
        (FirstWish, FirstThree) = (wishRanks.Count(r => r == 1), wishRanks.Count(r => r <= 3));
        State = faults == 0 ? RoundState.InReview : RoundState.Draft;
        Version++;
    }

    /// <summary>Whether a person who saw this version may still change the round.</summary>
    public Refusal? MayChange(int seen) =>
        State == RoundState.Published ? new("round.published")
        : Version != seen ? new("round.changed")
        : null;

    public Refusal? MayPublish() =>
        State switch
        {
            RoundState.Published => new("publish.already"),
            RoundState.Draft => new("publish.faults", Faults),
            _ => null,
        };

    public void Publish(Instant now, bool byMail, PersonId? by)
    {
        (State, PublishedAt, PublishedBy) = (RoundState.Published, now, by);
        MailsLeaveAt = byMail ? now + Grace : null;
        Version++;
    }

    public bool CanBeTakenBack(Instant now) => State == RoundState.Published && now < PublishedAt + Grace;

    public Refusal? TakeBack(Instant now)
    {
        if (State != RoundState.Published)
            return new("take-back.not-published");
        if (!CanBeTakenBack(now))
            return new("take-back.too-late");
        (State, PublishedAt, PublishedBy, MailsLeaveAt) = (RoundState.InReview, null, null, null);
        Version++;
        return null;
    }
}

public readonly record struct RoundPairId(Guid Value) : IId<RoundPairId>
{
    public static RoundPairId From(Guid value) => new(value);
}

/// <summary>Two people whom a round puts together. Mentorships that exist already are not stored here.</summary>
[SeenBy(Audience.Staff)]
public sealed class RoundPair : IBelongToInstitution
{
    public RoundPairId Id { get; init; } = Ids.New<RoundPairId>();
    public InstitutionId InstitutionId { get; private set; }
    public RoundId RoundId { get; init; }
    public PersonId MentorId { get; init; }
    public PersonId MenteeId { get; init; }
    public bool IsPinned { get; init; }

    /// <summary>Pinned by moving the mentee here.</summary>
    public bool IsMovedByStaff { get; init; }

    /// <summary>Becomes the mentorship's own reasons when it is published.</summary>
    [SeenBy(Audience.Partner, Audience.Staff)]
    public List<Reason> Why { get; init; } = [];
}

public readonly record struct RoundUnmatchedId(Guid Value) : IId<RoundUnmatchedId>
{
    public static RoundUnmatchedId From(Guid value) => new(value);
}

/// <summary>A mentee whom a round left without a mentor, and why each mentor was not possible.</summary>
[SeenBy(Audience.Staff)]
public sealed class RoundUnmatched : IBelongToInstitution
{
    public RoundUnmatchedId Id { get; init; } = Ids.New<RoundUnmatchedId>();
    public InstitutionId InstitutionId { get; private set; }
    public RoundId RoundId { get; init; }
    public PersonId MenteeId { get; init; }

    /// <summary>One of the five codes of <see cref="UnmatchedReasonCodes"/>.</summary>
    [SeenBy(Audience.Staff)]
    public required string Reason { get; init; }

    /// <summary>How many mentors would do, and are full.</summary>
    public int AcceptableFull { get; init; }

    [SeenBy(Audience.Staff)]
    public List<Removed> Removals { get; init; } = [];
}

/// <summary>How many mentors one rule kept away.</summary>
/// <param name="Heading">The question of the rule; nothing where it is private.</param>
public sealed record Removed(RemovalKind Kind, int Mentors, Several? Heading = null);
