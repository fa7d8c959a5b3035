using NodaTime;
using Rabta.Platform.Access;
using Rabta.Platform.Database;
using Rabta.Platform.Institutions;
using Rabta.Platform.Language;
using Rabta.Programmes;

namespace Rabta.Preferences;

public readonly record struct MentorRequestId(Guid Value) : IId<MentorRequestId>
{
    public static MentorRequestId From(Guid value) => new(value);
}

public enum RequestState
{
    Open,
    Accepted,
    Declined,

    /// <summary>The mentee took it back.</summary>
    Withdrawn,

    /// <summary>It was not answered for two weeks; nobody is to blame.</summary>
    Closed,

    /// <summary>The mentee has a mentor now.</summary>
    Settled,
}

/// <summary>
/// A mentee asks one mentor, beside the rounds, where the programme lets them. A mentee has one open request to a mentor; the database sees
/// to it.
/// </summary>
[SeenBy(Audience.Asked)]
public sealed class MentorRequest : IBelongToInstitution
{
    public static readonly Duration RemindAfter = Duration.FromDays(7),
        CloseAfter = Duration.FromDays(14);
    public const int MostOpen = 3,
        LongestLine = 200;

    private MentorRequest() { }

    public MentorRequest(MentorRequestId id, CohortId cohort, PersonId mentee, PersonId mentor, string why, Instant now) =>
        (Id, CohortId, MenteeId, MentorId, Why, At) = (id, cohort, mentee, mentor, why, now);

    public MentorRequestId Id { get; private set; }
    public InstitutionId InstitutionId { get; private set; }
    public CohortId CohortId { get; private set; }
    public PersonId MenteeId { get; private set; }
    public PersonId MentorId { get; private set; }
    public RequestState State { get; private set; }

    /// <summary>One line of why.</summary>
    [SeenBy(Audience.Asked)]
    public string Why { get; private set; } = "";

    /// <summary>The mentor's line with a yes or a no, if they wrote one.</summary>
    [SeenBy(Audience.Asked)]
    public string? Answer { get; private set; }
    public Instant At { get; private set; }
    public Instant? RemindedAt { get; private set; }
    public Instant? SettledAt { get; private set; }

    /// <summary>The round whose publication settled it.</summary>
    [NoKey("Rounds belong to a module above this one; here it only tells what a publication settled.")]
    public Guid? Round { get; private set; }

    public Instant Until => At + CloseAfter;

    public Refusal? Settle(RequestState to, string? answer, Instant now, Guid? round = null)
    {
        if (State != RequestState.Open)
            return new($"request.now.{State}");
        (State, Answer, SettledAt, Round) = (to, Values.Trimmed(answer), now, round);
        return null;
    }

    /// <summary>Opens the request again, because the publication that settled it was taken back.</summary>
    public void Reopen() => (State, SettledAt, Round) = (RequestState.Open, null, null);

    public void Remind(Instant now) => RemindedAt ??= now;
}
