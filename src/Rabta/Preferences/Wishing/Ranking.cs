using Rabta.Platform.Access;

namespace Rabta.Preferences.Wishing;

/// <summary>What someone does with one person on their list.</summary>
public enum WishAct
{
    Add,
    Raise,
    Lower,

    /// <summary>As much as the one above.</summary>
    Tie,
    Remove,
}

/// <summary>An order of people in which several may stand side by side.</summary>
public sealed class Ranking
{
    private readonly List<List<PersonId>> _ranks;

    /// <param name="ranks">The first is wished for most; those of one inner list are wished for equally.</param>
    public Ranking(IEnumerable<IEnumerable<PersonId>> ranks) => _ranks = [.. ranks.Select(r => r.ToList())];

    public int Count => _ranks.Sum(r => r.Count);

    public bool Has(PersonId person) => _ranks.Any(r => r.Contains(person));

    /// <summary>Everyone with their rank, 1 first, without gaps.</summary>
    public IReadOnlyDictionary<PersonId, int> Ranks => _ranks.Index().SelectMany(r => r.Item.Select(p => (p, r.Index + 1))).ToDictionary();

    public void Do(WishAct act, PersonId person)
    {
        var at = _ranks.FindIndex(r => r.Contains(person));
        if (at < 0)
        {
            if (act == WishAct.Add)
                _ranks.Add([person]);
            return;
        }
        var isAlone = _ranks[at].Count == 1;
        switch (act)
        {
            // The person first leaves a tie, and only then passes the next one.
            case WishAct.Raise:
                Move(person, at, isAlone ? Math.Max(0, at - 1) : at);
                break;
            case WishAct.Lower:
                Move(person, at, isAlone ? Math.Min(_ranks.Count - 1, at + 1) : at + 1);
                break;
            case WishAct.Tie when at > 0:
                Take(person, at);
                _ranks[at - 1].Add(person);
                break;
            case WishAct.Remove:
                Take(person, at);
                break;
        }
    }

    private void Move(PersonId person, int from, int to)
    {
        Take(person, from);
        _ranks.Insert(to, [person]);
    }

    private void Take(PersonId person, int at)
    {
        _ranks[at].Remove(person);
        if (_ranks[at].Count == 0)
            _ranks.RemoveAt(at);
    }
}
