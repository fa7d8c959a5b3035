using Rabta.Matching.Markets;

namespace Rabta.Matching.Rematching;

/// <summary>Who is with whom while a programme runs, kept up move by move.</summary>
internal sealed class StandingState
{
    private readonly Market _market;
    private readonly int[] _placeInHeld;
    private readonly List<int>[] _held;
    private readonly int[] _places;

    /// <param name="seatedTiers">
    /// By mentee: the tier of today's mentor on their list, also where the pair is not acceptable any more.
    /// </param>
    public StandingState(Market market, int[] mentorOf, int[]? seatedTiers)
    {
        _market = market;
        MentorOf = [.. mentorOf];
        Tiers = new int[mentorOf.Length];
        _placeInHeld = new int[mentorOf.Length];
        _held = new List<int>[market.MentorCount];
        for (var mentor = 0; mentor < _held.Length; mentor++)
            _held[mentor] = [];
        _places = [.. market.Places];
        for (var mentee = 0; mentee < mentorOf.Length; mentee++)
        {
            Tiers[mentee] = market.TiersOf(mentee);
            if (mentorOf[mentee] == Market.Nobody)
                continue;
            Hold(mentee, mentorOf[mentee]);
            Tiers[mentee] = market.PairAt(mentee, mentorOf[mentee]) is >= 0 and var pair
                ? market.MenteeTiers[pair]
                : seatedTiers?[mentee] ?? int.MaxValue;
        }
    }

    public int[] MentorOf { get; }

    /// <summary>By mentee: the tier of what they have; one past the last for nobody.</summary>
    public int[] Tiers { get; }

    public List<int> HeldBy(int mentor) => _held[mentor];

    public int PlacesOf(int mentor) => _places[mentor];

    public void SetPlaces(int mentor, int places) => _places[mentor] = places;

    public bool HasFree(int mentor) => _held[mentor].Count < _places[mentor];

    /// <summary>Moves a mentee; the pair's tier is looked up.</summary>
    public void Put(int mentee, int mentor)
    {
        if (MentorOf[mentee] is >= 0 and var before)
            Release(mentee, before);
        MentorOf[mentee] = mentor;
        Tiers[mentee] = mentor == Market.Nobody ? _market.TiersOf(mentee) : _market.MenteeTiers[_market.PairAt(mentee, mentor)];
        if (mentor != Market.Nobody)
            Hold(mentee, mentor);
    }

    private void Hold(int mentee, int mentor)
    {
        _placeInHeld[mentee] = _held[mentor].Count;
        _held[mentor].Add(mentee);
    }

    private void Release(int mentee, int mentor)
    {
        var held = _held[mentor];
        var last = held[^1];
        held[_placeInHeld[mentee]] = last;
        _placeInHeld[last] = _placeInHeld[mentee];
        held.RemoveAt(held.Count - 1);
    }
}
