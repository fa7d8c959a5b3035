namespace Rabta.Mentorships.States;

/// <summary>Who may do it.</summary>
public enum Who
{
    Nobody,
    Either,

    /// <summary>The one to whom the times were offered.</summary>
    Asked,
    Proposer,
    Mentee,
    Mentor,
    Coordinator,
}

/// <summary>
/// What can be done to or by a pair: who may, and in which states. A module declares its acts and registers them; docs/states.md is drawn
/// from all that are registered. In a state that an act does not name, nobody may do it.
/// </summary>
public sealed class Act(string name, Who who, params IReadOnlyList<PairState> states)
{
    public string Name => name;

    public Who WhoMay(PairState state) => states.Contains(state) ? who : Who.Nobody;

    /// <param name="isProposer">The person offered the times that are on the table.</param>
    public bool May(PairState state, bool isMentor, bool isProposer) =>
        WhoMay(state) switch
        {
            Who.Either => true,
            Who.Asked => !isProposer,
            Who.Proposer => isProposer,
            Who.Mentor => isMentor,
            Who.Mentee => !isMentor,
            _ => false,
        };

    public override string ToString() => name;
}

public static class RegisteredActs
{
    public static void AddActs(this IServiceCollection services, IEnumerable<Act> acts)
    {
        foreach (var act in acts)
            services.AddSingleton(act);
    }
}
