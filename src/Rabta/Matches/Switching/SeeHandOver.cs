using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rabta.Mentorships;
using Rabta.People;
using Rabta.Platform.Access;
using Rabta.Platform.Database;
using Rabta.Programmes;

namespace Rabta.Matches.Switching;

/// <summary>Somebody who is to leave a cohort, and what becomes of their pairs.</summary>
/// <param name="Mentors">All who have a place, by name.</param>
public sealed record HandOver(
    Enrolment Enrolment,
    Person Person,
    string Programme,
    IReadOnlyList<HandOverPair> Pairs,
    IReadOnlyList<FreeMentor> Mentors
);

/// <summary>One of their pairs.</summary>
/// <param name="Other">The mentee of a mentor; the mentor of a mentee.</param>
/// <param name="Best">The mentors who suit this mentee best, the best first.</param>
/// <param name="Suggested">The best who has a place left after those suggested to the mentees above.</param>
public sealed record HandOverPair(Mentorship Pair, Person Other, IReadOnlyList<SwitchTo> Best, PersonId? Suggested);

public sealed record FreeMentor(PersonId Id, string Name, string? Number, int Free);

/// <summary>Reads what a coordinator looks at before somebody leaves. Nothing is changed by looking.</summary>
public sealed class SeeHandOver(RabtaDb db, SeeSwitches switches, IClock clock)
{
    /// <summary>Null where there is no such enrolment, or they have left.</summary>
    public async Task<HandOver?> Run(EnrolmentId id, CancellationToken stop)
    {
        if (await db.TakingPart.AsNoTracking().FirstOrDefaultAsync(e => e.Id == id, stop) is not { } enrolment)
            return null;
        var (who, isMentor, cohort) = (enrolment.PersonId, enrolment.Role == ProgrammeRole.Mentor, enrolment.CohortId);
        var person = await db.People.AsNoTracking().SingleAsync(p => p.Id == who, stop);
        var programme = await db
            .Cohorts.Where(c => c.Id == cohort)
            .Join(db.Programmes, c => c.ProgrammeId, p => p.Id, (c, p) => p.Name)
            .SingleAsync(stop);
        var pairs = await db
            .Mentorships.Where(m => m.CohortId == cohort && m.EndedAt == null && (isMentor ? m.MentorId == who : m.MenteeId == who))
            .Join(db.People, m => isMentor ? m.MenteeId : m.MentorId, p => p.Id, (m, p) => new { Pair = m, Other = p })
            .AsNoTracking()
            .ToListAsync(stop);
        var byName = StringComparer.Create(CultureInfo.CurrentUICulture, true);
        var sorted = pairs.OrderBy(x => x.Other.DisplayName, byName).ThenBy(x => x.Pair.Id.Value).ToList();
        if (!isMentor || sorted.Count == 0)
            return new(enrolment, person, programme.ToString(), [.. sorted.Select(x => new HandOverPair(x.Pair, x.Other, [], null))], []);
        var free = await Free(cohort, who, stop);
        var best = await switches.Each(cohort, [.. sorted.Select(x => x.Pair)], stop);
        var left = free.ToDictionary(m => m.Id, m => m.Free);
        return new(
            enrolment,
            person,
            programme.ToString(),
            [.. sorted.Select(x => new HandOverPair(x.Pair, x.Other, best[x.Pair.Id], Suggest(best[x.Pair.Id], left)))],
            [.. free.OrderBy(m => m.Name, byName)]
        );
    }

    private async Task<List<FreeMentor>> Free(CohortId cohort, PersonId leaves, CancellationToken stop)
    {
        var mentors = await db.PlacesIn(cohort, clock.GetCurrentInstant())
            .Where(m => m.Mentor != leaves && m.TakesNew && m.Places > m.Taken)
            .Join(db.People, m => m.Mentor, p => p.Id, (m, p) => new { Person = p, Free = m.Places - m.Taken })
            .AsNoTracking()
            .ToListAsync(stop);
        return mentors.ConvertAll(m => new FreeMentor(m.Person.Id, m.Person.DisplayName, m.Person.Number, m.Free));
    }

    private static PersonId? Suggest(IReadOnlyList<SwitchTo> best, Dictionary<PersonId, int> left)
    {
        foreach (var one in best.Where(b => left.GetValueOrDefault(b.Mentor) > 0))
        {
            left[one.Mentor]--;
            return one.Mentor;
        }
        return null;
    }
}
