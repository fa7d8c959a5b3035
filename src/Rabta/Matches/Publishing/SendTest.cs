using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rabta.Mentorships;
using Rabta.People;
using Rabta.Platform.Access;
using Rabta.Platform.Database;
using Rabta.Platform.Journal;
using Rabta.Platform.News;
using Rabta.Platform.Settings;
using Rabta.Programmes;

namespace Rabta.Matches.Publishing;

/// <summary>Sends the coordinator the mail a mentee will get, now, with her own name as the mentor's.</summary>
public sealed class SendTest(RabtaDb db, INotify notify, RabtaSettings settings, IClock clock)
{
    public async Task<Refusal?> Run(RoundId id, PersonId me, CancellationToken stop)
    {
        if (!settings.CanPublish)
            return new("publish.no-mail");
        await using var write = await db.BeginWrite(new NotJournaled("A mail to oneself changes nothing for anybody else."), stop);
        if (await db.Rounds.AsNoTracking().FirstOrDefaultAsync(r => r.Id == id, stop) is not { } round)
            return new("round.gone");
        var mine = await db.People.AsNoTracking().SingleAsync(p => p.Id == me, stop);
        if (mine.Address is null)
            return new("test.no-address");
        var programme = await db.Programmes.AsNoTracking().SingleAsync(p => p.Id == round.ProgrammeId, stop);
        notify.Notify(
            new(MentorshipNews.BeganForMentee, me, [mine.EveryName, programme.Name], $"/matching/{id.Value}", clock.GetCurrentInstant())
        );
        await write.Commit(stop);
        return null;
    }
}
