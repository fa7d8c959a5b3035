using Rabta.Matching.Solving;

namespace Rabta.Matching.Files;

/// <summary>
/// A problem file without contradictions, people numbered by the order of their ids, so that the order of the file has no say.
/// </summary>
internal sealed class FileProblem
{
    public FileProblem(RawProblem raw)
    {
        Raw = raw;
        (Seekers, SeekerAt, var seekerRows) = Numbered(raw, raw.Seekers);
        (Offerers, OffererAt, var offererRows) =
            raw.Form == FileForm.People ? (Seekers, SeekerAt, seekerRows) : Numbered(raw, raw.Offerers);
        (Supervisors, SupervisorAt, var supervisorRows) = Numbered(raw, raw.Supervisors);
        Wishes = new(raw.Wishes, seekerRows, OffererAt);
        OffererLists =
            raw.Form == FileForm.Projects
                ? new(raw.SupervisorLists, supervisorRows, SeekerAt)
                : new(raw.OffererLists, raw.Form == FileForm.Mentors ? offererRows : [], SeekerAt);
        Places = raw.Form == FileForm.People ? [] : Array.ConvertAll(offererRows, row => (int)raw.Capacities[row]!.Value);
        SupervisorOf = raw.Form == FileForm.Projects ? Array.ConvertAll(offererRows, row => SupervisorAt[raw.SupervisorOf[row]]) : [];
        SupervisorPlaces = Array.ConvertAll(supervisorRows, row => (int)raw.SupervisorCapacities[row]!.Value);
        Pins = [.. raw.Pins.Select(Numbers)];
        PinOf = raw.Form == FileForm.People ? [] : Pins.ToDictionary(pin => pin.Seeker, pin => pin.Offerer);
        WrittenForbids = [.. raw.Forbids.Select(Numbers).Distinct()];
        Forbids = [.. WrittenForbids];
        if (raw.Form == FileForm.People)
            Forbids.UnionWith(WrittenForbids.Select(pair => (pair.Offerer, pair.Seeker)));
        Current = Markets.Market.NobodyFor(Seekers.Length);
        foreach (var (seeker, offerer) in (raw.Current ?? []).Select(Numbers))
            Current[seeker] = offerer;
        MayMove = Marked(raw.OptedIn);
        var lost = Marked(raw.LastUnmatched);
        TieBreak = Draw.Order(raw.Seed, "mentee", Seekers, person => lost[person]);
        Turns = Draw.Order(raw.Seed, "mentor", Offerers);
    }

    public RawProblem Raw { get; }
    public FileForm Form => Raw.Form;

    /// <summary>Ids by number; numbers by pool number.</summary>
    public string[] Seekers { get; }
    public Dictionary<int, int> SeekerAt { get; }
    public string[] Offerers { get; }
    public Dictionary<int, int> OffererAt { get; }
    public string[] Supervisors { get; }
    public Dictionary<int, int> SupervisorAt { get; }

    public NumberedLists Wishes { get; }

    /// <summary>By mentor, or by supervisor.</summary>
    public NumberedLists OffererLists { get; }
    public int[] Places { get; }
    public int[] SupervisorOf { get; }
    public int[] SupervisorPlaces { get; }
    public (int Seeker, int Offerer)[] Pins { get; }

    /// <summary>By pinned mentee or student; empty for people, whose pins have no sides.</summary>
    public Dictionary<int, int> PinOf { get; }
    public HashSet<(int Seeker, int Offerer)> Forbids { get; }

    /// <summary>As the file has them: for people <see cref="Forbids"/> holds each both ways round.</summary>
    public (int Seeker, int Offerer)[] WrittenForbids { get; }

    /// <summary>By seeker, nobody for none.</summary>
    public int[] Current { get; }
    public bool[] MayMove { get; }
    public int[] TieBreak { get; }
    public int[] Turns { get; }

    public int EventPerson => Raw.Event is { } happened && happened.Kind != "capacity" ? SeekerAt[happened.Who] : Markets.Market.Nobody;

    private (int Seeker, int Offerer) Numbers(RawPair pair) => (SeekerAt[pair.One], OffererAt[pair.Other]);

    private bool[] Marked(List<int> ids)
    {
        var marked = new bool[Seekers.Length];
        foreach (var id in ids)
            marked[SeekerAt[id]] = true;
        return marked;
    }

    private static (string[] Ids, Dictionary<int, int> At, int[] Rows) Numbered(RawProblem raw, List<int> declared)
    {
        var ids = declared.Select(id => raw.Pool[id]).ToArray();
        var rows = Enumerable.Range(0, ids.Length).ToArray();
        Array.Sort(ids, rows, StringComparer.Ordinal);
        var at = new Dictionary<int, int>(rows.Length);
        for (var number = 0; number < rows.Length; number++)
            at[declared[rows[number]]] = number;
        return (ids, at, rows);
    }
}

/// <summary>Ranked lists by number.</summary>
internal sealed class NumberedLists
{
    private readonly int[] _starts;
    private readonly int[] _listed;
    private readonly int[] _tiers;
    private readonly int[] _tierCounts;

    public NumberedLists(RankedLists raw, int[] rows, Dictionary<int, int> numberOf)
    {
        _starts = new int[rows.Length + 1];
        _listed = new int[raw.Ids.Count];
        _tiers = new int[raw.Ids.Count];
        _tierCounts = Array.ConvertAll(rows, row => raw.TierCounts[row]);
        for (var (owner, at) = (0, 0); owner < rows.Length; owner++)
        {
            for (var entry = raw.Starts[rows[owner]]; entry < raw.Starts[rows[owner] + 1]; entry++, at++)
                (_listed[at], _tiers[at]) = (numberOf[raw.Ids[entry]], raw.Tiers[entry]);
            _starts[owner + 1] = at;
        }
    }

    public int Count => _tierCounts.Length;

    /// <summary>Whether the owner has a list at all.</summary>
    public bool Has(int owner) => _tierCounts[owner] >= 0;

    /// <summary>How many tiers; one for an owner without a list, who takes everybody alike.</summary>
    public int TiersOf(int owner) => Has(owner) ? _tierCounts[owner] : 1;

    public ReadOnlySpan<int> Of(int owner) => _listed.AsSpan(_starts[owner], _starts[owner + 1] - _starts[owner]);

    public ReadOnlySpan<int> TiersIn(int owner) => _tiers.AsSpan(_starts[owner], _starts[owner + 1] - _starts[owner]);

    /// <summary>The tier, or -1 where not listed; 0 where the owner has no list.</summary>
    public int TierOf(int owner, int listed)
    {
        if (!Has(owner))
            return 0;
        var at = Of(owner).IndexOf(listed);
        return at < 0 ? -1 : TiersIn(owner)[at];
    }
}
