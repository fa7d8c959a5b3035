using NodaTime;
using Rabta.Platform.Language;
using Rabta.Platform.Web;

namespace Rabta.Care.Queueing;

/// <summary>Makes sentences of a row: what is the case, why it is here, what was done about it.</summary>
public sealed class QueueWords(Zone zone, Dates dates, IClock clock)
{
    public Words What(QueueRow row) =>
        row.Kind switch
        {
            WaitKind.AsksForChange or WaitKind.CantTakeOn => new($"wait.{row.Kind}", [AskedByMentor(row) ? row.Mentor : row.Mentee]),
            WaitKind.LineFailed => new("wait.LineFailed", [row.Mentee, row.Mentor]),
            _ => Counted($"wait.{row.Kind}", Days(row.Since), row.Mentee, row.Mentor),
        };

    public Words Why(QueueRow row) =>
        row.Kind switch
        {
            WaitKind.LineFailed => Counted("wait.LineFailed.why", row.Pair.LinesFailed),
            WaitKind.NotMet => new(
                row.Pair.WaivedAt is not null ? "wait.NotMet.why.waived"
                    : row.InPerson ? "wait.NotMet.why.in-person"
                    : "wait.NotMet.why.any",
                [Short(row.Pair.MeetBy!.Value)]
            ),
            WaitKind.NotAccepted => (row.MenteeAccepted, row.MentorAccepted) switch
            {
                (false, false) => new("wait.NotAccepted.why.both", []),
                (false, true) => new("wait.NotAccepted.why.one", [row.Mentee]),
                _ => new("wait.NotAccepted.why.one", [row.Mentor]),
            },
            WaitKind.NoGoal => new("wait.NoGoal.why", [Short(row.Pair.FirstMetAt!.Value), row.Mentee]),
            _ => At("wait.asked", Days(row.Since), AskedByMentor(row) ? row.Mentee : row.Mentor),
        };

    /// <summary>What a coordinator did last, if anything: a talk on its day, a note, a waiver.</summary>
    public Words? Lately(QueueRow row)
    {
        if (row.Pair.TalkOn is { } on && on >= Here(clock.GetCurrentInstant()))
            return new("wait.talk", [dates.Day(on)]);
        var last = new[] { row.Pair.RemindedAt, row.Pair.WaivedAt }.Max();
        return last is not { } at
            ? row.Pair.TalkOn is { } was
                ? new("wait.talk.was", [dates.Day(was)])
                : null
            : At(row.Pair.WaivedAt == at ? "wait.waived" : "wait.reminded", Days(at));
    }

    public Words Remind(QueueRow row) =>
        row.Kind switch
        {
            WaitKind.LineFailed => new("remind.button.note", []),
            WaitKind.NoGoal => new("remind.button.one", [row.Mentee]),
            WaitKind.NotAccepted when row.MenteeAccepted => new("remind.button.one", [row.Mentor]),
            WaitKind.NotAccepted when row.MentorAccepted => new("remind.button.one", [row.Mentee]),
            _ => new("remind.button.both", []),
        };

    private static Words Counted(string key, int count, params object[] more) => new(Plurals.Key(key, count), [count, .. more]);

    private static Words At(string key, int days, params object[] more) =>
        new(
            days switch
            {
                0 => $"{key}.today",
                1 => $"{key}.yesterday",
                _ => $"{key}.days",
            },
            [days, .. more]
        );

    private static bool AskedByMentor(QueueRow row) => row.Asker == row.Pair.MentorId;

    private int Days(Instant since) => Math.Max(0, Period.DaysBetween(Here(since), Here(clock.GetCurrentInstant())));

    private LocalDate Here(Instant at) => at.InZone(zone.Here).Date;

    private string Short(Instant at) => dates.Short(Here(at));
}
