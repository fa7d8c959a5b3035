using System.Globalization;
using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using Rabta.Platform.Access;
using Rabta.Platform.Database;

namespace Rabta.People.SigningIn;

/// <summary>Finds the person of the account in the session, as the database has them now.</summary>
public sealed class RecogniseByAccount(RabtaDb db) : IRecognise
{
    public async Task Recognise(Viewer viewer, ClaimsPrincipal signedIn, CancellationToken stop)
    {
        if (!Guid.TryParse(signedIn.FindFirstValue(ClaimTypes.NameIdentifier), out var value))
            return;
        var account = new AccountId(value);
        var people = db.People;
        var person = await db
            .Accounts.Where(a => a.Id == account)
            .Join(people, a => a.PersonId, p => p.Id, (_, p) => p)
            .AsNoTracking()
            .FirstOrDefaultAsync(stop);
        if (person is not null)
            viewer.Is(person.Id, person.DisplayName, person.IsStaff, person.Zone);
    }
}
