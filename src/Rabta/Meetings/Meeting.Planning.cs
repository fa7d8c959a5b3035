using NodaTime;
using Rabta.Meetings.Planning;
using Rabta.Mentorships.Waiting;
using Rabta.Platform.Access;

namespace Rabta.Meetings;

/// <summary>Offers, takes and moves times. <see cref="MeetingActs"/> says in which state that is allowed.</summary>
public sealed partial class Meeting
{
    /// <summary>When each of the two said that they will be late for this meeting.</summary>
    public Instant? MentorLateAt { get; private set; }
    public Instant? MenteeLateAt { get; private set; }

    /// <summary>The first offer, other times in answer to one, or a move.</summary>
    public void Offer(Suggestion suggestion, PersonId by, Instant now)
    {
        (Format, Place, Link) = (suggestion.Format, suggestion.Place, suggestion.Link);
        Times = [.. suggestion.Times];
        (MentorLateAt, MenteeLateAt) = (null, null);
        Changed(MeetingState.Proposed, by, suggestion.Message, now);
    }

    public void Take(Instant time, PersonId by, Instant now)
    {
        At = time;
        Times = [time];
        // The line that was sent with the offer stays, as it may say where to come.
        Changed(MeetingState.Planned, by, Message, now);
    }

    public void Decline(PersonId by, string? line, Instant now) => Changed(MeetingState.Declined, by, line, now);

    public void Withdraw(PersonId by, Instant now) => Changed(MeetingState.Withdrawn, by, null, now);

    public void Cancel(PersonId by, string? line, Instant now) => Changed(MeetingState.Cancelled, by, line, now);

    /// <summary>From twelve hours before it until it is over: near enough to say that one is late or can't come.</summary>
    public bool IsToday(Instant now) => State == MeetingState.Planned && now >= At - Duration.FromHours(12) && now < EndsAt;

    public void SayLate(bool mentor, Instant now)
    {
        if (mentor)
            MentorLateAt ??= now;
        else
            MenteeLateAt ??= now;
    }
}
