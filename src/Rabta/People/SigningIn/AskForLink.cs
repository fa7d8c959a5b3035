using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rabta.Platform.Access;
using Rabta.Platform.Database;
using Rabta.Platform.Journal;
using Rabta.Platform.News;
using Rabta.Platform.Web;

namespace Rabta.People.SigningIn;

/// <summary>A stranger asks for a sign-in link. The answer never shows whether the address is known here; only the mailbox does.</summary>
public sealed class AskForLink(RabtaDb db, SignInRateLimit limits, INotify notify, IClock clock)
{
    public async Task<Refusal?> Run(string? address, string? place, string? to, CancellationToken stop)
    {
        var key = Person.KeyOf(address);
        if (string.IsNullOrEmpty(key))
            return new("sign-in.no-address");
        if (key.Split('@') is not [{ Length: > 0 }, { Length: > 0 }] || key.Contains(' '))
            return new("sign-in.bad-address");
        if (!await limits.Knock(key, place, stop))
            return new("sign-in.too-often");
        await using var write = await db.BeginWrite(
            new NotJournaled("Whoever asks is not known yet, and a line for each of them would tell who knocks."),
            stop
        );
        var person = await db.People.Where(p => p.AddressKey == key).Select(p => (PersonId?)p.Id).FirstOrDefaultAsync(stop);
        if (person is { } known)
            notify.Notify(new(SignInNews.LinkAsked, known, [], SafePath.Of(to), clock.GetCurrentInstant()));
        await write.Commit(stop);
        return null;
    }
}
