using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rabta.Platform.Database;
using Rabta.Platform.Journal;

namespace Rabta.People.SigningIn;

/// <summary>Limits sign-in attempts: five in fifteen minutes for one e-mail address, a hundred from one network address.</summary>
/// <remarks>
/// A whole college may stand behind one network address, hence the hundred. Attempts are counted in the database, so that two servers count
/// together.
/// </remarks>
public sealed class SignInRateLimit(RabtaDb db, IClock clock)
{
    private static readonly Duration Window = Duration.FromMinutes(15);
    private static readonly NotJournaled Counting = new("Tries at the door are counted, and forgotten after a quarter of an hour.");
    public const int PerAddress = 5;
    public const int PerPlace = 100;

    /// <summary>Counts this attempt and says whether it is within the limits.</summary>
    public async Task<bool> Knock(string tried, string? place, CancellationToken stop)
    {
        var (what, where, now) = (Hash(tried), Hash(place ?? ""), clock.GetCurrentInstant());
        var since = now - Window;
        await using var write = await db.BeginAside(Counting, stop);
        var byAddress = await db.Set<SignInAttempt>().CountAsync(k => k.At > since && k.Tried == what, stop);
        var byPlace = await db.Set<SignInAttempt>().CountAsync(k => k.At > since && k.From == where, stop);
        if (byAddress >= PerAddress || byPlace >= PerPlace)
            return false;
        db.Add(
            new SignInAttempt
            {
                Tried = what,
                From = where,
                At = now,
            }
        );
        await db.Set<SignInAttempt>().Where(k => k.At < since).ExecuteDeleteAsync(stop);
        await write.Commit(stop);
        return true;
    }

    private static string Hash(string text) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.Trim().ToLowerInvariant())));
}
