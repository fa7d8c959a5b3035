using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rabta.Mentorships;
using Rabta.People;
using Rabta.People.Finding;
using Rabta.Platform.Access;
using Rabta.Platform.Database;
using Rabta.Platform.Language;
using Rabta.Preferences.Fitting;
using Rabta.Programmes;

namespace Rabta.Preferences.Wishing;

/// <summary>Someone I may choose: the name, what they let those who choose read, and what both of us answered.</summary>
/// <param name="HasPlaces">Of mentors.</param>
public sealed record Candidate(PersonId Id, string Name, string? About, string? Hopes, bool HasPlaces, bool IsWished, Fit Fit);

/// <summary>An answer of mine that others may share.</summary>
public sealed record MyAnswerToShare(string Id, Several Heading, string Value);

public sealed record CandidatesPage(
    IReadOnlyList<Candidate> Rows,
    int From,
    int To,
    int Found,
    int All,
    IReadOnlyList<MyAnswerToShare> Mine
)
{
    public static readonly CandidatesPage Nothing = new([], 0, 0, 0, 0, []);
}

/// <summary>What is asked of the list: a text, an answer of mine by its <see cref="MyAnswerToShare.Id"/>, free places.</summary>
public sealed record CandidateFilter(string? Text, string? Shares, bool Free);

/// <summary>
/// Finds the people whom a person may choose: for a mentee the mentors of the cohort, for a mentor the mentees without a mentor. They are
/// sorted by name, never by a score.
/// </summary>
public sealed class SeeCandidates(RabtaDb db, SeeFit fit, IClock clock)
{
    public const int PerPage = 12;

    private sealed record One(PersonId Id, EnrolmentId Enrolment, string Name, Several Names)
    {
        public string DisplayName { get; } = People.Name.Display(Name, Names);
    }

    public async Task<CandidatesPage> Run(MyEnrolment mine, CandidateFilter filter, int page, CancellationToken stop)
    {
        var (cohort, me, role) = (mine.Cohort.Id, mine.Enrolment.PersonId, mine.Role);
        var all = await Others(cohort, me, role.Other(), stop);
        var myAnswers = await MyAnswers(mine, stop);
        var found = await Fitting(all, myAnswers, filter, stop);
        var free = role == ProgrammeRole.Mentee ? await Free(cohort, [.. found.Select(o => o.Id)], stop) : [];
        if (filter.Free && role == ProgrammeRole.Mentee)
            found = [.. found.Where(o => free.GetValueOrDefault(o.Id) > 0)];
        var shown = found
            .OrderBy(o => o.DisplayName, StringComparer.Create(CultureInfo.CurrentUICulture, true))
            .ThenBy(o => o.Id.Value)
            .Skip((page - 1) * PerPage)
            .Take(PerPage)
            .ToList();
        var ids = shown.ConvertAll(o => o.Id);
        var people = await db.People.AsNoTracking().Where(p => ids.Contains(p.Id)).ToDictionaryAsync(p => p.Id, stop);
        var wished = (
            await db.Wishes.Where(w => w.CohortId == cohort && w.From == me && w.FromRole == role).Select(w => w.To).ToListAsync(stop)
        ).ToHashSet();
        var fits = await fit.Run(cohort, me, role, ids, stop);
        return new(
            [
                .. shown.Select(o =>
                    Of(people[o.Id], free.GetValueOrDefault(o.Id) > 0, wished.Contains(o.Id), fits.GetValueOrDefault(o.Id, Fit.Unknown))
                ),
            ],
            found.Count == 0 ? 0 : (page - 1) * PerPage + 1,
            (page - 1) * PerPage + shown.Count,
            found.Count,
            all.Count,
            myAnswers
        );
    }

    /// <summary>One of them, for a page of their own; null where there is none I may choose.</summary>
    public async Task<Candidate?> Single(MyEnrolment mine, PersonId other, CancellationToken stop)
    {
        var (cohort, me, role) = (mine.Cohort.Id, mine.Enrolment.PersonId, mine.Role);
        if ((await Others(cohort, me, role.Other(), stop)).All(o => o.Id != other))
            return null;
        var person = await db.People.AsNoTracking().SingleAsync(p => p.Id == other, stop);
        var free = role == ProgrammeRole.Mentee && (await Free(cohort, [other], stop)).GetValueOrDefault(other) > 0;
        return Of(person, free, false, (await fit.Run(cohort, me, role, [other], stop)).GetValueOrDefault(other, Fit.Unknown));
    }

    private static Candidate Of(Person person, bool free, bool wished, Fit fit)
    {
        var open = person.Shown.HasFlag(Shown.ToThoseWhoChoose);
        return new(
            person.Id,
            person.DisplayName,
            open && person.Shown.HasFlag(Shown.About) ? person.About : null,
            open && person.Shown.HasFlag(Shown.Hopes) ? person.Hopes : null,
            free,
            wished,
            fit
        );
    }

    private Task<Dictionary<PersonId, int>> Free(CohortId cohort, List<PersonId> mentors, CancellationToken stop) =>
        db.PlacesIn(cohort, clock.GetCurrentInstant())
            .Where(p => mentors.Contains(p.Mentor))
            .ToDictionaryAsync(p => p.Mentor, p => p.Free, stop);

    private async Task<List<One>> Others(CohortId cohort, PersonId me, ProgrammeRole theirs, CancellationToken stop)
    {
        var (standing, people) = (db.Mentorships, db.People);
        var others = db.TakingPart.Where(e => e.CohortId == cohort && e.Role == theirs && e.PersonId != me);
        // A mentee who has a mentor can't be chosen and is not shown.
        if (theirs == ProgrammeRole.Mentee)
            others = others.Where(e => !standing.Any(m => m.CohortId == cohort && m.MenteeId == e.PersonId && m.EndedAt == null));
        return await others.Join(people, e => e.PersonId, p => p.Id, (e, p) => new One(p.Id, e.Id, p.Name, p.Names)).ToListAsync(stop);
    }

    private async Task<List<MyAnswerToShare>> MyAnswers(MyEnrolment mine, CancellationToken stop)
    {
        var enrolment = mine.Enrolment.Id;
        var answers = await db
            .Answers.Where(a => a.EnrolmentId == enrolment)
            .Join(
                db.Questions.Where(q => !q.IsPrivate && (q.Counts == Counts.Alike || q.Counts == Counts.MustEqual)),
                a => a.QuestionId,
                q => q.Id,
                (a, q) =>
                    new
                    {
                        q.Id,
                        q.Heading,
                        a.Values,
                    }
            )
            .AsNoTracking()
            .ToListAsync(stop);
        return
        [
            .. answers
                .OrderBy(x => x.Id.Value)
                .SelectMany(x =>
                    x.Values.DistinctBy(TextKey.Of).Select(v => new MyAnswerToShare($"{x.Id.Value:N}.{TextKey.Of(v)}", x.Heading, v))
                ),
        ];
    }

    private async Task<List<One>> Fitting(List<One> all, List<MyAnswerToShare> mine, CandidateFilter filter, CancellationToken stop)
    {
        var found = all;
        if (!string.IsNullOrWhiteSpace(filter.Text))
        {
            var named = (await db.People.Holding(filter.Text, FoundBy.Name).Select(p => p.Id).ToListAsync(stop)).ToHashSet();
            found = [.. found.Where(o => named.Contains(o.Id))];
        }
        // The filter offers only my own answers, so it does not tell what others answered.
        if (mine.FirstOrDefault(m => m.Id == filter.Shares) is not { } shared)
            return found;
        var (question, value) = (new QuestionId(Guid.Parse(shared.Id[..32])), shared.Id[33..]);
        var same = (await db.Answers.Where(a => a.QuestionId == question).Select(a => new { a.EnrolmentId, a.Values }).ToListAsync(stop))
            .Where(a => a.Values.Any(v => TextKey.Of(v) == value))
            .Select(a => a.EnrolmentId)
            .ToHashSet();
        return [.. found.Where(o => same.Contains(o.Enrolment))];
    }
}
