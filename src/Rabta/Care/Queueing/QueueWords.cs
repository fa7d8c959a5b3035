using Rabta.Mentorships.Waiting;
using Rabta.Platform.Language;

namespace Rabta.Care.Queueing;

/// <summary>Makes sentences of what a coordinator did, and of the button that reminds.</summary>
public sealed class QueueWords(ReaderDays days, Dates dates)
{
    public Words What(QueueRow row) => row.Kind.What(row.Waiting, days.Since(row.Since));

    /// <summary>What a coordinator did last, if anything: a talk on its day, a note, a waiver.</summary>
    public Words? Lately(QueueRow row)
    {
        if (row.Care?.TalkOn is { } on && on >= days.Today)
            return new("wait.talk", dates.Day(on));
        if (new[] { row.Care?.RemindedAt, row.WaivedAt }.Max() is { } last)
            return days.Ago(row.WaivedAt == last ? "wait.waived" : "wait.reminded", last);
        return row.Care?.TalkOn is { } was ? new("wait.talk.was", dates.Day(was)) : null;
    }

    public Words Remind(QueueRow row) =>
        row.Kind.ReminderIsANote ? new("remind.button.note")
        : row.Kind.MustAct(row.Pair) is [var one] ? new("remind.button.one", row.Waiting.NameOf(one))
        : new("remind.button.both");
}
