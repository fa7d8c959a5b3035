using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rabta.Mentorships;
using Rabta.People;
using Rabta.Platform.Access;
using Rabta.Platform.Database;
using Rabta.Platform.Journal;
using Rabta.Platform.Language;
using Rabta.Platform.Mail;
using Rabta.Platform.News;
using Rabta.Programmes;

namespace Rabta.Preferences.Recommending;

public static class RecommendNews
{
    /// <summary>
    /// Values: who invites in both scripts, the programme in both. Leads to a page for this one thing; see
    /// <see cref="MakeInvitationLink"/>.
    /// </summary>
    public static readonly NoticeKind Invited = new("recommend.invited", typeof(Texts), ByMail: true);
}

/// <summary>
/// A coordinator asks somebody by mail who knows two people here. The invited person is stored as a person and gets no account.
/// </summary>
public sealed class InviteRecommender(RabtaDb db, INotify notify, JournalOf journal, IClock clock)
{
    public const int MostOpen = 200;

    public async Task<Refusal?> Run(
        RecommenderInvitationId id,
        CohortId cohort,
        string? name,
        string? address,
        string? line,
        PersonId by,
        CancellationToken stop
    )
    {
        if (string.IsNullOrWhiteSpace(name))
            return new("invite.no-name");
        if (string.IsNullOrWhiteSpace(address) || MailAddress.Read(address) is null)
            return new("invite.no-address");
        var key = Person.KeyOf(address);
        await using var write = await db.BeginWrite(JournalKinds.RecommenderInvited, stop);
        await db.HoldLock(cohort.Value, stop);
        var programme = await db
            .Cohorts.Where(c => c.Id == cohort)
            .Join(db.Programmes, c => c.ProgrammeId, p => p.Id, (c, p) => p)
            .AsNoTracking()
            .FirstOrDefaultAsync(stop);
        if (programme is null)
            return new("invite.gone");
        var now = clock.GetCurrentInstant();
        var since = now - RecommenderInvitation.Lifetime;
        var open = db.RecommenderInvitations.Where(i =>
            i.CohortId == cohort && i.AnsweredAt == null && i.RevokedAt == null && i.At > since
        );
        if (await open.CountAsync(stop) >= MostOpen)
            return new("invite.many", MostOpen);
        var person = await db.People.FirstOrDefaultAsync(p => p.AddressKey == key, stop);
        if (person is not null && await open.AnyAsync(i => i.PersonId == person.Id, stop))
            return new("invite.known", address.Trim());
        if (person is null)
        {
            db.Add(person = new Person(name.Trim(), address));
            journal.Note(People.JournalKinds.PersonAdded, person.Id, by);
        }
        db.Add(
            new RecommenderInvitation
            {
                Id = id,
                CohortId = cohort,
                PersonId = person.Id,
                Message = Values.Trimmed(line),
                By = by,
                At = now,
            }
        );
        var who = await db.People.AsNoTracking().SingleAsync(p => p.Id == by, stop);
        notify.Notify(new(RecommendNews.Invited, person.Id, [who.EveryName, programme.Name], $"/recommend/{id.Value}", now, id.Value));
        journal.Note(JournalKinds.RecommenderInvited, id.Value, by);
        await write.Commit(stop);
        return null;
    }

    /// <summary>From now on the link opens nothing, and a mail that has not left yet is not sent.</summary>
    public async Task<Refusal?> Revoke(RecommenderInvitationId id, PersonId by, CancellationToken stop)
    {
        await using var write = await db.BeginWrite(JournalKinds.RecommenderRevoked, stop);
        var now = clock.GetCurrentInstant();
        var revoked = await db
            .RecommenderInvitations.Where(i => i.Id == id && i.AnsweredAt == null && i.RevokedAt == null)
            .ExecuteUpdateAsync(s => s.SetProperty(i => i.RevokedAt, now), stop);
        if (revoked == 1)
        {
            await notify.TakeBack(id.Value, stop);
            journal.Note(JournalKinds.RecommenderRevoked, id.Value, by);
        }
        await write.Commit(stop);
        return null;
    }
}

/// <summary>Makes the invitation's link when the mail leaves. The link stands in the mail alone; only its hash is stored.</summary>
public sealed class MakeInvitationLink(RabtaDb db, IClock clock) : IMakeLink
{
    public async Task<string?> Of(string kind, string path, CancellationToken stop)
    {
        if (kind != RecommendNews.Invited.Key || !Guid.TryParse(path.Split('/')[^1], out var id))
            return null;
        var secret = InvitationLink.NewSecret();
        await using var write = await db.BeginAside(new NotJournaled("A mail is written anew at every try, and its link with it."), stop);
        db.Add(
            new InvitationLink
            {
                InvitationId = new(id),
                Hash = SignInLink.HashOf(secret),
                At = clock.GetCurrentInstant(),
            }
        );
        await write.Commit(stop);
        return $"/recommend/{secret}";
    }
}
