using Rabta.Platform.Access;
using Rabta.Programmes;

namespace Rabta.Mentorships.Ending;

/// <summary>Knows of two people who must not be a pair. A later module keeps what speaks against them.</summary>
public interface IKeepApart
{
    Task<bool> Must(CohortId cohort, PersonId one, PersonId other, CancellationToken stop);
}
