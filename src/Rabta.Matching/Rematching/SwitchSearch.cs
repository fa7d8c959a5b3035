using Rabta.Matching.Markets;

namespace Rabta.Matching.Rematching;

/// <summary>Looks for chains that open a seat at a mentor somebody prefers: breadth first, so the shortest is found.</summary>
internal sealed class SwitchSearch(Market market, Rematcher rematcher, int mentee, int budget)
{
    private readonly StandingState _state = rematcher.State;

    public IReadOnlyList<SwitchProposal> Run()
    {
        var found = new List<SwitchProposal>();
        var own = _state.MentorOf[mentee];
        for (var pair = market.Starts[mentee]; pair < market.Starts[mentee + 1]; pair++)
        {
            var mentor = market.Mentors[pair];
            if (own != Market.Nobody && rematcher.Wants(mentee, mentor, pair) && Chain(mentor, own) is { } others)
                found.Add(Proposal(new(mentee, own, mentor), others));
        }
        return found;
    }

    /// <returns>The others' moves, nearest first; null where no seat can be opened.</returns>
    private List<Move>? Chain(int mentor, int own)
    {
        if (IsOpen(mentor))
            return [];
        var (cameBy, steps) = (new Dictionary<int, Move?> { [mentor] = null }, new Queue<(int Mentor, int Depth)>([(mentor, 0)]));
        while (steps.TryDequeue(out var step))
        {
            if (step.Depth == budget)
                continue;
            foreach (
                var holder in _state
                    .HeldBy(step.Mentor)
                    .Where(one => one != mentee && rematcher.MayMove(one))
                    .OrderBy(one => market.TieBreak[one])
            )
            {
                for (var pair = market.Starts[holder]; pair < market.Starts[holder + 1]; pair++)
                {
                    var to = market.Mentors[pair];
                    if (!rematcher.Wants(holder, to, pair) || cameBy.ContainsKey(to))
                        continue;
                    cameBy[to] = new(holder, step.Mentor, to);
                    if (to == own || IsOpen(to))
                        return Back(cameBy, to);
                    steps.Enqueue((to, step.Depth + 1));
                }
            }
        }
        return null;
    }

    private bool IsOpen(int mentor) => _state.HasFree(mentor) && !rematcher.IsClaimed(mentor);

    private static List<Move> Back(Dictionary<int, Move?> cameBy, int end)
    {
        var moves = new List<Move>();
        for (var at = end; cameBy[at] is { } move; at = move.From)
            moves.Add(move);
        moves.Reverse();
        return moves;
    }

    /// <summary>Where the last seat left is not taken by the chain itself, it goes to somebody without a mentor.</summary>
    private SwitchProposal Proposal(Move asked, List<Move> others)
    {
        var placed = new List<Move>();
        if (others.Count == 0 || others[^1].To != asked.From)
        {
            var pairs = rematcher.Lists.PairsOf(asked.From);
            var mentees = rematcher.Lists.MenteesOf(asked.From);
            for (var at = 0; at < pairs.Length && placed.Count == 0; at++)
            {
                if (_state.MentorOf[mentees[at]] == Market.Nobody && rematcher.Wants(mentees[at], asked.From, pairs[at]))
                    placed.Add(new(mentees[at], Market.Nobody, asked.From));
            }
            if (_state.HeldBy(asked.From).Count > _state.PlacesOf(asked.From))
                placed.Clear();
        }
        return new(asked.To, [asked, .. others], placed);
    }
}
