using NodaTime;
using Rabta.Platform.Access;

namespace Rabta.Mentorships.States;

/// <summary>Where a pair stands, and who offered the times that are on the table.</summary>
public readonly record struct Standing(PairState State, PersonId? Proposer = null);

/// <summary>Finds where a pair stands. It depends on their meetings, which a later module keeps.</summary>
public interface IFindState
{
    Task<Standing> Of(Mentorship pair, Instant now, CancellationToken stop);
}
