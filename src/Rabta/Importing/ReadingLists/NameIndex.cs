using Rabta.People;
using Rabta.Platform.Language;

namespace Rabta.Importing.ReadingLists;

/// <summary>What a text that names a person comes to.</summary>
public enum NameHit
{
    /// <summary>The name as it is listed, or an address.</summary>
    Exact,

    /// <summary>The same name, with or without a title, in another order, with other marks.</summary>
    Certain,

    /// <summary>A letter or two off, and nobody else is near.</summary>
    Likely,

    /// <summary>More than one.</summary>
    Ambiguous,
    Unknown,
}

/// <summary>
/// Finds people by what somebody wrote: an address, a name as written, a name without its titles, or one a letter or two off.
/// </summary>
/// <typeparam name="T">What stands for a person; equal values are one person.</typeparam>
public sealed class NameIndex<T>
    where T : notnull
{
    /// <summary>A name this near is likely meant, if no other is within one letter more.</summary>
    private const int Near = 2;

    /// <summary>Shorter names are too alike.</summary>
    private const int ShortestLikely = 6;

    /// <summary>
    /// Names compared letter by letter in all. A list of a hundred thousand strangers ends too; what is left counts as unknown.
    /// </summary>
    private int _comparisons = 30_000_000;

    private readonly List<(T Person, NameWords Name)> _names = [];
    private readonly Dictionary<string, List<T>> _byAddress = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<T>> _asWritten = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<T>> _byKey = new(StringComparer.Ordinal);
    private readonly Dictionary<T, HashSet<string>> _asides = [];
    private readonly Dictionary<string, (NameHit, IReadOnlyList<T>)> _found = new(StringComparer.Ordinal);
    private Dictionary<string, List<int>>? _near;

    /// <param name="asides">What may stand in brackets behind the name to tell two apart, as texts compare: a department, a number.</param>
    public void Add(T person, string? address, IEnumerable<string> names, IEnumerable<string> asides)
    {
        if (address is not null)
        {
            Put(_byAddress, address, person);
        }
        foreach (var name in names)
        {
            Put(_asWritten, TextKey.Of(name), person);
            var words = NameWords.Of(name);
            if (words.Key.Length > 0)
            {
                Put(_byKey, words.Key, person);
                _names.Add((person, words));
            }
        }
        if (asides.ToHashSet(StringComparer.Ordinal) is { Count: > 0 } known)
        {
            _asides[person] = known;
        }
    }

    /// <returns>One person where certain or likely; all that it could be where it is ambiguous.</returns>
    public (NameHit Hit, IReadOnlyList<T> People) Find(string text)
    {
        if (MailAddress.Read(text) is { } address)
        {
            return _byAddress.TryGetValue(address.Key, out var holders) ? Among(holders, null, NameHit.Exact) : (NameHit.Unknown, []);
        }
        var key = TextKey.Of(text);
        if (!_found.TryGetValue(key, out var found))
        {
            _found[key] = found = ByName(text, key);
        }
        return found;
    }

    private (NameHit, IReadOnlyList<T>) ByName(string text, string key)
    {
        if (_asWritten.TryGetValue(key, out var written))
        {
            return Among(written, null, NameHit.Exact);
        }
        var name = NameWords.Of(text);
        if (name.Key.Length == 0)
        {
            return (NameHit.Unknown, []);
        }
        return _byKey.TryGetValue(name.Key, out var same) ? Among(same, name.Aside, NameHit.Certain) : Nearest(name);
    }

    private (NameHit, IReadOnlyList<T>) Among(List<T> people, string? aside, NameHit hit)
    {
        if (people.Count == 1)
        {
            return (hit, people);
        }
        var told = aside is null ? [] : people.Where(p => _asides.TryGetValue(p, out var own) && own.Contains(aside)).ToList();
        return told.Count == 1 ? (hit, told) : (NameHit.Ambiguous, people);
    }

    private (NameHit, IReadOnlyList<T>) Nearest(NameWords name)
    {
        if (name.Letters < ShortestLikely)
        {
            return (NameHit.Unknown, []);
        }
        var distances = new Dictionary<T, int>();
        foreach (var at in Neighbours(name))
        {
            if (--_comparisons < 0)
            {
                break;
            }
            var (person, other) = _names[at];
            var distance = NameDistance.Of(name, other);
            if (distance < NameDistance.Far && distance < distances.GetValueOrDefault(person, NameDistance.Far))
            {
                distances[person] = distance;
            }
        }
        if (!distances.Values.Any(distance => distance <= Near))
        {
            return (NameHit.Unknown, []);
        }
        var people = distances.OrderBy(d => d.Value).Select(d => d.Key).ToList();
        return people.Count == 1 ? (NameHit.Likely, people) : (NameHit.Ambiguous, people);
    }

    /// <summary>
    /// Names that can be near: of two names of several words that are three letters apart at most, one word is one letter apart at most,
    /// and such words share a form with one letter left out.
    /// </summary>
    private IEnumerable<int> Neighbours(NameWords name)
    {
        _near ??= MakeNear();
        return FormsOf(name).SelectMany(form => _near.GetValueOrDefault(form, [])).Distinct();
    }

    private Dictionary<string, List<int>> MakeNear()
    {
        var near = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        for (var i = 0; i < _names.Count; i++)
        {
            foreach (var form in FormsOf(_names[i].Name))
            {
                if (!near.TryGetValue(form, out var at))
                {
                    near[form] = at = [];
                }
                at.Add(i);
            }
        }
        return near;
    }

    private static HashSet<string> FormsOf(NameWords name)
    {
        var forms = new HashSet<string>(StringComparer.Ordinal);
        foreach (var word in name.Words.Append(name.Joined))
        {
            forms.Add(word);
            forms.Add(NameDistance.WayOf(word));
            for (var i = 0; i < word.Length; i++)
            {
                forms.Add(word.Remove(i, 1));
            }
        }
        // A name of one word may have all its difference in it.
        if (name.Words.Count == 1)
        {
            var word = name.Words[0];
            for (var i = 0; i < word.Length; i++)
            for (var j = i; j < word.Length - 1; j++)
            {
                forms.Add(word.Remove(i, 1).Remove(j, 1));
            }
        }
        return forms;
    }

    private static void Put(Dictionary<string, List<T>> index, string key, T person)
    {
        if (!index.TryGetValue(key, out var people))
        {
            index[key] = people = [];
        }
        if (!people.Contains(person))
        {
            people.Add(person);
        }
    }
}
