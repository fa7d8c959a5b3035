using Rabta.Platform.Language;

namespace Rabta.Meetings.States;

public sealed record StepLink(Words Label, string Href);

/// <summary>The one sentence and the one button of a pair: what comes next, for one of its two.</summary>
/// <param name="TakeNow">The first time on offer can be taken from here, in one tap.</param>
public sealed record NextStep(Words Sentence, Words? Detail, StepLink? Do, StepLink? Also = null, bool TakeNow = false)
{
    /// <summary>The module whose texts these are.</summary>
    public Type Texts { get; init; } = typeof(Meetings.Texts);
}

/// <summary>What a module has to say about what comes next for a pair. The first that has something to say is heard.</summary>
public interface INextStep
{
    /// <summary>
    /// The rules are at 100, a meeting on offer, planned or over at 200, the first meeting at 300, the next one at 900, which always has
    /// something to say.
    /// </summary>
    int Order { get; }

    Task<NextStep?> Of(PairNow now, CancellationToken stop);
}

/// <summary>Finds what comes next for a pair, from what the modules say.</summary>
public sealed class NextSteps(IEnumerable<INextStep> modules)
{
    public async Task<NextStep> Of(PairNow now, CancellationToken stop)
    {
        foreach (var module in modules.OrderBy(m => m.Order))
            if (await module.Of(now, stop) is { } step)
                return step;
        throw new InvalidOperationException($"Nothing comes next for a pair that is {now.State}.");
    }
}
