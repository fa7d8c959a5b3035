using NodaTime;
using Rabta.Meetings.Links;
using Rabta.Mentorships.States;
using Rabta.Platform.Language;
using Rabta.Platform.Web;

namespace Rabta.Meetings.States;

/// <summary>A meeting on offer or planned, or what the newest one left.</summary>
public sealed class MeetingStep(MeetingWords words, Dates dates, Zone zone) : INextStep
{
    public int Order => 200;

    public Task<NextStep?> Of(PairNow now, CancellationToken stop) => Task.FromResult(Of(now));

    private NextStep? Of(PairNow now)
    {
        var who = now.Pair.Partner.Name;
        return now.State switch
        {
            PairState.Proposed => now.IAmProposer ? Waiting(now) : Asked(now),
            PairState.Planned => Planned(now),
            PairState.Begun => new(
                new(now.IsUnderWay ? "under-way" : "next.begun", who, words.At(now)),
                null,
                null,
                new(new("next.begun.do"), MeetingWords.Page(now))
            ),
            _ when now.LookAgain => new(
                new("next.differently", who, words.At(now)),
                new("next.differently.why"),
                new(new("next.differently.do"), MeetingWords.Page(now))
            ),
            _ => now.Newest is { } newest ? After(now, newest, MeetingWords.Suggest(now)) : null,
        };
    }

    private NextStep? After(PairNow now, Meeting newest, StepLink suggest)
    {
        var (who, mine) = (now.Pair.Partner.Name, now.IAmProposer ? "mine" : "theirs");
        var line = newest.Message is { } said ? new Words("next.line", said) : null;
        return newest.State switch
        {
            MeetingState.Declined or MeetingState.Withdrawn => new(new($"next.{newest.State}.{mine}", who), line, suggest),
            MeetingState.Cancelled => new(new($"next.Cancelled.{mine}", who, words.At(now)), line, suggest),
            // If the partner shares a phone number, it is shown here, so that the talk can go on at once.
            MeetingState.Over when newest.Outcome == Outcome.ConnectionFailed => now.Pair.Partner.Phone is null
                ? new(new("next.ConnectionFailed", who), new("next.ConnectionFailed.why"), suggest)
                : new(
                    new("next.ConnectionFailed", who),
                    new("next.ConnectionFailed.phone"),
                    new(new("next.phone", who), PhoneLinks.Of(now.Pair.Partner.Phone, zone.Institutions).Tel),
                    suggest
                ),
            MeetingState.Over when newest.Outcome is Outcome.Missed or Outcome.Moved => new(
                new($"next.{newest.Outcome}", who),
                new("next.Missed.why"),
                suggest
            ),
            _ => null,
        };
    }

    private NextStep Asked(PairNow now)
    {
        var (newest, who) = (now.Newest!, now.Pair.Partner.Name);
        var other = new StepLink(new("next.other-times"), $"/mentorships/{now.Pair.Mentorship.Id.Value}/meet");
        return newest.Times is [var one]
            ? new(
                new("next.asked.one", who, dates.When(one, now.Now, zone.OfReader)),
                MeetingWords.How(newest),
                new(new("next.take", dates.When(one, now.Now, zone.OfReader)), MeetingWords.Page(now)),
                other,
                TakeNow: one > now.Now
            )
            : new(
                new("next.asked", who, newest.Times.Count),
                MeetingWords.How(newest),
                new(new("next.choose"), MeetingWords.Page(now)),
                other
            );
    }

    private static NextStep Waiting(PairNow now) =>
        new(
            new("next.waiting", now.Pair.Partner.Name),
            new("next.waiting.why", now.Pair.Partner.Name),
            null,
            new(new("next.see"), MeetingWords.Page(now))
        );

    private NextStep Planned(PairNow now)
    {
        var newest = now.Newest!;
        var late = now.Pair.IAmMentor ? newest.MenteeLateAt : newest.MentorLateAt;
        return new(
            new($"next.planned.{newest.Format}", dates.When(newest.At!.Value, now.Now, zone.OfReader), now.Pair.Partner.Name),
            late is { } since
                ? new("next.late", now.Pair.Partner.Name, dates.Time(since.InZone(zone.OfReader).TimeOfDay))
                : MeetingWords.How(newest),
            newest.IsToday(now.Now)
                ? new(new("next.open"), MeetingWords.Page(now))
                : new(new("next.points"), $"{MeetingWords.Page(now)}#points"),
            new(new("next.calendar"), $"{MeetingWords.Page(now)}/calendar.ics")
        );
    }
}
