using Microsoft.EntityFrameworkCore;
using Rabta.Platform.Access;
using Rabta.Platform.Database;
using Rabta.Platform.Language;
using Rabta.Programmes;

namespace Rabta.Mentorships.Waiting;

/// <summary>A mentor must stop, and this mentee needs somebody else.</summary>
public sealed class MustStop(RabtaDb db, ReaderDays days) : Asks(db, days, ChangeKind.MustStop)
{
    private readonly RabtaDb _db = db;
    private Dictionary<(CohortId, PersonId), EnrolmentId> _roles = [];

    public override string Name => nameof(MustStop);
    public override string InPath => "must-stop";
    public override int Urgency => 5;

    public override async Task Read(IReadOnlyList<Mentorship> pairs, CancellationToken stop)
    {
        await base.Read(pairs, stop);
        var mentors = pairs.Select(p => p.MentorId).Distinct().ToList();
        var roles = await _db
            .TakingPart.Where(e => e.Role == ProgrammeRole.Mentor && mentors.Contains(e.PersonId))
            .Select(e => new
            {
                e.CohortId,
                e.PersonId,
                e.Id,
            })
            .ToListAsync(stop);
        _roles = roles.ToDictionary(e => (e.CohortId, e.PersonId), e => e.Id);
    }

    /// <summary>One page for all mentees of the mentor.</summary>
    public override Offer? Offers(WaitingPair waiting) =>
        _roles.TryGetValue((waiting.Pair.CohortId, waiting.Pair.MentorId), out var role)
            ? new(new("wait.MustStop.do", waiting.Mentor), ProgrammePages.Leave(role))
            : base.Offers(waiting);
}
