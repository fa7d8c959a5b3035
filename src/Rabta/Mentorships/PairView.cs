using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rabta.People;
using Rabta.Platform.Access;
using Rabta.Platform.Database;
using Rabta.Programmes;

namespace Rabta.Mentorships;

/// <summary>Whose move it is.</summary>
public enum Turn
{
    Mine,
    Theirs,
    /// <summary>Both accepted: on to the first meeting.</summary>
    Both,
    Ended,
}

/// <summary>A mentorship as one of its two sees it: the partner only in what they chose to show.</summary>
public sealed record PairView(Mentorship Mentorship, Person Me, Partner Partner, Programme Programme, GroundRules Rules, Instant? IAccepted, Instant? TheyAccepted, bool IAskedForChange)
{
    public bool IAmMentor => Mentorship.MentorId == Me.Id;

    public Turn Turn => !Mentorship.IsStanding ? Turn.Ended : IAccepted is null ? Turn.Mine : TheyAccepted is null ? Turn.Theirs : Turn.Both;

    /// <summary>When both had accepted: the day from which the first meeting is counted.</summary>
    public Instant? BothAccepted => IAccepted is { } mine && TheyAccepted is { } theirs ? (mine > theirs ? mine : theirs) : null;
}

/// <summary>What a partner may see: made only here, from the person's own choice.</summary>
public sealed record Partner(PersonId Id, string Name, string? OtherName, string? About, string? Hopes, string? Phone)
{
    /// <summary>Once it has ended the name stays, as a memory; what they say of themselves is no longer for this partner.</summary>
    public static Partner Of(Person person, bool standing)
    {
        var here = person.NameIn(CultureInfo.CurrentUICulture);
        return new(person.Id, here, here == person.Name ? person.NameUrdu : person.Name,
            standing && person.Shown.HasFlag(Shown.About) ? person.About : null,
            standing && person.Shown.HasFlag(Shown.Hopes) ? person.Hopes : null,
            standing && person.Shown.HasFlag(Shown.Phone) ? person.Phone : null);
    }
}

/// <summary>Who may see a mentorship, in one place: the two in it. Staff arrange pairs and do not read them.</summary>
public sealed class SeePairs(RabtaDb db)
{
    /// <summary>Null where there is none, or none of mine: the asker can't tell which.</summary>
    public async Task<PairView?> One(MentorshipId id, PersonId me, CancellationToken stop) =>
        (await Load(db.Mentorships.Where(m => m.Id == id && m.Ending != HowEnded.TakenBack && (m.MentorId == me || m.MenteeId == me)), me, stop)).FirstOrDefault();

    public Task<List<PairView>> Mine(PersonId me, CancellationToken stop) =>
        Load(db.Mentorships.Where(m => m.EndedAt == null && (m.MentorId == me || m.MenteeId == me)), me, stop);

    // A fixed number of queries, however many mentees a mentor has.
    private async Task<List<PairView>> Load(IQueryable<Mentorship> which, PersonId me, CancellationToken stop)
    {
        var pairs = await which.AsNoTracking().OrderBy(m => m.BeganAt).ToListAsync(stop);
        if (pairs.Count == 0) return [];
        var ids = pairs.SelectMany(m => new[] { m.MentorId, m.MenteeId }).Distinct().ToList();
        var programmes = pairs.Select(m => m.ProgrammeId).Distinct().ToList();
        var people = await db.People.AsNoTracking().Where(p => ids.Contains(p.Id)).ToDictionaryAsync(p => p.Id, stop);
        var schemes = await db.Programmes.AsNoTracking().Where(p => programmes.Contains(p.Id)).ToDictionaryAsync(p => p.Id, stop);
        var rules = (await db.GroundRules.AsNoTracking().Where(r => programmes.Contains(r.ProgrammeId)).ToListAsync(stop))
            .GroupBy(r => r.ProgrammeId).ToDictionary(g => g.Key, g => g.MaxBy(r => r.Version)!);
        var accepted = (await db.Acceptances.AsNoTracking().Where(a => programmes.Contains(a.ProgrammeId) && ids.Contains(a.PersonId)).ToListAsync(stop))
            .ToDictionary(a => (a.ProgrammeId, a.PersonId, a.Version), a => a.At);
        var mentorships = pairs.Select(m => m.Id).ToList();
        var asked = await db.ChangeRequests.Where(c => mentorships.Contains(c.MentorshipId) && c.By == me && c.SettledAt == null).Select(c => c.MentorshipId).ToListAsync(stop);
        Instant? Accepted(Mentorship m, PersonId who) => accepted.TryGetValue((m.ProgrammeId, who, rules[m.ProgrammeId].Version), out var at) ? at : null;
        return [.. pairs.Select(m =>
        {
            var partner = m.MentorId == me ? m.MenteeId : m.MentorId;
            return new PairView(m, people[me], Partner.Of(people[partner], m.IsStanding), schemes[m.ProgrammeId], rules[m.ProgrammeId], Accepted(m, me), Accepted(m, partner), asked.Contains(m.Id));
        })];
    }
}
