using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rabta.Meetings;
using Rabta.Mentorships;
using Rabta.Mentorships.States;
using Rabta.People;
using Rabta.Platform.Access;
using Rabta.Platform.Database;

namespace Rabta.Goals;

/// <summary>
/// Who may see a goal, in one place: the mentee always, the mentor while the mentorship stands. Nobody else, staff included.
/// </summary>
public sealed class SeeGoals(RabtaDb db)
{
    /// <summary>Null where there is none, or none for me: the asker can't tell which.</summary>
    public async Task<GoalView?> One(GoalId id, PersonId me, CancellationToken stop) =>
        (await Load(Visible(me).Where(g => g.Id == id), me, stop)).FirstOrDefault();

    /// <summary>My own goals, wherever I wrote them, and what is suggested to me.</summary>
    public async Task<GoalsOf> OfMentee(PersonId me, CancellationToken stop) =>
        new(
            await Load(db.Goals.Where(g => g.MenteeId == me), me, stop),
            await Load(Waiting, Standing.Where(m => m.MenteeId == me), me, stop)
        );

    /// <summary>What one of the two sees of their mentorship.</summary>
    public async Task<GoalsOf> OfPair(MentorshipId pair, PersonId me, CancellationToken stop) =>
        new(
            await Load(Visible(me).Where(g => g.MentorshipId == pair), me, stop),
            await Load(Waiting, Standing.Where(m => m.Id == pair && (m.MenteeId == me || m.MentorId == me)), me, stop)
        );

    /// <summary>The open goals and waiting suggestions of several mentorships: an entry for each that was asked for.</summary>
    public async Task<IReadOnlyDictionary<MentorshipId, GoalsOf>> OfPairs(
        IReadOnlyCollection<MentorshipId> pairs,
        PersonId me,
        CancellationToken stop
    )
    {
        var goals = (await Load(Visible(me).Where(g => pairs.Contains(g.MentorshipId) && g.State == GoalState.Open), me, stop)).ToLookup(
            g => g.Goal.MentorshipId
        );
        var suggested = (
            await Load(Waiting, Standing.Where(m => pairs.Contains(m.Id) && (m.MenteeId == me || m.MentorId == me)), me, stop)
        ).ToLookup(s => s.Suggestion.MentorshipId);
        return pairs.Distinct().ToDictionary(p => p, p => new GoalsOf([.. goals[p]], [.. suggested[p]]));
    }

    /// <summary>When the first goal of a pair was written: that there is one, and never what it says.</summary>
    public Task<Instant?> FirstOf(MentorshipId pair, CancellationToken stop) =>
        db.Goals.Where(g => g.MentorshipId == pair).MinAsync(g => (Instant?)g.WrittenAt, stop);

    /// <summary>A suggestion made to me, answered or not; null for everyone else.</summary>
    public async Task<SuggestionView?> Suggestion(GoalSuggestionId id, PersonId me, CancellationToken stop) =>
        (await Load(db.GoalSuggestions.Where(s => s.Id == id), db.Mentorships.Where(m => m.MenteeId == me), me, stop)).FirstOrDefault();

    /// <summary>The rule itself, for those who change something: they ask it again inside their own transaction.</summary>
    public IQueryable<Goal> Visible(PersonId me)
    {
        var standing = Standing;
        return db.Goals.Where(g => g.MenteeId == me || standing.Any(m => m.Id == g.MentorshipId && m.MentorId == me));
    }

    private IQueryable<Mentorship> Standing => db.Mentorships.Where(m => m.EndedAt == null);

    private IQueryable<GoalSuggestion> Waiting => db.GoalSuggestions.Where(s => s.AnsweredAt == null);

    // A fixed number of queries, however many goals.
    private async Task<List<GoalView>> Load(IQueryable<Goal> which, PersonId me, CancellationToken stop)
    {
        var goals = await which.AsNoTracking().ToListAsync(stop);
        if (goals.Count == 0)
            return [];
        var (ids, pairs) = (goals.Select(g => g.Id).ToList(), goals.Select(g => g.MentorshipId).Distinct().ToList());
        var mentors = await db
            .Mentorships.Where(m => pairs.Contains(m.Id))
            .Select(m => new
            {
                m.Id,
                m.MentorId,
                m.EndedAt,
            })
            .ToDictionaryAsync(m => m.Id, stop);
        var comments = (
            await db.GoalComments.AsNoTracking().Where(c => ids.Contains(c.GoalId)).OrderBy(c => c.At).ThenBy(c => c.Id).ToListAsync(stop)
        ).ToLookup(c => c.GoalId);
        var names = await Names([.. goals.Select(g => g.MenteeId), .. mentors.Values.Select(m => m.MentorId)], stop);
        return
        [
            .. goals
                .OrderBy(g => g.State)
                .ThenByDescending(g => g.WrittenAt)
                .Select(g =>
                {
                    var mentor = mentors[g.MentorshipId];
                    var partner = g.MenteeId == me ? mentor.MentorId : g.MenteeId;
                    return new GoalView(
                        g,
                        [.. comments[g.Id].Select(c => new CommentView(c, names[c.By]))],
                        g.MenteeId == me,
                        partner,
                        names[partner],
                        mentor.EndedAt is null
                    );
                }),
        ];
    }

    private async Task<List<SuggestionView>> Load(
        IQueryable<GoalSuggestion> which,
        IQueryable<Mentorship> pairs,
        PersonId me,
        CancellationToken stop
    )
    {
        var rows = await which
            .Join(
                pairs,
                s => s.MentorshipId,
                m => m.Id,
                (s, m) =>
                    new
                    {
                        s,
                        m.MentorId,
                        m.MenteeId,
                        m.EndedAt,
                    }
            )
            .AsNoTracking()
            .OrderBy(x => x.s.At)
            .ThenBy(x => x.s.Id)
            .ToListAsync(stop);
        if (rows.Count == 0)
            return [];
        var names = await Names([.. rows.Select(x => x.MentorId), .. rows.Select(x => x.MenteeId)], stop);
        return
        [
            .. rows.Select(x =>
            {
                var partner = x.MenteeId == me ? x.MentorId : x.MenteeId;
                return new SuggestionView(x.s, x.MenteeId == me, partner, names[partner], x.EndedAt is null);
            }),
        ];
    }

    private async Task<Dictionary<PersonId, string>> Names(HashSet<PersonId> people, CancellationToken stop)
    {
        var here = CultureInfo.CurrentUICulture;
        var ids = people.ToList();
        return (await db.People.AsNoTracking().Where(p => ids.Contains(p.Id)).ToListAsync(stop)).ToDictionary(
            p => p.Id,
            p => p.NameIn(here)
        );
    }
}
