using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rabta.Platform.Access;
using Rabta.Platform.Database;
using Rabta.Platform.Journal;
using Rabta.Platform.News;

namespace Rabta.People.Staffing;

/// <summary>The kinds of news about being staff.</summary>
public static class StaffNews
{
    /// <summary>Values: who invites.</summary>
    public static readonly NoticeKind Invited = new("staff.invited", typeof(Texts), ByMail: true) { LetsIn = true };

    public static readonly NoticeKind Removed = new("staff.removed", typeof(Texts), ByMail: true);
}

/// <summary>
/// A coordinator invites a colleague, who gets a mail with a way in. Somebody who is known by this address becomes a coordinator too, if
/// the name agrees: another name under a known address is another person.
/// </summary>
public sealed class InviteStaff(RabtaDb db, INotify notify, JournalOf journal, IClock clock)
{
    public async Task<Refusal?> Run(string? name, string? address, PersonId by, CancellationToken stop)
    {
        if (string.IsNullOrWhiteSpace(name))
            return new("staff.no-name");
        if (MailAddress.Read(address ?? "") is not { } read)
            return new("sign-in.bad-address");
        await using var write = await db.BeginWrite(JournalKinds.DutyGiven, stop);
        await db.HoldLock(db.Institution!.Value.Value, stop);
        var person = await db.People.FirstOrDefaultAsync(p => p.AddressKey == read.Key, stop);
        if (person is { IsStaff: true })
            return new("staff.already", person.DisplayName);
        if (person is not null && !person.IsCalled(name))
            return new("staff.other-name", person.DisplayName);
        if (person is null)
        {
            person = new Person(name.Trim(), read.Text);
            db.Add(person);
            journal.Note(JournalKinds.PersonAdded, person.Id, by);
        }
        person.Duties |= Duties.Coordinator;
        journal.Note(JournalKinds.DutyGiven, person.Id, by, after: nameof(Duties.Coordinator));
        var inviting = await db.People.SingleAsync(p => p.Id == by, stop);
        notify.Notify(new(StaffNews.Invited, person.Id, [inviting.EveryName], "/", clock.GetCurrentInstant()));
        await write.Commit(stop);
        return null;
    }
}
