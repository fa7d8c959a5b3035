using Rabta.Matching.Markets;

namespace Rabta.Matching.Rematching;

/// <summary>Keeps a running programme matched, one event at a time, without disturbing who did not ask.</summary>
/// <remarks>
/// <para>Guarantees after every event: nobody moved but who the event names, people without a mentor, and people who opted in,
/// these only to a mentor they rank higher and within the budget. A freed seat goes first to somebody without a mentor. Among
/// people without a mentor before the event and seats free for them no pair would both rather have each other; every blocking
/// pair that remains has a standing mentorship on one side of it. To re-solve a running programme from scratch would move one
/// in eight; a few allowed blocking pairs cut the changes sharply (Boehmer, Heeger and Niedermeier 2022).</para>
/// <para>Vacancy chains (Blum, Roth and Rothblum 1997): open seats are filled first, then seekers ask down their lists; whoever
/// moves leaves a seat to fill. Doing it the other way round leaves blocking pairs behind.</para>
/// An event costs O(list of each mentor touched). Building costs O(pairs log pairs), 8 bytes a pair and 17 a mentee.
/// </remarks>
public sealed partial class Rematcher
{
    public const int UsualBudget = 1;

    private readonly Market _market;
    private readonly ByMentor _byMentor;
    private readonly StandingState _state;
    private readonly bool[] _mayMove;
    private readonly bool[] _isAway;
    private readonly HashSet<int> _fresh = [];
    private readonly Queue<int> _openSeats = [];
    private readonly Queue<int> _seekers = [];
    private readonly Dictionary<int, int> _from = [];
    private readonly HashSet<(int Mentee, int Mentor)> _banned = [];
    private (int Mentee, int Mentor) _left = (Market.Nobody, Market.Nobody);
    private int _leaver = Market.Nobody;
    private int _budget;

    /// <param name="market">Everybody's lists; nobody seated in it.</param>
    /// <param name="mentorOf">By mentee: today's mentor or <see cref="Market.Nobody"/>.</param>
    /// <param name="mayMove">By mentee: opted in to being moved to a mentor they rank higher, and not pinned.</param>
    /// <param name="seatedTiers">By mentee: how they rank today's mentor, where the pair is no longer in the market.</param>
    public Rematcher(Market market, int[] mentorOf, bool[] mayMove, int[]? seatedTiers = null)
    {
        ArgumentNullException.ThrowIfNull(market);
        ArgumentNullException.ThrowIfNull(mentorOf);
        (_market, _mayMove) = (market, mayMove);
        _byMentor = new(market, bestFirst: true);
        _state = new(market, mentorOf, seatedTiers);
        _isAway = new bool[mentorOf.Length];
    }

    /// <summary>By mentee, after the latest event.</summary>
    public ReadOnlySpan<int> MentorOf => _state.MentorOf;

    internal StandingState State => _state;
    internal ByMentor Lists => _byMentor;

    internal bool MayMove(int mentee) => _mayMove[mentee];

    /// <summary>
    /// Somebody leaves their mentor, stays, and is placed anew if possible: not there by this event, with a ban never again.
    /// </summary>
    public IReadOnlyList<Move> Leave(int mentee, bool ban = false, int budget = UsualBudget)
    {
        var mentor = _state.MentorOf[mentee];
        if (mentor == Market.Nobody)
            throw new InvalidOperationException("Who leaves has a mentor.");
        Begin(budget);
        _left = (mentee, mentor);
        if (ban)
            _banned.Add(_left);
        Take(mentee, Market.Nobody);
        _openSeats.Enqueue(mentor);
        _seekers.Enqueue(mentee);
        return Settle();
    }

    /// <summary>Somebody leaves the programme.</summary>
    public IReadOnlyList<Move> Withdraw(int mentee, int budget = UsualBudget)
    {
        Begin(budget);
        _isAway[mentee] = true;
        if (_state.MentorOf[mentee] is >= 0 and var mentor)
        {
            _state.Put(mentee, Market.Nobody);
            _openSeats.Enqueue(mentor);
        }
        return Settle();
    }

    /// <summary>Somebody of the market who was away comes, or comes back.</summary>
    public IReadOnlyList<Move> Arrive(int mentee, int budget = UsualBudget)
    {
        Begin(budget);
        _isAway[mentee] = false;
        _seekers.Enqueue(mentee);
        return Settle();
    }

    /// <summary>A mentor offers another number of places; below those seated nobody loses theirs.</summary>
    public IReadOnlyList<Move> SetPlaces(int mentor, int places, int budget = UsualBudget)
    {
        Begin(budget);
        _state.SetPlaces(mentor, places);
        _openSeats.Enqueue(mentor);
        return Settle();
    }

    /// <summary>Matches whoever is without a mentor with every free seat, as after an event that touched them all.</summary>
    public IReadOnlyList<Move> SettleAll(int budget = UsualBudget)
    {
        Begin(budget);
        EnqueueAll();
        return Settle();
    }

    /// <summary>Ways for somebody to get to a mentor they rank above today's, best first; nobody is moved.</summary>
    /// <param name="budget">At most so many others move for it.</param>
    public IReadOnlyList<SwitchProposal> Proposals(int mentee, int budget = UsualBudget) =>
        new SwitchSearch(_market, this, mentee, budget).Run();

    /// <summary>Lets the next event look at every free seat and everybody without a mentor, not only at those it touches.</summary>
    internal void EnqueueAll()
    {
        for (var mentor = 0; mentor < _market.MentorCount; mentor++)
            _openSeats.Enqueue(mentor);
        for (var mentee = 0; mentee < _isAway.Length; mentee++)
        {
            if (_state.MentorOf[mentee] == Market.Nobody)
                _seekers.Enqueue(mentee);
        }
    }

    internal bool Wants(int mentee, int mentor, int pair) =>
        !_isAway[mentee]
        && _market.MenteeTiers[pair] < _state.Tiers[mentee]
        && (mentee, mentor) != _left
        && (_banned.Count == 0 || !_banned.Contains((mentee, mentor)));

    /// <summary>Whether somebody without a mentor would take a free seat there.</summary>
    internal bool IsClaimed(int mentor)
    {
        var pairs = _byMentor.PairsOf(mentor);
        var mentees = _byMentor.MenteesOf(mentor);
        for (var at = 0; at < pairs.Length; at++)
        {
            if (_state.MentorOf[mentees[at]] == Market.Nobody && Wants(mentees[at], mentor, pairs[at]))
                return true;
        }
        return false;
    }

    private void Begin(int budget)
    {
        // Where the event before did not return somebody to the mentor they left, this one may.
        if (_leaver != Market.Nobody && _state.MentorOf[_leaver] == Market.Nobody)
            _seekers.Enqueue(_leaver);
        (_budget, _left) = (budget, (Market.Nobody, Market.Nobody));
        _from.Clear();
        _fresh.Clear();
    }
}
