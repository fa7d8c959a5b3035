using Rabta.Matching.Checking;
using Rabta.Matching.Rematching;

namespace Rabta.Matching.Files;

/// <summary>What solving a file gave, people by number.</summary>
internal sealed record FileSolution(int[] OffererOf)
{
    /// <summary>False where people have no stable matching.</summary>
    public bool IsStable { get; init; } = true;

    /// <summary>Who left the programme by the event.</summary>
    public int Withdrawn { get; init; } = Markets.Market.Nobody;

    /// <summary>A pair that may not be by this event: who left whom.</summary>
    public (int Seeker, int Offerer) Left { get; init; } = (Markets.Market.Nobody, Markets.Market.Nobody);

    public IReadOnlyList<SwitchProposal> Proposals { get; init; } = [];
    public IReadOnlyList<BlockingPair> Blocking { get; init; } = [];

    /// <summary>Anything a result must never have; told as a fault of the program.</summary>
    public IReadOnlyList<MarketFault> Faults { get; init; } = [];

    /// <summary>The proved most that any total can be, in units of the file; null where no total was sought.</summary>
    public double? WelfareBound { get; init; }

    /// <summary>Whether a balanced total is proved the best there is.</summary>
    public bool? IsBest { get; init; }

    /// <summary>By mentor or project: how many are there in the end.</summary>
    public int[] Held(int offerers)
    {
        if (_held is not null)
            return _held;
        _held = new int[offerers];
        foreach (var offerer in OffererOf.Where(offerer => offerer != Markets.Market.Nobody))
            _held[offerer]++;
        return _held;
    }

    private int[]? _held;
}
