using Rabta.Meetings.Links;
using Rabta.Platform.Language;
using Rabta.Platform.Web;

namespace Rabta.Meetings.States;

public sealed record Way(Words Label, string Href);

/// <summary>The one sentence and the one button of a pair: what comes next, for one of its two.</summary>
/// <param name="TakeNow">The first time on offer can be taken from here, in one tap.</param>
public sealed record NextStep(Words Sentence, Words? Detail, Way? Do, Way? Also = null, bool TakeNow = false);

/// <summary>Finds what comes next for a pair.</summary>
public sealed class NextSteps(Dates dates, Zone zone)
{
    public NextStep Of(PairNow now)
    {
        var (pair, who) = (now.Pair, now.Pair.Partner.Name);
        var me = pair.IAmMentor ? "mentor" : "mentee";
        var page = $"/mentorships/{pair.Mentorship.Id.Value}";
        if (now.State == PairState.Ended)
            return new(new($"next.Ended.{me}"), null, null);
        if (!pair.IAccepted)
            return pair.Mentorship.BothAcceptedAt is null
                ? new(
                    new($"next.Mine.{me}", who),
                    new("next.Mine.why", who),
                    new(new("next.read"), $"{page}#rules"),
                    pair.IAsked is null ? new(new("next.cant"), $"{page}/change") : null
                )
                : new(new("next.rules"), new("next.rules.why"), new(new("next.read"), $"{page}#rules"));
        return now.State switch
        {
            PairState.Published => new(new($"next.Theirs.{me}", who), new("next.Theirs.why", who), null),
            PairState.Proposed => now.IAmProposer ? Waiting(now) : Asked(now),
            PairState.Planned => Planned(now),
            PairState.Begun when now.IsUnderWay => new(new("under-way", who, At(now)), null, null, new(new("next.begun.do"), Meeting(now))),
            PairState.Begun => new(new("next.begun", who, At(now)), null, new(new("next.begun.do"), Meeting(now))),
            _ => Open(now, page),
        };
    }

    /// <summary>Nothing is on offer or planned: what the newest meeting left, or the next one.</summary>
    private NextStep Open(PairNow now, string page)
    {
        var (pair, who) = (now.Pair, now.Pair.Partner.Name);
        var suggest = new Way(new("next.suggest", who), $"{page}/meet");
        if (now.LookAgain)
            return new(new("next.differently", who, At(now)), new("next.differently.why"), new(new("next.differently.do"), Meeting(now)));
        if (now.Newest is { } newest && After(now, newest, suggest) is { } step)
            return step;
        if (pair.Mentorship.FirstMetAt is null)
            return new(
                new("next.meet", who),
                new(
                    pair.InPersonOnly ? "next.meet.in-person" : "next.meet.any",
                    pair.Mentorship.MeetBy is { } by ? dates.Day(by.InZone(zone.Here).Date) : ""
                ),
                suggest
            );
        var met = dates.Short(pair.Mentorship.LastMetAt!.Value.InZone(zone.Here).Date);
        if (pair.Mentorship.FirstGoalAt is null)
            return new(
                new(pair.IAmMentor ? "next.goal.mentor" : "next.goal.mentee", who),
                new(pair.IAmMentor ? "next.goal.mentor.why" : "next.goal.mentee.why", who),
                new(new(pair.IAmMentor ? "next.goal.mentor.do" : "next.goal.mentee.do", who), $"{page}/goal"),
                suggest
            );
        return now.NextIsDue ? new(new("next.again", who, met), null, suggest) : new(new("next.met", who, met), null, null, suggest);
    }

    private NextStep? After(PairNow now, Meeting newest, Way suggest)
    {
        var (who, mine) = (now.Pair.Partner.Name, now.IAmProposer ? "mine" : "theirs");
        var line = newest.Line is { } said ? new Words("next.line", said) : null;
        return newest.State switch
        {
            MeetingState.Declined or MeetingState.Withdrawn => new(new($"next.{newest.State}.{mine}", who), line, suggest),
            MeetingState.Cancelled => new(new($"next.Cancelled.{mine}", who, At(now)), line, suggest),
            // If the partner shares a phone number, it is shown here, so that the talk can go on at once.
            MeetingState.Over when newest.Outcome == Outcome.LineFailed => now.Pair.Partner.Phone is null
                ? new(new("next.LineFailed", who), new("next.LineFailed.why"), suggest)
                : new(
                    new("next.LineFailed", who),
                    new("next.LineFailed.phone"),
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
        var other = new Way(new("next.other-times"), $"/mentorships/{now.Pair.Mentorship.Id.Value}/meet");
        return newest.Times is [var one]
            ? new(
                new("next.asked.one", who, dates.When(one, now.Now, zone.Here)),
                How(newest),
                new(new("next.take", dates.When(one, now.Now, zone.Here)), Meeting(now)),
                other,
                TakeNow: one > now.Now
            )
            : new(new("next.asked", who, newest.Times.Count), How(newest), new(new("next.choose"), Meeting(now)), other);
    }

    private NextStep Waiting(PairNow now) =>
        new(
            new("next.waiting", now.Pair.Partner.Name),
            new("next.waiting.why", now.Pair.Partner.Name),
            null,
            new(new("next.see"), Meeting(now))
        );

    private NextStep Planned(PairNow now)
    {
        var newest = now.Newest!;
        var late = now.Pair.IAmMentor ? newest.MenteeLateAt : newest.MentorLateAt;
        return new(
            new($"next.planned.{newest.Mode}", dates.When(newest.At!.Value, now.Now, zone.Here), now.Pair.Partner.Name),
            late is { } since ? new("next.late", now.Pair.Partner.Name, dates.Time(since.InZone(zone.Here).TimeOfDay)) : How(newest),
            newest.IsToday(now.Now) ? new(new("next.open"), Meeting(now)) : new(new("next.points"), $"{Meeting(now)}#points"),
            new(new("next.calendar"), $"{Meeting(now)}/calendar.ics")
        );
    }

    /// <summary>Where or with what they meet.</summary>
    public static Words How(Meeting meeting) =>
        meeting.Mode switch
        {
            Mode.InPerson => new("how.InPerson", meeting.Place!),
            Mode.Online when MeetingLink.Of(meeting.Link!) is { Service: { } service } link => new("how.Online.known", service, link.Host),
            Mode.Online => new("how.Online", MeetingLink.Of(meeting.Link!).Host),
            _ => new("how.Phone"),
        };

    private string At(PairNow now) => dates.When(now.Newest!.At ?? now.Newest.Times[0], now.Now, zone.Here);

    private static string Meeting(PairNow now) => $"/meetings/{now.Newest!.Id.Value}";
}
