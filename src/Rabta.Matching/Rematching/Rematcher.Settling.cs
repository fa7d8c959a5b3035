using Rabta.Matching.Markets;
using Rabta.Matching.Solving;

namespace Rabta.Matching.Rematching;

// What an event sets off: open seats are filled, seekers ask, until nothing is left to do.
public sealed partial class Rematcher
{
    private List<Move> Settle()
    {
        while (true)
        {
            if (_openSeats.TryDequeue(out var mentor))
                Fill(mentor);
            else if (_seekers.TryDequeue(out var mentee))
                Seek(mentee);
            else
                break;
        }
        (_leaver, _left) = (_left.Mentee, (Market.Nobody, Market.Nobody));
        return [.. _from.Select(one => new Move(one.Key, one.Value, _state.MentorOf[one.Key])).Where(move => move.From != move.To)];
    }

    private void Fill(int mentor)
    {
        if (!_state.HasFree(mentor) || BestFor(mentor) is not (>= 0 and var mentee))
            return;
        var before = _state.MentorOf[mentee];
        if (before != Market.Nobody && !_fresh.Contains(mentee))
            _budget--;
        Take(mentee, mentor);
        if (before != Market.Nobody)
            _openSeats.Enqueue(before);
        _openSeats.Enqueue(mentor);
    }

    /// <summary>Dearest to the mentor: first of those without a mentor before this event, then of those who opted in.</summary>
    private int BestFor(int mentor)
    {
        var pairs = _byMentor.PairsOf(mentor);
        var mentees = _byMentor.MenteesOf(mentor);
        var kept = _market.Reserves?.Kept[mentor];
        var (without, withOne) = (Market.Nobody, Market.Nobody);
        for (var at = 0; at < pairs.Length; at++)
        {
            var mentee = mentees[at];
            if (!Wants(mentee, mentor, pairs[at]))
                continue;
            if (_state.MentorOf[mentee] != Market.Nobody && !_fresh.Contains(mentee))
            {
                if (withOne == Market.Nobody && _budget > 0 && _mayMove[mentee])
                    withOne = mentee;
                continue;
            }
            if (kept is null || FillsAPlace(mentor, mentee, kept))
                return mentee;
            if (without == Market.Nobody)
                without = mentee;
        }
        return without != Market.Nobody ? without : withOne;
    }

    private void Seek(int mentee)
    {
        if (_isAway[mentee])
            return;
        for (var pair = _market.Starts[mentee]; pair < _market.Starts[mentee + 1]; pair++)
        {
            var mentor = _market.Mentors[pair];
            if (!Wants(mentee, mentor, pair))
                continue;
            var gives = Market.Nobody;
            if (!_state.HasFree(mentor) && (gives = WhoGivesWay(mentor, mentee, _market.MentorTiers[pair])) == Market.Nobody)
                continue;
            if (gives != Market.Nobody)
            {
                Take(gives, Market.Nobody);
                _seekers.Enqueue(gives);
            }
            var before = _state.MentorOf[mentee];
            Take(mentee, mentor);
            if (before != Market.Nobody)
                _openSeats.Enqueue(before);
            return;
        }
    }

    /// <summary>Only somebody placed by this same event can lose a seat again, to somebody whom the mentor prefers.</summary>
    private int WhoGivesWay(int mentor, int mentee, int tier)
    {
        var (worst, worstTier) = (Market.Nobody, tier);
        var kept = _market.Reserves?.Kept[mentor];
        foreach (var holder in _state.HeldBy(mentor))
        {
            if (!_fresh.Contains(holder))
                continue;
            var held = _market.MentorTiers[_market.PairAt(holder, mentor)];
            var change = kept is null ? 0 : FilledBy(mentor, kept, holder, mentee) - FilledBy(mentor, kept, Market.Nobody, Market.Nobody);
            if (change > 0)
                return holder;
            if (change == 0 && held > worstTier)
                (worst, worstTier) = (holder, held);
        }
        return worst;
    }

    private bool FillsAPlace(int mentor, int mentee, int[] kept) =>
        FilledBy(mentor, kept, Market.Nobody, mentee) > FilledBy(mentor, kept, Market.Nobody, Market.Nobody);

    private int FilledBy(int mentor, int[] kept, int without, int with)
    {
        var people = _state.HeldBy(mentor).Where(holder => holder != without);
        if (with != Market.Nobody)
            people = people.Append(with);
        return KeptPlaces.Filled(kept, people.Select(one => _market.Reserves!.GroupsOf[one]));
    }

    private void Take(int mentee, int mentor)
    {
        var before = _state.MentorOf[mentee];
        if (_from.TryAdd(mentee, before) && before == Market.Nobody)
            _fresh.Add(mentee);
        if (mentor == Market.Nobody)
            _fresh.Add(mentee);
        _state.Put(mentee, mentor);
    }
}
