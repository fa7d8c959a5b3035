using Microsoft.EntityFrameworkCore;
using Rabta.Matching.Explaining;
using Rabta.Matching.Problems;
using Rabta.Matching.Results;
using Rabta.Mentorships;
using Rabta.People;
using Rabta.Platform.Access;
using Rabta.Platform.Database;
using Rabta.Platform.Language;
using Rabta.Programmes;

namespace Rabta.Preferences.Fitting;

/// <summary>What speaks for two people, and the rule that keeps them apart, as far as either may know.</summary>
/// <param name="Reasons">Shared and different answers to open questions only.</param>
/// <param name="Heading">The open question whose rule keeps them apart; null where no rule does, or only a private one.</param>
/// <param name="MustBeEqual">The rule asks for the same answer; otherwise for another one.</param>
/// <param name="MayPair">No rule of any kind stands against it.</param>
public sealed record Fit(IReadOnlyList<Reason> Reasons, Several? Heading, bool MustBeEqual, bool MayPair)
{
    public static readonly Fit Unknown = new([], null, false, true);
}

/// <summary>Weighs one person of a cohort against a few others with the matchmaker's own rules, in a fixed number of queries.</summary>
public sealed class SeeFit(RabtaDb db)
{
    /// <param name="role">The part of <paramref name="me"/>; the others are in the other one.</param>
    public async Task<IReadOnlyDictionary<PersonId, Fit>> Run(
        CohortId cohort,
        PersonId me,
        ProgrammeRole role,
        IReadOnlyCollection<PersonId> others,
        CancellationToken stop
    )
    {
        if (others.Count == 0)
            return new Dictionary<PersonId, Fit>();
        var (people, why) = Weigh(await Read(cohort, me, role, others, stop));
        return others
            .Where(o =>
                o != me
                && (
                    role == ProgrammeRole.Mentee ? people.HasMentee(me) && people.HasMentor(o) : people.HasMentor(me) && people.HasMentee(o)
                )
            )
            .ToDictionary(o => o, o => Of(people, why, PairOf(people, me, role, o)));
    }

    /// <summary>
    /// Everything that speaks for a pair that is to begin now, and whether any rule stands against it. Within the caller's transaction.
    /// </summary>
    public async Task<(List<Reason> Reasons, bool MayPair)> Whole(CohortId cohort, PersonId mentee, PersonId mentor, CancellationToken stop)
    {
        var rows = await Read(cohort, mentee, ProgrammeRole.Mentee, [mentor], stop);
        var ids = new[] { mentee, mentor };
        rows = rows with
        {
            Wishes = await db.Wishes.AsNoTracking().Where(w => w.CohortId == cohort && ids.Contains(w.From)).ToListAsync(stop),
            Recommendations = await db
                .Recommendations.AsNoTracking()
                .Where(r => r.CohortId == cohort && r.MenteeId == mentee && r.MentorId == mentor && r.TakenBackAt == null)
                .ToListAsync(stop),
            HelpsBest = await db.HelpsBest.AsNoTracking().Where(h => h.CohortId == cohort && h.MentorId == mentor).ToListAsync(stop),
        };
        var (people, why) = Weigh(rows);
        if (!people.HasMentee(mentee) || !people.HasMentor(mentor))
            return ([], false);
        var pair = PairOf(people, mentee, ProgrammeRole.Mentee, mentor);
        return (ReasonsOf.Pair(why.OfPair(pair), people, null), Stands(why.Why(pair.Mentee, pair.Mentor)));
    }

    private static (CohortProblem People, Explanations Why) Weigh(CohortRows rows)
    {
        var people = new CohortProblem(rows, 0, default);
        return (people, new Explanations(people.Problem, []));
    }

    private static Pair PairOf(CohortProblem people, PersonId me, ProgrammeRole role, PersonId other) =>
        role == ProgrammeRole.Mentee ? new(people.KeyOf(me), people.KeyOf(other)) : new(people.KeyOf(other), people.KeyOf(me));

    private static Fit Of(CohortProblem people, Explanations why, Pair pair)
    {
        var removal = why.Why(pair.Mentee, pair.Mentor);
        var question = removal.Question is { } id && people.Questions[id] is { IsPrivate: false } open ? open : null;
        return new(
            [.. ReasonsOf.Pair(why.OfPair(pair), people, null).Where(r => r.Kind is ReasonKind.Shared or ReasonKind.Different)],
            question?.Heading,
            question?.Counts == Counts.MustEqual,
            Stands(removal)
        );
    }

    // A full mentor breaks no rule here: the caller counts places.
    private static bool Stands(Removal removal) => removal.Kind is RemovalKind.None or RemovalKind.NoPlaces;

    private async Task<CohortRows> Read(
        CohortId cohort,
        PersonId me,
        ProgrammeRole role,
        IReadOnlyCollection<PersonId> others,
        CancellationToken stop
    )
    {
        var (people, theirs) = (db.People, role.Other());
        var enrolled = await db
            .Enrolments.AsNoTracking()
            .Where(e => e.CohortId == cohort && ((e.PersonId == me && e.Role == role) || (others.Contains(e.PersonId) && e.Role == theirs)))
            .Join(people, e => e.PersonId, p => p.Id, (e, p) => new Enrolled(e, p))
            .ToListAsync(stop);
        var enrolments = enrolled.ConvertAll(e => e.Enrolment.Id);
        return new(
            1,
            enrolled,
            [],
            await db.Questions.AsNoTracking().Where(q => q.CohortId == cohort && q.Counts != Counts.Never).ToListAsync(stop),
            await db.Answers.AsNoTracking().Where(a => enrolments.Contains(a.EnrolmentId)).ToListAsync(stop),
            [],
            [],
            await db.Conflicts.AsNoTracking().Where(c => c.CohortId == cohort && (c.One == me || c.Other == me)).ToListAsync(stop),
            [],
            await db.Forbids.AsNoTracking().Where(f => f.CohortId == cohort && (f.MenteeId == me || f.MentorId == me)).ToListAsync(stop),
            await db
                .Mentorships.AsNoTracking()
                .Where(m =>
                    m.CohortId == cohort
                    && (m.MenteeId == me || m.MentorId == me)
                    && (m.Ending == HowEnded.Ended || m.Ending == HowEnded.Moved)
                )
                .ToListAsync(stop),
            [],
            await db
                .PrivatePreferences.AsNoTracking()
                .Where(c => c.CohortId == cohort && (c.PersonId == me || others.Contains(c.PersonId)))
                .ToListAsync(stop),
            await db.Questions.AsNoTracking().Where(q => q.CohortId == cohort && Aspects.Keys.Contains(q.Key.ToUpper())).ToListAsync(stop),
            []
        );
    }
}
