using Microsoft.EntityFrameworkCore;
using Rabta.People;
using Rabta.People.Correcting;
using Rabta.Platform.Access;
using Rabta.Platform.Database;
using Rabta.Platform.Events;
using Rabta.Platform.Journal;
using Rabta.Platform.Language;
using Rabta.Platform.Once;
using Rabta.Programmes;

namespace Rabta.Mentorships.Placing;

/// <summary>Keeps the places that a coordinator typed for a mentor, in the form in which the person is corrected.</summary>
public sealed class KeepPlaces(RabtaDb db, JournalOf journal) : IHandle<PersonCorrected>
{
    public const string SeenField = "places-seen";

    /// <summary>The field of one enrolment.</summary>
    public static string FieldOf(EnrolmentId enrolment) => $"places-{enrolment.Value:N}";

    /// <summary>What the form shows of a mentor's places, in short.</summary>
    public static string Seen(IEnumerable<Enrolment> parts) =>
        AsSeen.Of(parts.OrderBy(e => e.Id.Value).SelectMany(e => new object?[] { e.Id.Value, e.Places }));

    public async Task Handle(PersonCorrected told, CancellationToken stop)
    {
        if (!told.Fields.TryGetValue(SeenField, out var seen))
            return;
        var id = told.Person.Id;
        var parts = await db.Enrolments.Where(e => e.PersonId == id && e.Role == ProgrammeRole.Mentor).ToListAsync(stop);
        // In one order, so that two coordinators do not wait for each other.
        foreach (var part in parts.OrderBy(e => e.CohortId.Value))
            await db.HoldLock(part.CohortId.Value, stop);
        if (Seen(parts) != seen.ToString())
        {
            told.Refused = (new("places.changed"), typeof(Texts));
            return;
        }
        foreach (var part in parts)
        {
            if (!told.Fields.TryGetValue(FieldOf(part.Id), out var field))
                continue;
            var typed = Values.Trimmed(field.ToString());
            var places = typed is null ? null : Values.Places(typed);
            if (typed is not null && places is null)
            {
                told.Refused = (new("places.wrong", Values.MostPlaces), typeof(Texts));
                return;
            }
            if (places == part.Places)
                continue;
            journal.Note(JournalKinds.PlacesSet, id, told.By, before: $"{part.Places}", after: $"{places}");
            part.Places = places;
            told.HasChanged = true;
        }
    }
}
