using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rabta.People;
using Rabta.People.SigningIn;
using Rabta.Platform.Access;
using Rabta.Platform.Database;
using Rabta.Platform.Journal;
using Rabta.Programmes;

namespace Rabta.Preferences.Recommending;

/// <summary>What a recommender types: two people by full name or number, and one sentence.</summary>
public sealed record TypedRecommendation(string? Mentee, string? Mentor, string? Why, bool MayBeNamed, bool WhyMayBeRead)
{
    public const int LongestWhy = 300,
        LongestName = 120;

    public Refusal? Missing() =>
        string.IsNullOrWhiteSpace(Mentee) || string.IsNullOrWhiteSpace(Mentor) ? new("recommend.no-names")
        : string.IsNullOrWhiteSpace(Why) ? new("recommend.no-why")
        : Mentee.Length > LongestName || Mentor.Length > LongestName || Why.Length > LongestWhy ? new("recommend.long", LongestWhy)
        : null;
}

/// <summary>
/// Stores a recommendation. The recommender gets the same answer whether or not the words name two people here; staff sort what is unclear.
/// </summary>
public sealed class Recommend(RabtaDb db, FindPair find, SignInRateLimit limits, JournalOf journal, IClock clock)
{
    /// <summary>A member whom the programme trusts: staff, a mentor of the cohort, someone a coordinator named.</summary>
    public async Task<Refusal?> AsMember(CohortId cohort, TypedRecommendation typed, PersonId me, string? place, CancellationToken stop)
    {
        if (typed.Missing() is { } missing)
            return missing;
        var person = await db.People.AsNoTracking().SingleAsync(p => p.Id == me, stop);
        // Staff may have a whole list to type in.
        if (!person.IsStaff && !await limits.Knock($"recommend:{me}", place, stop))
            return new("recommend.too-often");
        await using var write = await db.BeginWrite(JournalKinds.RecommendationGiven, stop);
        if (!person.IsStaff && !await MayRecommend(cohort, me, stop))
            return new("recommend.not-here");
        await Keep(cohort, typed, person, null, stop);
        await write.Commit(stop);
        return null;
    }

    /// <summary>A person invited by mail. The link works once; a second time it changes nothing and gets the same thanks.</summary>
    public async Task<Refusal?> ByLink(string secret, TypedRecommendation typed, string? place, CancellationToken stop)
    {
        if (typed.Missing() is { } missing)
            return missing;
        var hash = SignInLink.HashOf(secret);
        if (!await limits.Knock($"recommend:{hash}", place, stop))
            return new("recommend.too-often");
        await using var write = await db.BeginWrite(JournalKinds.RecommendationGiven, stop);
        var links = db.InvitationLinks.Where(l => l.Hash == hash);
        if (
            await db.RecommenderInvitations.AsNoTracking().FirstOrDefaultAsync(i => links.Any(l => l.InvitationId == i.Id), stop)
            is not { } invitation
        )
            return new("recommend.unknown");
        if (invitation.AnsweredAt is not null)
            return null;
        var now = clock.GetCurrentInstant();
        if (!invitation.IsOpen(now))
            return new("recommend.over");
        // The condition in the update decides who was first when two press at once.
        var spent = await db
            .RecommenderInvitations.Where(i => i.Id == invitation.Id && i.AnsweredAt == null && i.RevokedAt == null)
            .ExecuteUpdateAsync(s => s.SetProperty(i => i.AnsweredAt, now), stop);
        if (spent != 1)
            return null;
        await Keep(invitation.CohortId, typed, await db.People.SingleAsync(p => p.Id == invitation.PersonId, stop), invitation.Id, stop);
        await write.Commit(stop);
        return null;
    }

    public Task<bool> MayRecommend(CohortId cohort, PersonId me, CancellationToken stop)
    {
        var (enrolments, named) = (db.TakingPart, db.Recommenders);
        return db.Cohorts.AnyAsync(
            c =>
                c.Id == cohort
                && (
                    enrolments.Any(e => e.CohortId == cohort && e.PersonId == me && e.Role == ProgrammeRole.Mentor)
                    || named.Any(r => r.CohortId == cohort && r.PersonId == me)
                ),
            stop
        );
    }

    private async Task Keep(
        CohortId cohort,
        TypedRecommendation typed,
        Person by,
        RecommenderInvitationId? invitation,
        CancellationToken stop
    )
    {
        var (mentee, mentor) = await find.Run(cohort, typed.Mentee!, typed.Mentor!, stop);
        // If the recommender is one of the two, staff look at it first: people express their own interest as wishes.
        if (mentee is { } one && mentor is { } other && one != by.Id && other != by.Id)
            await Store(cohort, one, other, typed, by, invitation, stop);
        else
            db.Add(
                new UnsortedRecommendation
                {
                    CohortId = cohort,
                    Mentee = typed.Mentee!.Trim(),
                    Mentor = typed.Mentor!.Trim(),
                    Why = typed.Why!.Trim(),
                    By = by.Name,
                    ByPerson = by.Id,
                    MayBeNamed = typed.MayBeNamed,
                    WhyMayBeRead = typed.WhyMayBeRead,
                    At = clock.GetCurrentInstant(),
                }
            );
        journal.Note(JournalKinds.RecommendationGiven, cohort.Value, by.Id);
    }

    // If a person recommends the same two again, the newer sentence replaces the older one.
    private async Task Store(
        CohortId cohort,
        PersonId mentee,
        PersonId mentor,
        TypedRecommendation typed,
        Person by,
        RecommenderInvitationId? invitation,
        CancellationToken stop
    )
    {
        var byId = by.Id;
        var known = await db.Recommendations.FirstOrDefaultAsync(
            r => r.CohortId == cohort && r.MenteeId == mentee && r.MentorId == mentor && r.ByPerson == byId,
            stop
        );
        if (known is null)
            db.Add(
                known = new Recommendation
                {
                    CohortId = cohort,
                    MenteeId = mentee,
                    MentorId = mentor,
                    ByPerson = byId,
                    InvitationId = invitation,
                }
            );
        (known.By, known.Why, known.MayBeNamed, known.WhyMayBeRead) = (by.Name, typed.Why!.Trim(), typed.MayBeNamed, typed.WhyMayBeRead);
        (known.At, known.TakenBackAt) = (clock.GetCurrentInstant(), null);
    }
}
