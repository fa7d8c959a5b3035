using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rabta.Mentorships;
using Rabta.Mentorships.States;
using Rabta.People;
using Rabta.People.Finding;
using Rabta.Platform.Access;
using Rabta.Platform.Database;
using Rabta.Platform.Language;
using Rabta.Preferences;
using Rabta.Programmes;

namespace Rabta.Matches.Reviewing;

/// <summary>A round as a coordinator reviews it: everyone without a mentor, and one page of mentors with their pairs.</summary>
public sealed record Review(
    Round Round,
    string Programme,
    string Cohort,
    int Pairs,
    int Unmatched,
    IReadOnlyList<LeftOver> Left,
    IReadOnlyList<MentorSummary> Mentors,
    int From,
    int To,
    int Found,
    Fullness Fullness,
    bool CanUndo
)
{
    public int With => Round.Standing + Pairs;
    public int All => With + Unmatched;
}

public sealed record LeftOver(string Name, string? Number, RoundUnmatched Row);

/// <summary>A mentor with whom the round gives them. <paramref name="Taken"/> counts those they already have.</summary>
public sealed record MentorSummary(PersonId Id, string Name, int Taken, int Places, int Before, IReadOnlyList<ProposedPair> Pairs);

public sealed record ProposedPair(string Name, RoundPair Pair);

/// <summary>How many mentors are exactly full, have places (and how many in all), hold more than their places.</summary>
public sealed record Fullness(int Full, int WithPlaces, int Places, int Over);

public sealed class ReviewRound(RabtaDb db, IClock clock)
{
    public const int PerPage = 20,
        LeftAtFirst = 6,
        LeftAtMost = 50;

    private sealed record Mentor(PersonId Id, string Name, Several Names, int Places)
    {
        public string DisplayName { get; } = People.Name.Display(Name, Names);
        public int Taken { get; set; }
        public int Before { get; init; }
    }

    /// <param name="only">"changed", "free" or everything.</param>
    public async Task<Review?> Run(RoundId id, string? find, string? only, bool allLeft, int page, PersonId viewer, CancellationToken stop)
    {
        if (await db.Rounds.AsNoTracking().FirstOrDefaultAsync(r => r.Id == id, stop) is not { } round)
            return null;
        var place = await db
            .Cohorts.AsNoTracking()
            .Where(c => c.Id == round.CohortId)
            .Join(db.Programmes, c => c.ProgrammeId, p => p.Id, (c, p) => new { c, p })
            .SingleAsync(stop);
        var pairs = db.RoundPairs.AsNoTracking().Where(p => p.RoundId == id);
        var mentors = await Mentors(round, stop);
        var found = only == "free" ? mentors.Where(m => m.Taken < m.Places).ToList() : mentors;
        if (only == "changed")
        {
            var pinned = (await pairs.Where(p => p.IsPinned).Select(p => p.MentorId).ToListAsync(stop)).ToHashSet();
            found = [.. found.Where(m => pinned.Contains(m.Id))];
        }
        var named = db.People.Holding(find, FoundBy.Number);
        if (!string.IsNullOrWhiteSpace(find))
            found = [.. found.IntersectBy(await Fitting(pairs, named, stop), m => m.Id)];
        var shown = found
            .OrderBy(m => m.DisplayName, StringComparer.Create(CultureInfo.CurrentUICulture, true))
            .ThenBy(m => m.Id.Value)
            .Skip((page - 1) * PerPage)
            .Take(PerPage)
            .ToList();
        var ids = shown.ConvertAll(m => m.Id);
        var rows = await pairs
            .Where(p => ids.Contains(p.MentorId))
            .Join(
                db.People,
                p => p.MenteeId,
                p => p.Id,
                (pair, mentee) =>
                    new
                    {
                        pair,
                        mentee.Name,
                        mentee.Names,
                    }
            )
            .ToListAsync(stop);
        var proposed = rows.OrderBy(x => x.Name, StringComparer.Ordinal)
            .ToLookup(x => x.pair.MentorId, x => new ProposedPair(Name.Display(x.Name, x.Names), x.pair));
        return new(
            round,
            place.p.Name.ToString(),
            place.c.Name.ToString(),
            await pairs.CountAsync(stop),
            await db.RoundUnmatched.CountAsync(u => u.RoundId == id, stop),
            await Left(id, named, allLeft ? LeftAtMost : LeftAtFirst, stop),
            [.. shown.Select(m => new MentorSummary(m.Id, m.DisplayName, m.Taken, m.Places, m.Before, [.. proposed[m.Id]]))],
            found.Count == 0 ? 0 : (page - 1) * PerPage + 1,
            (page - 1) * PerPage + shown.Count,
            found.Count,
            FullnessOf(mentors),
            round.State != RoundState.Published
                && (
                    await db.Pins.AnyAsync(p => p.CohortId == round.CohortId && p.By == viewer, stop)
                    || await db.Forbids.AnyAsync(f => f.CohortId == round.CohortId && f.By == viewer, stop)
                )
        );
    }

    private async Task<List<Mentor>> Mentors(Round round, CancellationToken stop)
    {
        var mentors = await db.PlacesIn(round.CohortId, clock.GetCurrentInstant())
            .Join(db.People, m => m.Mentor, p => p.Id, (m, p) => new Mentor(p.Id, p.Name, p.Names, m.Places) { Before = m.Taken })
            .ToListAsync(stop);
        // The pairs of a published round are among the standing mentorships.
        var proposed =
            round.State == RoundState.Published
                ? []
                : await db
                    .RoundPairs.Where(p => p.RoundId == round.Id)
                    .GroupBy(p => p.MentorId)
                    .Select(g => new { g.Key, Count = g.Count() })
                    .ToDictionaryAsync(g => g.Key, g => g.Count, stop);
        foreach (var mentor in mentors)
            mentor.Taken = mentor.Before + proposed.GetValueOrDefault(mentor.Id);
        return mentors;
    }

    /// <summary>The mentors of these names, and those whom the round gives a mentee of these names.</summary>
    private static async Task<List<PersonId>> Fitting(IQueryable<RoundPair> pairs, IQueryable<Person> named, CancellationToken stop)
    {
        var ids = named.Select(p => p.Id);
        return
        [
            .. await pairs.Where(p => ids.Contains(p.MenteeId)).Select(p => p.MentorId).Distinct().ToListAsync(stop),
            .. await ids.ToListAsync(stop),
        ];
    }

    private async Task<List<LeftOver>> Left(RoundId id, IQueryable<Person> named, int most, CancellationToken stop)
    {
        var left = db
            .RoundUnmatched.AsNoTracking()
            .Where(u => u.RoundId == id)
            .Join(named, u => u.MenteeId, p => p.Id, (row, mentee) => new { row, mentee });
        var rows = await left.OrderBy(x => x.mentee.Name)
            .ThenBy(x => x.row.Id)
            .Take(most)
            .Select(x => new
            {
                x.row,
                x.mentee.Name,
                x.mentee.Names,
                x.mentee.Number,
            })
            .ToListAsync(stop);
        return rows.ConvertAll(x => new LeftOver(Name.Display(x.Name, x.Names), x.Number, x.row));
    }

    private static Fullness FullnessOf(List<Mentor> mentors) =>
        new(
            mentors.Count(m => m.Taken == m.Places),
            mentors.Count(m => m.Taken < m.Places),
            mentors.Sum(m => Math.Max(0, m.Places - m.Taken)),
            mentors.Count(m => m.Taken > m.Places)
        );
}
