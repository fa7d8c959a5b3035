using Rabta.Matching.Markets;
using Rabta.Matching.Rematching;
using Rabta.Matching.Solving;

namespace Rabta.Matching.Tests.Rematching;

/// <summary>A small programme to which something happens again and again; every event's outcome is judged by the tables alone.</summary>
internal sealed class RunningProgramme
{
    private readonly RankedMarket _market;
    private readonly Rematcher _rematcher;
    private readonly Inventing.Dice _dice;
    private readonly bool[] _optedIn;
    private readonly bool[] _isAway;
    private readonly int[] _places;
    private readonly HashSet<(int, int)> _banned = [];
    private int[] _before = [];
    private int[] _after = [];

    public RunningProgramme(ulong seed)
    {
        _market = RankedMarket.Of(seed);
        _dice = new(seed ^ 0xE7);
        _optedIn = [.. _market.Mentees.Select(_ => _dice.Below(2) == 0)];
        _isAway = new bool[_optedIn.Length];
        _places = [.. _market.Places];
        _rematcher = new(_market.Market, StableSolver.Solve(_market.Market), _optedIn);
    }

    /// <returns>The kind of event, nothing where the dice fell on one that cannot be.</returns>
    public string Happen()
    {
        _before = _rematcher.MentorOf.ToArray();
        var (someone, budget) = (_dice.Below(_before.Length), _dice.Below(4));
        var kind = (_dice.Below(5), _isAway[someone], _before[someone] != Market.Nobody) switch
        {
            (0, false, true) => "leave",
            (1, false, _) when _isAway.Count(away => !away) > 2 => "withdraw",
            (2, true, _) => "arrive",
            (3, _, _) => "places",
            (4, _, _) => "settle",
            _ => "",
        };
        if (kind.Length > 0)
            Judge(kind, someone, budget);
        return kind;
    }

    private void Judge(string kind, int someone, int budget)
    {
        var (mentor, places, ban) = (_dice.Below(_places.Length), _dice.Below(4), _dice.Below(2) == 0);
        var moves = kind switch
        {
            "leave" => _rematcher.Leave(someone, ban, budget),
            "withdraw" => _rematcher.Withdraw(someone, budget),
            "arrive" => _rematcher.Arrive(someone, budget),
            "places" => _rematcher.SetPlaces(mentor, _places[mentor] = places, budget),
            _ => _rematcher.SettleAll(budget),
        };
        _isAway[someone] = kind == "withdraw" || (kind != "arrive" && _isAway[someone]);
        if (kind == "leave" && ban)
            _banned.Add((someone, _before[someone]));
        _after = _rematcher.MentorOf.ToArray();
        var asked = kind is "leave" or "withdraw" or "arrive" ? someone : Market.Nobody;

        // Who withdraws leaves no move behind: they are told so themselves.
        Assert.Equal(
            _market
                .Mentees.Where(mentee => _before[mentee] != _after[mentee] && !(kind == "withdraw" && mentee == asked))
                .Select(mentee => new Move(mentee, _before[mentee], _after[mentee])),
            moves.OrderBy(move => move.Mentee)
        );
        var left = kind == "leave" ? (asked, _before[asked]) : (Market.Nobody, Market.Nobody);
        Assert.NotEqual(left, (asked, asked == Market.Nobody ? 0 : _after[asked]));
        var others = moves.Where(move => move.Mentee != asked && move.From != Market.Nobody).ToList();
        Assert.True(others.Count <= budget);
        Assert.All(others, move => Assert.True(_optedIn[move.Mentee] && _market.Prefers(move.Mentee, move.To, move.From)));
        Assert.All(
            _market.Mentees,
            mentee =>
                Assert.False(
                    _after[mentee] != Market.Nobody
                        && (_isAway[mentee] || _banned.Contains((mentee, _after[mentee])) || !_market.IsAcceptable(mentee, _after[mentee]))
                )
        );
        foreach (var own in _market.Mentors)
        {
            NobodyTooMany(own);
            WhoStoodKeepsTheirPlace(own, asked);
            foreach (var mentee in _market.Mentees.Where(mentee => Would(mentee, own) && (mentee, own) != left))
                NothingPassedOver(mentee, own, asked, others.Count < budget && (kind == "settle" || Lost(own)));
        }
    }

    private bool Would(int mentee, int mentor) =>
        !_isAway[mentee] && !_banned.Contains((mentee, mentor)) && _market.Prefers(mentee, mentor, _after[mentee]);

    private bool Lost(int mentor) => _after.Count(own => own == mentor) < _before.Count(own => own == mentor);

    private void NobodyTooMany(int mentor) =>
        Assert.True(
            _after.Count(own => own == mentor) <= _places[mentor]
                || _market.Mentees.All(mentee => _after[mentee] != mentor || _before[mentee] == mentor)
        );

    private void WhoStoodKeepsTheirPlace(int mentor, int asked) =>
        Assert.All(
            _market.Mentees.Where(mentee => _before[mentee] == mentor && mentee != asked && !_optedIn[mentee]),
            mentee => Assert.Equal(mentor, _after[mentee])
        );

    /// <param name="mayStillMove">Whether the event looked at this mentor's seats and somebody more could have moved.</param>
    private void NothingPassedOver(int mentee, int mentor, int asked, bool mayStillMove)
    {
        var stood = _before[mentee] != Market.Nobody && mentee != asked;
        if (_after.Count(own => own == mentor) < _places[mentor])
            Assert.True(stood && !(_optedIn[mentee] && mayStillMove), $"{mentee} would have taken the free seat of {mentor}.");
        foreach (var holder in _market.Mentees.Where(holder => _after[holder] == mentor && _before[holder] != mentor))
        {
            var holderStood = _before[holder] != Market.Nobody && holder != asked;
            if (!stood)
                Assert.False(
                    _market.MentorTier[mentee, mentor] < _market.MentorTier[holder, mentor] && !holderStood,
                    $"{mentor} would rather have {mentee} than {holder}, who has only come."
                );
            if (!stood && holderStood && _after[mentee] == Market.Nobody && _before[mentee] == Market.Nobody)
                Assert.Fail($"{mentee} has no mentor, and {holder} got the seat of {mentor}.");
            if (stood && _optedIn[mentee] && holderStood && _before[mentee] == _after[mentee])
                Assert.True(
                    _market.Dearness(holder, mentor).CompareTo(_market.Dearness(mentee, mentor)) < 0,
                    $"{holder} got the seat of {mentor} before {mentee}."
                );
        }
    }
}
