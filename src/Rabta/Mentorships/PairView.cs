using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rabta.People;
using Rabta.Platform.Access;
using Rabta.Platform.Database;
using Rabta.Programmes;

namespace Rabta.Mentorships;

/// <summary>A mentorship as one of its two sees it: the partner only in what they chose to show.</summary>
/// <param name="Facilitator">Who stands behind the match, in the reader's script where it is known.</param>
public sealed record PairView(
    Mentorship Mentorship,
    Person Me,
    Partner Partner,
    Programme Programme,
    GroundRules Rules,
    bool IShareMyPhone,
    ChangeKind? IAsked,
    string? Facilitator = null
)
{
    public bool IAmMentor => Mentorship.MentorId == Me.Id;

    /// <summary>The ground rules as they stand now.</summary>
    public bool IAccepted => Mentorship.AcceptedBy(Me.Id) >= Rules.Version;
}

/// <summary>What a partner may see: made only here, from the person's own choice.</summary>
/// <param name="Phone">Only while its owner shares it with this partner.</param>
public sealed record Partner(PersonId Id, string Name, string? OtherNames, string? About, string? Hopes, string? Phone)
{
    public Instant? AwayUntil { get; private init; }

    /// <summary>After the end the partner still sees the name, and no longer what the person says about themself.</summary>
    public static Partner Of(Person person, bool standing, bool sharesPhone)
    {
        var here = person.DisplayName;
        return new(
            person.Id,
            here,
            string.Join(" · ", person.EveryName.Texts.Values.Distinct().Where(name => name != here)) is { Length: > 0 } others
                ? others
                : null,
            standing && person.Shown.HasFlag(Shown.About) ? person.About : null,
            standing && person.Shown.HasFlag(Shown.Hopes) ? person.Hopes : null,
            standing && sharesPhone ? person.Phone : null
        )
        {
            AwayUntil = standing ? person.AwayUntil : null,
        };
    }
}

/// <summary>Who may see a mentorship, in one place: the two in it. Staff arrange pairs and do not read them.</summary>
public sealed class SeePairs(RabtaDb db)
{
    /// <summary>Null where there is none, or none of mine: the asker can't tell which.</summary>
    public async Task<PairView?> One(MentorshipId id, PersonId me, CancellationToken stop) =>
        (
            await Load(
                db.Mentorships.Where(m => m.Id == id && m.Ending != HowEnded.TakenBack && (m.MentorId == me || m.MenteeId == me)),
                me,
                stop
            )
        ).FirstOrDefault();

    public Task<List<PairView>> Mine(PersonId me, CancellationToken stop) =>
        Load(db.Mentorships.Where(m => m.EndedAt == null && (m.MentorId == me || m.MenteeId == me)), me, stop);

    // A fixed number of queries, however many mentees a mentor has.
    private async Task<List<PairView>> Load(IQueryable<Mentorship> which, PersonId me, CancellationToken stop)
    {
        var pairs = await which.AsNoTracking().OrderBy(m => m.BeganAt).ToListAsync(stop);
        if (pairs.Count == 0)
            return [];
        var ids = pairs.SelectMany(m => new[] { m.MentorId, m.MenteeId, m.FacilitatorId ?? m.MentorId }).Distinct().ToList();
        var programmes = pairs.Select(m => m.ProgrammeId).Distinct().ToList();
        var people = await db.People.AsNoTracking().Where(p => ids.Contains(p.Id)).ToDictionaryAsync(p => p.Id, stop);
        var schemes = await db.Programmes.AsNoTracking().Where(p => programmes.Contains(p.Id)).ToDictionaryAsync(p => p.Id, stop);
        var rules = (await db.GroundRules.AsNoTracking().Where(r => programmes.Contains(r.ProgrammeId)).ToListAsync(stop))
            .GroupBy(r => r.ProgrammeId)
            .ToDictionary(g => g.Key, g => g.MaxBy(r => r.Version)!);
        var mentorships = pairs.Select(m => m.Id).ToList();
        var asked = (
            await db
                .ChangeRequests.Where(c => mentorships.Contains(c.MentorshipId) && c.By == me && c.SettledAt == null)
                .Select(c => new { c.MentorshipId, c.Kind })
                .ToListAsync(stop)
        )
            .DistinctBy(c => c.MentorshipId)
            .ToDictionary(c => c.MentorshipId, c => c.Kind);
        var shares = (
            await db
                .PhoneShares.Where(s => mentorships.Contains(s.MentorshipId))
                .Select(s => new { s.MentorshipId, s.PersonId })
                .ToListAsync(stop)
        )
            .Select(s => (s.MentorshipId, s.PersonId))
            .ToHashSet();
        return
        [
            .. pairs.Select(m =>
            {
                var partner = m.MentorId == me ? m.MenteeId : m.MentorId;
                return new PairView(
                    m,
                    people[me],
                    Partner.Of(people[partner], m.IsStanding, shares.Contains((m.Id, partner))),
                    schemes[m.ProgrammeId],
                    rules[m.ProgrammeId],
                    shares.Contains((m.Id, me)),
                    asked.TryGetValue(m.Id, out var kind) ? kind : null,
                    m.FacilitatorId is { } by && people.TryGetValue(by, out var facilitator) ? facilitator.DisplayName : m.Facilitator
                );
            }),
        ];
    }
}
