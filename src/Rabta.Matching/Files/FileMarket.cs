using Rabta.Matching.Markets;

namespace Rabta.Matching.Files;

/// <summary>Puts a file as a market: who lists whom on both sides, less what is forbidden.</summary>
internal sealed class FileMarket
{
    private readonly FileProblem _problem;
    private readonly FileChange _change;
    private readonly Func<int, int, bool>? _isOut;
    private readonly List<int>[] _accepted;
    private readonly List<int>[] _acceptedTiers;

    private FileMarket(FileProblem problem, FileChange change, Func<int, int, bool>? isOut)
    {
        (_problem, _change, _isOut) = (problem, change, isOut);
        _accepted = new List<int>[problem.Seekers.Length];
        _acceptedTiers = new List<int>[problem.Seekers.Length];
    }

    /// <param name="isOut">Pairs that may not be beyond what the file forbids, such as the mentor somebody just left.</param>
    /// <param name="seat">Who sits where beforehand and why; null for nobody.</param>
    public static Market Of(
        FileProblem problem,
        FileChange change,
        Func<int, Because>? seat = null,
        Func<int, int>? seatOf = null,
        Func<int, int, bool>? isOut = null,
        decimal price = 0
    ) => new FileMarket(problem, change, isOut).Build(seat, seatOf, price);

    private Market Build(Func<int, Because>? why, Func<int, int>? seatOf, decimal price)
    {
        Accept();
        var (starts, mentors) = (new int[_problem.Seekers.Length + 1], new List<int>());
        var (menteeTiers, mentorTiers) = (new List<int>(), new List<int>());
        var counts = new int[_problem.Seekers.Length];
        var offerers = _problem.Offerers.Length;
        for (var seeker = 0; seeker < counts.Length; seeker++)
        {
            var rows = Row(seeker)
                .Where(entry => IsAccepted(seeker, entry.Offerer, out _))
                .Where(entry => !_change.Forbids(_problem, seeker, entry.Offerer) && _isOut?.Invoke(seeker, entry.Offerer) != true)
                .OrderBy(entry => entry.Tier)
                .ThenBy(entry => (_problem.Turns[entry.Offerer] + offerers - _problem.TieBreak[seeker] % offerers) % offerers);
            foreach (var (offerer, tier) in rows)
            {
                IsAccepted(seeker, offerer, out var mentorTier);
                mentors.Add(offerer);
                menteeTiers.Add(tier);
                mentorTiers.Add(mentorTier);
            }
            starts[seeker + 1] = mentors.Count;
            counts[seeker] = _problem.Wishes.TiersOf(seeker) + (AppendsToSeeker(seeker) ? 1 : 0);
        }
        int[] listed = [.. mentors];
        return new(
            starts,
            listed,
            new([.. menteeTiers]),
            new([.. mentorTiers]),
            [.. Enumerable.Range(0, offerers).Select(offerer => _change.PlacesOf(_problem, offerer))],
            _problem.TieBreak
        )
        {
            MenteeTierCounts = counts,
            MentorTierCounts = [.. Enumerable.Range(0, offerers).Select(MentorTierCount)],
            Seated = why is null ? null : Seat(why, seatOf!),
            Reserves = Reserved(),
            Scores = FileScores.Of(_problem, starts, listed, price),
        };
    }

    private int ListOf(int offerer) => _problem.Form == FileForm.Projects ? _problem.SupervisorOf[offerer] : offerer;

    private int MentorTierCount(int offerer) =>
        _problem.OffererLists.TiersOf(ListOf(offerer))
        + (
            _change.Listed is { } pair
            && ListOf(pair.Offerer) == ListOf(offerer)
            && _problem.OffererLists.TierOf(ListOf(offerer), pair.Seeker) < 0
                ? 1
                : 0
        );

    /// <summary>Turns the mentors' lists round, so that a mentee's own row can be walked once.</summary>
    private void Accept()
    {
        for (var seeker = 0; seeker < _accepted.Length; seeker++)
            (_accepted[seeker], _acceptedTiers[seeker]) = ([], []);
        for (var list = 0; list < _problem.OffererLists.Count; list++)
        {
            var tiers = _problem.OffererLists.TiersIn(list);
            foreach (var (at, seeker) in _problem.OffererLists.Of(list).ToArray().Index())
            {
                _accepted[seeker].Add(list);
                _acceptedTiers[seeker].Add(tiers[at]);
            }
        }
    }

    private bool IsAccepted(int seeker, int offerer, out int tier)
    {
        tier = 0;
        var list = ListOf(offerer);
        if (!_problem.OffererLists.Has(list))
            return true;
        // Lists are walked in order, so a mentee's column is sorted by list.
        var at = _accepted[seeker].BinarySearch(list);
        if (at >= 0)
        {
            tier = _acceptedTiers[seeker][at];
            return true;
        }
        tier = _problem.OffererLists.TiersOf(list);
        return _change.Listed is { } pair && pair.Seeker == seeker && ListOf(pair.Offerer) == list;
    }

    private bool AppendsToSeeker(int seeker) =>
        _change.Listed is { } pair && pair.Seeker == seeker && _problem.Wishes.TierOf(seeker, pair.Offerer) < 0;

    private List<(int Offerer, int Tier)> Row(int seeker)
    {
        var row = new List<(int, int)>();
        var tiers = _problem.Wishes.TiersIn(seeker);
        foreach (var offerer in _problem.Wishes.Of(seeker))
            row.Add((offerer, tiers[row.Count]));
        if (AppendsToSeeker(seeker))
            row.Add((_change.Listed!.Value.Offerer, _problem.Wishes.TiersOf(seeker)));
        return row;
    }

    private Seated Seat(Func<int, Because> why, Func<int, int> seatOf)
    {
        var count = _problem.Seekers.Length;
        var (mentorOf, because, menteeTiers, mentorTiers) = (new int[count], new Because[count], new int[count], new int[count]);
        for (var seeker = 0; seeker < count; seeker++)
        {
            mentorOf[seeker] = Market.Nobody;
            if ((because[seeker] = why(seeker)) == Because.None)
                continue;
            mentorOf[seeker] = seatOf(seeker);
            menteeTiers[seeker] = MenteeTier(_problem, seeker, mentorOf[seeker]);
            mentorTiers[seeker] = IsAccepted(seeker, mentorOf[seeker], out var tier) ? tier : int.MaxValue;
        }
        return new(mentorOf, because, menteeTiers, mentorTiers, _problem.Offerers.Length);
    }

    public static int MenteeTier(FileProblem problem, int seeker, int offerer) =>
        problem.Wishes.TierOf(seeker, offerer) is >= 0 and var tier ? tier : int.MaxValue;

    private Reserves? Reserved()
    {
        if (_problem.Raw.Reserved.Count == 0)
            return null;
        var groups = _problem.Raw.Groups;
        var groupAt = groups.Index().ToDictionary(group => group.Item.Group, group => group.Index);
        var memberships = new ulong[_problem.Seekers.Length];
        foreach (var (bit, group) in groups.Index())
        {
            foreach (var member in group.Members)
                memberships[_problem.SeekerAt[member]] |= 1UL << bit;
        }
        var kept = new int[]?[_problem.Offerers.Length];
        foreach (var (mentor, places) in _problem.Raw.Reserved)
        {
            var own = new int[groups.Count];
            foreach (var (group, number) in places)
                own[groupAt[group]] = (int)number;
            if (own.Any(number => number > 0))
                kept[_problem.OffererAt[mentor]] = own;
        }
        return new(memberships, kept);
    }
}
