using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rabta.Matches.Running;
using Rabta.Mentorships;
using Rabta.Mentorships.Accepting;
using Rabta.People;
using Rabta.Platform.Access;
using Rabta.Platform.Database;
using Rabta.Platform.Journal;
using Rabta.Platform.Language;
using Rabta.Platform.News;
using Rabta.Platform.Settings;
using Rabta.Programmes;

namespace Rabta.Matches.Publishing;

/// <summary>
/// Makes a round's pairs real: mentorships, and one piece of news for each person, which waits ten minutes before it leaves.
/// </summary>
/// <remarks>
/// If two windows or two servers publish at the same time, it happens once: the second waits for the first, then finds the round published.
/// </remarks>
public sealed class PublishRound(
    RabtaDb db,
    SolveRound solve,
    BeginPairs begin,
    PutAside putAside,
    INotify notify,
    ListOfNames names,
    JournalOf journal,
    RabtaSettings settings,
    IClock clock
)
{
    /// <param name="onlyApproved">Only the pairs staff pinned; the others wait for the next run.</param>
    /// <param name="slips">No mails: people get a printed slip, and find the news on their page.</param>
    public async Task<Refusal?> Run(RoundId id, bool slips, PersonId? by, CancellationToken stop, bool onlyApproved = false)
    {
        if (!slips && !settings.CanPublish)
            return new("publish.no-mail");
        var seen = await db.Rounds.AsNoTracking().FirstOrDefaultAsync(r => r.Id == id, stop);
        if (seen is null)
            return new("round.gone");
        if (seen.MayPublish() is { } early)
            return early;
        await putAside.Run("publish", stop);

        await using var write = await db.BeginWrite(JournalKinds.RoundPublished, stop);
        if (await db.Hold(id, stop) is not { } round)
            return new("round.gone");
        if (round.MayPublish() is { } refusal)
            return refusal;
        var pairs = await db.RoundPairs.AsNoTracking().Where(p => p.RoundId == id).OrderBy(p => p.Id).ToListAsync(stop);
        if (pairs.Count == 0)
            return new("publish.nobody");
        if (!await solve.StillHolds(round, pairs, stop))
            return new("publish.changed");
        if (onlyApproved)
        {
            // The other pairs are no longer proposed; the next run decides about them.
            await db.RoundPairs.Where(p => p.RoundId == id && !p.IsPinned).ExecuteDeleteAsync(stop);
            pairs = pairs.FindAll(p => p.IsPinned);
            if (pairs.Count == 0)
                return new("publish.nobody");
        }
        var now = clock.GetCurrentInstant();
        round.Publish(now, byMail: !slips, by);
        var begun = pairs
            .Select(p => new Mentorship(round.ProgrammeId, round.CohortId, p.MentorId, p.MenteeId, p.Why, id.Value, now, by))
            .ToList();
        await begin.Run(begun, await db.Programmes.SingleAsync(p => p.Id == round.ProgrammeId, stop), stop);
        foreach (var mentorship in begun)
            journal.Note(Mentorships.JournalKinds.MentorshipBegan, mentorship.Id.Value, by, onBehalfOf: mentorship.MenteeId);
        await Notify(round, begun, slips, now, stop);
        journal.Note(
            JournalKinds.RoundPublished,
            id.Value,
            by,
            before: nameof(RoundState.InReview),
            after: $"{begun.Count}{(slips ? ", without mails" : "")}"
        );
        await write.Commit(stop);
        return null;
    }

    // A mentor of nine gets one mail, not nine.
    private async Task Notify(Round round, List<Mentorship> begun, bool slips, Instant now, CancellationToken stop)
    {
        var programme = (await db.Programmes.AsNoTracking().SingleAsync(p => p.Id == round.ProgrammeId, stop)).Name;
        var (asMentor, asMentee) = (
            db.RoundPairs.Where(p => p.RoundId == round.Id).Select(p => p.MentorId),
            db.RoundPairs.Where(p => p.RoundId == round.Id).Select(p => p.MenteeId)
        );
        var people = await db
            .People.AsNoTracking()
            .Where(p => asMentor.Contains(p.Id) || asMentee.Contains(p.Id))
            .ToDictionaryAsync(p => p.Id, stop);
        void News(NoticeKind kind, PersonId to, IReadOnlyList<Several> values, string path) =>
            notify.Notify(new(slips ? kind with { ByMail = false } : kind, to, values, path, now + Round.Grace, round.Id.Value));

        foreach (var mentorship in begun)
            News(
                MentorshipNews.BeganForMentee,
                mentorship.MenteeId,
                [people[mentorship.MentorId].EveryName, programme],
                PairPages.Of(mentorship.Id)
            );
        foreach (var group in begun.GroupBy(m => m.MentorId))
        {
            var mentees = group.Select(m => people[m.MenteeId].EveryName).ToList();
            News(
                MentorshipNews.BeganForMentor,
                group.Key,
                [names.Of(mentees), programme, Several.Plain(mentees.Count.ToString(CultureInfo.InvariantCulture))],
                mentees.Count == 1 ? PairPages.Of(group.Single().Id) : "/"
            );
        }
    }
}
