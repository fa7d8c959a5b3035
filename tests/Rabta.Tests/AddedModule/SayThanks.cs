using Rabta.Mentorships;
using Rabta.Mentorships.States;
using Rabta.People;
using Rabta.Platform.Access;
using Rabta.Platform.Database;
using Rabta.Platform.Journal;
using Rabta.Platform.Language;
using Rabta.Platform.News;

namespace Rabta.Tests.AddedModule;

/// <summary>One of the two thanks the other, who reads it on their page and among the news.</summary>
public sealed class SayThanks(RabtaDb db, HoldPair hold, INotify notify, JournalOf journal)
{
    public static readonly Act Act = new(nameof(SayThanks), Who.Either, PairStates.Accepted);
    public static readonly JournalKind Said = new("added.thanks-said");
    public static readonly NoticeKind News = new("added.thanks", typeof(Texts), ByMail: true);

    public async Task<Refusal?> Run(MentorshipId pair, string? text, PersonId me, CancellationToken stop)
    {
        if (string.IsNullOrWhiteSpace(text))
            return new("thanks.empty");
        await using var write = await db.BeginWrite(Said, stop);
        var (held, _) = await hold.Run(pair, me, stop, Act);
        if (held is null)
            return new("thanks.not-now");
        var thanks = new Thanks
        {
            MentorshipId = pair,
            By = me,
            Text = text.Trim(),
            At = held.Now,
        };
        db.Add(thanks);
        journal.Note(Said, thanks.Id.Value, me);
        var mine = (await db.Set<Person>().FindAsync([me], stop))!;
        notify.Notify(new(News, held.Pair.Other(me), [mine.EveryName], $"/mentorships/{pair.Value}", held.Now));
        await write.Commit(stop);
        return null;
    }
}
