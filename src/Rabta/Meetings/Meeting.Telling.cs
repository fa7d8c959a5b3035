using NodaTime;
using Rabta.Platform.Access;
using Rabta.Platform.Language;

namespace Rabta.Meetings;

/// <summary>What came of it. Each of the two may say; both answers are kept as they were given.</summary>
public sealed partial class Meeting
{
    /// <summary>What the two say; where they differ, nothing.</summary>
    public Outcome? Outcome { get; private set; }

    /// <summary>How they met in the end; planned is <see cref="Format"/>.</summary>
    public MeetingFormat? ActualFormat { get; private set; }

    public bool RememberedDifferently { get; private set; }

    /// <summary>One of the two says they met. Staff count that, and give no verdict where the other remembers it differently.</summary>
    public bool WasHeld { get; private set; }

    /// <summary>One line for both to keep.</summary>
    [SeenBy(Audience.Partner)]
    public string? SharedNote { get; private set; }
    public PersonId? SharedNoteBy { get; private set; }

    /// <summary>Takes the answers as they stand now: the newest of each person.</summary>
    public void Told(IReadOnlyCollection<MeetingAnswer> answers, PersonId by, Instant now)
    {
        var newest = answers.GroupBy(a => a.By).Select(g => g.MaxBy(a => a.Again)!).ToList();
        RememberedDifferently = newest.Select(a => a.Outcome).Distinct().Count() > 1;
        WasHeld = newest.Any(a => a.Outcome == Meetings.Outcome.Held);
        Outcome = RememberedDifferently ? null : newest[0].Outcome;
        ActualFormat = newest.FirstOrDefault(a => a.Outcome == Meetings.Outcome.Held)?.Format;
        if (State != MeetingState.Over)
            Changed(MeetingState.Over, by, null, now);
    }

    public void Note(string? text, PersonId by)
    {
        SharedNote = Values.Trimmed(text);
        SharedNoteBy = SharedNote is null ? null : by;
    }
}
