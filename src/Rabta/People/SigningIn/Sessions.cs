using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rabta.Platform.Database;
using Rabta.Platform.Journal;

namespace Rabta.People.SigningIn;

/// <summary>
/// Sessions stand in the database. The cookie carries a random key and the row its hash, so nobody who reads the database can use it.
/// A row that is gone signs the device out.
/// </summary>
public sealed class Sessions(IClock clock) : ITicketStore
{
    private const int KeyBytes = 32;
    private static readonly Duration Lifetime = Duration.FromDays(90);

    public Task<string> StoreAsync(AuthenticationTicket ticket) => throw Needs();

    public Task RenewAsync(string key, AuthenticationTicket ticket) => throw Needs();

    public Task<AuthenticationTicket?> RetrieveAsync(string key) => throw Needs();

    public Task RemoveAsync(string key) => throw Needs();

    public async Task<string> StoreAsync(AuthenticationTicket ticket, HttpContext httpContext, CancellationToken cancellationToken)
    {
        var (db, account) = (Db(httpContext), AccountOf(ticket));
        var person = await db.Accounts.Where(a => a.Id == account).Select(a => a.PersonId).FirstAsync(cancellationToken);
        var (now, key) = (clock.GetCurrentInstant(), WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(KeyBytes)));
        // A link is spent and its session begun in one write: neither happens without the other.
        await using var own = db.Writing is null ? await db.BeginWrite(JournalKinds.SessionBegun, cancellationToken) : null;
        Journal(httpContext).Note(JournalKinds.SessionBegun, person, person);
        db.Devices.Add(
            new SignedInDevice
            {
                PersonId = person,
                KeyHash = HashOf(key),
                Device = Devices.Describe(httpContext.Request.Headers.UserAgent.ToString()),
                Since = now,
                Until = now + Lifetime,
                Ticket = TicketSerializer.Default.Serialize(ticket),
            }
        );
        await (own?.Commit(cancellationToken) ?? db.SaveChangesAsync(cancellationToken));
        return key;
    }

    public async Task RenewAsync(string key, AuthenticationTicket ticket, HttpContext httpContext, CancellationToken cancellationToken)
    {
        var (db, hash, ticketBytes, account) = (
            Db(httpContext),
            HashOf(key),
            TicketSerializer.Default.Serialize(ticket),
            AccountOf(ticket)
        );
        var accounts = db.Accounts;
        await using var write = await db.BeginAside(new NotJournaled("The same session goes on."), cancellationToken);
        // Renews only a session of the same person. Another person who signs in on this phone gets a new session.
        await db
            .Devices.Where(d => d.KeyHash == hash && accounts.Any(a => a.Id == account && a.PersonId == d.PersonId))
            .ExecuteUpdateAsync(s => s.SetProperty(d => d.Ticket, ticketBytes), cancellationToken);
        await write.Commit(cancellationToken);
    }

    public async Task<AuthenticationTicket?> RetrieveAsync(string key, HttpContext httpContext, CancellationToken cancellationToken)
    {
        var (db, hash, now) = (Db(httpContext), HashOf(key), clock.GetCurrentInstant());
        var ticket = await db
            .Devices.Where(d => d.KeyHash == hash && d.Until > now)
            .Select(d => d.Ticket)
            .FirstOrDefaultAsync(cancellationToken);
        return ticket is null ? null : TicketSerializer.Default.Deserialize(ticket);
    }

    public async Task RemoveAsync(string key, HttpContext httpContext, CancellationToken cancellationToken)
    {
        var (db, hash) = (Db(httpContext), HashOf(key));
        await using var write = await db.BeginWrite(JournalKinds.SessionEnded, cancellationToken);
        var people = await db.Devices.Where(d => d.KeyHash == hash).Select(d => d.PersonId).ToListAsync(cancellationToken);
        await db.Devices.Where(d => d.KeyHash == hash).ExecuteDeleteAsync(cancellationToken);
        foreach (var person in people)
            Journal(httpContext).Note(JournalKinds.SessionEnded, person, person);
        await write.Commit(cancellationToken);
    }

    // No salt and one round: the key is random and long, so it can't be guessed from its hash.
    private static string HashOf(string key) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)));

    private static JournalOf Journal(HttpContext context) => context.RequestServices.GetRequiredService<JournalOf>();

    private static RabtaDb Db(HttpContext context) => context.RequestServices.GetRequiredService<RabtaDb>();

    private static AccountId AccountOf(AuthenticationTicket ticket) =>
        new(Guid.Parse(ticket.Principal.FindFirst(System.Security.Claims.ClaimTypes.NameIdentifier)!.Value));

    private static NotSupportedException Needs() => new("A session belongs to a request.");
}

internal static class Devices
{
    private static readonly string[] Systems = ["Android", "iPhone", "iPad", "Windows", "Mac OS", "Linux"];
    private static readonly string[] Browsers = ["Edg", "OPR", "SamsungBrowser", "UCBrowser", "Firefox", "Chrome", "Safari"];

    /// <summary>"Chrome, Android": enough to know one's own phone by, too little to follow anyone.</summary>
    public static string Describe(string userAgent)
    {
        string? Known(string[] names) => names.FirstOrDefault(n => userAgent.Contains(n, StringComparison.Ordinal));
        return
            string.Join(
                ", ",
                new[]
                {
                    Known(Browsers) switch
                    {
                        "Edg" => "Edge",
                        "OPR" => "Opera",
                        var name => name,
                    },
                    Known(Systems),
                }.OfType<string>()
            )
                is { Length: > 0 } text
            ? text
            : "—";
    }
}
