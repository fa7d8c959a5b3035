using NodaTime;
using Rabta.People;
using Rabta.Platform.Database;
using Rabta.Platform.Institutions;
using Rabta.Platform.Journal;
using Rabta.Platform.Language;
using Rabta.Programmes.Inventing;

namespace Rabta.Home.Demo;

/// <summary>One secret with which somebody of the invented college is looked at.</summary>
public sealed record DemoLink(InventedVisitor Visitor, string Secret);

/// <summary>Founds the invented college and lets each module put its part into it. The same at every start.</summary>
public sealed class InventCollege(RabtaDb db, CurrentInstitution current, IEnumerable<IInvent> parts, IClock clock)
{
    public async Task<IReadOnlyList<DemoLink>> Run(CancellationToken stop)
    {
        var institution = new Institution(
            Several.Of(("en", "Margalla Medical College, Rawalpindi"), ("ur", "مارگلہ میڈیکل کالج، راولپنڈی")),
            null,
            "Asia/Karachi"
        )
        {
            Helpline = "051 555 0199",
            IsInvented = true,
        };
        db.Add(institution);
        await Save(stop);
        current.Use(institution);
        var college = new InventedCollege(clock.GetCurrentInstant(), DateTimeZoneProviders.Tzdb[institution.Zone]);
        foreach (var part in parts.OrderBy(p => p.Order))
        {
            await part.Run(college, stop);
            await Save(stop);
        }
        var links = college.Visitors.ConvertAll(v => (Visitor: v, Made: SignInLink.Make(v.Person.Id, LinkFor.Demo, college.Now)));
        db.AddRange(links.Select(l => l.Made.Link));
        await Save(stop);
        return links.ConvertAll(l => new DemoLink(l.Visitor, l.Made.Secret));
    }

    private async Task Save(CancellationToken stop)
    {
        await using var write = await db.BeginAside(new NotJournaled("None of it happened: it is invented."), stop);
        await write.Commit(stop);
    }
}
