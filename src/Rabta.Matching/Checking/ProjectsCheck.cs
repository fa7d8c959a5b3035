using Rabta.Matching.Markets;

namespace Rabta.Matching.Checking;

/// <summary>Judges a student-project allocation by the three ways a pair can block (Abraham, Irving and Manlove 2007, section 2).</summary>
/// <remarks>O(pairs x places of a supervisor).</remarks>
/// <param name="level">By project the supervisor, by supervisor the places; told apart from the solver's own types on purpose.</param>
public sealed class ProjectsCheck(Market market, (int[] Of, int[] Places) level, int[] projectOf)
{
    private readonly ILookup<int, int> _onProject = Students(projectOf, project => project);
    private readonly ILookup<int, int> _underSupervisor = Students(projectOf, project => level.Of[project]);

    public (IReadOnlyList<MarketFault> Faults, IReadOnlyList<BlockingPair> Blocking) Run()
    {
        var (faults, blocking) = (new List<MarketFault>(), new List<BlockingPair>());
        for (var student = 0; student < projectOf.Length; student++)
            Look(student, faults, blocking);
        foreach (var project in _onProject.Where(group => group.Count() > market.PlacesOf(group.Key)))
            faults.Add(new(CheckCode.OverPlaces, Market.Nobody, project.Key));
        foreach (var supervisor in _underSupervisor.Where(group => group.Count() > level.Places[group.Key]))
            faults.Add(new(CheckCode.OverPlaces, Market.Nobody, Market.Nobody));
        return (faults, blocking);
    }

    private void Look(int student, List<MarketFault> faults, List<BlockingPair> blocking)
    {
        var has = projectOf[student];
        var isPinned = IsPinned(student);
        var own = has == Market.Nobody ? market.TiersOf(student) : Tier(student, has);
        if (has != Market.Nobody && !isPinned && market.PairAt(student, has) < 0)
            faults.Add(new(CheckCode.Unacceptable, student, has));
        if (isPinned && market.Seated!.MentorOf[student] != has)
            faults.Add(new(CheckCode.PinNotHonoured, student, has));
        foreach (var project in market.MentorsOf(student))
        {
            var pair = market.PairAt(student, project);
            if (
                project == has
                || market.MenteeTiers[pair] >= own
                || WhatGivesWay(student, project, market.MentorTiers[pair]) is not { } seat
            )
                continue;
            var because = isPinned ? Because.Pin : seat;
            blocking.Add(new(student, project, because));
            if (because == Because.None)
                faults.Add(new(CheckCode.BlockingPair, student, project));
        }
    }

    private Because? WhatGivesWay(int student, int project, int tier)
    {
        var supervisor = level.Of[project];
        var hasRoom = _onProject[project].Count() < market.PlacesOf(project);
        var isFree = _underSupervisor[supervisor].Count() < level.Places[supervisor];
        var isTheirs = projectOf[student] != Market.Nobody && level.Of[projectOf[student]] == supervisor;
        // A swap within one supervisor needs no place of theirs.
        if (hasRoom && (isFree || isTheirs))
            return Because.None;
        if (hasRoom)
            return Worse(_underSupervisor[supervisor], tier);
        return Worse(_onProject[project], tier);
    }

    private Because? Worse(IEnumerable<int> students, int tier)
    {
        Because? found = null;
        foreach (var student in students.Where(other => StaffTier(other) > tier))
        {
            if (!IsPinned(student))
                return Because.None;
            found = Because.Pin;
        }
        return found;
    }

    private bool IsPinned(int student) => market.Seated is { } seated && seated.MentorOf[student] != Market.Nobody;

    private int Tier(int student, int project) =>
        market.PairAt(student, project) is >= 0 and var pair
            ? market.MenteeTiers[pair]
            : market.Seated?.MenteeTiers[student] ?? int.MaxValue;

    private int StaffTier(int student) =>
        IsPinned(student) ? market.Seated!.MentorTiers[student] : market.MentorTiers[market.PairAt(student, projectOf[student])];

    private static ILookup<int, int> Students(int[] projectOf, Func<int, int> key) =>
        Enumerable
            .Range(0, projectOf.Length)
            .Where(student => projectOf[student] != Market.Nobody)
            .ToLookup(student => key(projectOf[student]));
}
