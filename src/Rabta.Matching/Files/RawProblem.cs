namespace Rabta.Matching.Files;

/// <summary>Which of the four forms a file has.</summary>
public enum FileForm
{
    Mentors,
    Projects,
    People,
    Weights,
}

/// <summary>
/// Ranked lists of many owners, flat: each entry's id and tier. Owner <c>n</c> has entries <c>Starts[n]</c> to <c>Starts[n + 1]</c>.
/// </summary>
internal sealed class RankedLists
{
    public List<int> Starts { get; } = [0];
    public List<int> Ids { get; } = [];
    public List<int> Tiers { get; } = [];

    /// <summary>By owner: how many tiers, -1 where there is no list at all.</summary>
    public List<int> TierCounts { get; } = [];

    public void Add(int id, int tier)
    {
        Ids.Add(id);
        Tiers.Add(tier);
    }

    public void End(int tiers)
    {
        Starts.Add(Ids.Count);
        TierCounts.Add(tiers);
    }
}

/// <summary>A pair as it stands in the file.</summary>
internal readonly record struct RawPair(int One, int Other);

/// <summary>An event as it stands in the file.</summary>
internal sealed record RawEvent(string Kind, int Who, bool Ban, decimal? To, bool HasTo);

/// <summary>What a problem file says, ids as numbers of one pool, nothing looked up yet; in the order of the file.</summary>
internal sealed class RawProblem
{
    public IdPool Pool { get; } = new();
    public FileForm Form { get; set; }

    /// <summary>Mentees, students or people, with what they list.</summary>
    public List<int> Seekers { get; } = [];
    public RankedLists Wishes { get; } = new();

    /// <summary>Mentors or projects.</summary>
    public List<int> Offerers { get; } = [];
    public List<decimal?> Capacities { get; } = [];
    public RankedLists OffererLists { get; } = new();
    public Dictionary<int, List<(int Group, decimal Places)>> Reserved { get; } = [];

    /// <summary>By project: the supervisor, -1 where none is named.</summary>
    public List<int> SupervisorOf { get; } = [];
    public List<int> Supervisors { get; } = [];
    public List<decimal?> SupervisorCapacities { get; } = [];
    public RankedLists SupervisorLists { get; } = new();

    public List<RawPair> Pins { get; } = [];
    public List<RawPair> Forbids { get; } = [];
    public List<RawPair>? Current { get; set; }
    public RawEvent? Event { get; set; }
    public List<(int Group, List<int> Members)> Groups { get; } = [];
    public Dictionary<int, List<(int Mentor, decimal Score)>>? Scores { get; set; }
    public List<int> LastUnmatched { get; } = [];
    public List<int> OptedIn { get; } = [];

    public string Mode { get; set; } = "stable";
    public ulong Seed { get; set; }
    public int Margin { get; set; } = Solving.BalancedSolver.UsualMargin;
    public int Budget { get; set; } = Rematching.Rematcher.UsualBudget;
    public decimal? PriceOfMove { get; set; }
    public decimal[][] Weights { get; set; } = [];
    public decimal Threshold { get; set; } = decimal.MinValue;

    /// <summary>
    /// Sections and settings known here in the order of the file, for the first contradiction found to be the first there is.
    /// </summary>
    public List<string> Sections { get; } = [];

    /// <summary>The first few keys of the file that mean nothing here: told, not refused.</summary>
    public List<string> Ignored { get; } = [];
    public const int MostIgnored = 20;

    /// <summary>By section: where the first id stands that is given twice in one object.</summary>
    public Dictionary<string, string> Repeated { get; } = [];
}
