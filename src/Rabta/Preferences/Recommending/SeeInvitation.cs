using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rabta.People;
using Rabta.Platform.Database;
using Rabta.Programmes;

namespace Rabta.Preferences.Recommending;

/// <summary>An invitation as the invited person sees it: who asks, and for which programme. It names nobody who takes part.</summary>
public sealed record InvitationSeen(string Name, string By, string Programme, string? Message, bool IsAnswered, bool IsOpen);

public sealed class SeeInvitation(RabtaDb db, IClock clock)
{
    /// <summary>Null where the link is unknown.</summary>
    public async Task<InvitationSeen?> Run(string secret, CancellationToken stop)
    {
        var hash = SignInLink.HashOf(secret);
        var (links, people, programmes) = (db.InvitationLinks, db.People, db.Programmes);
        var found = await db
            .RecommenderInvitations.Where(i => links.Any(l => l.Hash == hash && l.InvitationId == i.Id))
            .Join(db.Cohorts, i => i.CohortId, c => c.Id, (i, c) => new { i, c.ProgrammeId })
            .Join(programmes, x => x.ProgrammeId, p => p.Id, (x, p) => new { x.i, p.Name })
            .Join(
                people,
                x => x.i.PersonId,
                p => p.Id,
                (x, p) =>
                    new
                    {
                        x.i,
                        x.Name,
                        Invited = p,
                    }
            )
            .Join(
                people,
                x => x.i.By,
                p => p.Id,
                (x, p) =>
                    new
                    {
                        x.i,
                        x.Name,
                        x.Invited,
                        By = p,
                    }
            )
            .AsNoTracking()
            .FirstOrDefaultAsync(stop);
        var here = CultureInfo.CurrentUICulture;
        return found is null
            ? null
            : new(
                found.Invited.NameIn(here),
                found.By.NameIn(here),
                found.Name.ToString(),
                found.i.Message,
                found.i.AnsweredAt is not null,
                found.i.IsOpen(clock.GetCurrentInstant())
            );
    }
}
