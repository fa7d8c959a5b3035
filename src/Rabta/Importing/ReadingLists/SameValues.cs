using System.Text.RegularExpressions;
using Rabta.Platform.Language;

namespace Rabta.Importing.ReadingLists;

/// <summary>
/// Answers to one question that are one answer written differently: M and Male, Mon-Fri and Monday to Friday, Physio where Physiology
/// stands in the same column. Those a letter apart are only likely.
/// </summary>
internal sealed partial class SameValues(ReadingNotes notes)
{
    /// <summary>A question with more different answers is written freely.</summary>
    private const int MostValues = 200;

    /// <summary>Answers shorter than this are too alike to be a slip of the pen.</summary>
    private const int ShortestLikely = 6;

    private static readonly Dictionary<string, string>[] Families =
    [
        FamilyOf(
            "Male|M MALE MAN BOY GENTLEMAN MR MALES مرد لڑکا",
            "Female|F FEMALE WOMAN GIRL LADY MS FEMALES WOMEN عورت خاتون لڑکی خواتین"
        ),
        FamilyOf("Yes|Y YES YEAH YEP TRUE ہاں جی جی_ہاں", "No|N NO NOPE FALSE نہیں نہ جی_نہیں"),
    ];

    /// <summary>The days of a week, Monday first, as languages call them; those of the first may be abbreviated.</summary>
    private static readonly string[][] Weeks =
    [
        .. new[] { "MONDAY TUESDAY WEDNESDAY THURSDAY FRIDAY SATURDAY SUNDAY", "پیر منگل بدھ جمعرات جمعہ ہفتہ اتوار" }.Select(week =>
            week.Split(' ').Select(TextKey.Of).ToArray()
        ),
    ];

    /// <returns>By the key of the question: the key of an answer, and the text of the answer it is counted as.</returns>
    public Dictionary<string, IReadOnlyDictionary<string, string>> Find(IReadOnlyList<RosterPerson> people, IReadOnlyList<Column> columns)
    {
        var counts = new Dictionary<string, Dictionary<string, (string Text, int Count)>>(StringComparer.Ordinal);
        // What is private is told to nobody, not even that two answers are one.
        foreach (var answer in people.SelectMany(person => person.Rows).SelectMany(row => row.Answers).Where(answer => !answer.IsPrivate))
        {
            if (!counts.TryGetValue(answer.Key, out var values))
            {
                counts[answer.Key] = values = new(StringComparer.Ordinal);
            }
            foreach (var text in answer.Values.Where(_ => values.Count <= MostValues))
            {
                var key = TextKey.Of(text);
                values[key] = values.TryGetValue(key, out var known) ? (known.Text, known.Count + 1) : (text, 1);
            }
        }
        var headings = columns
            .GroupBy(column => column.Key)
            .ToDictionary(same => same.Key, same => same.First().Heading, StringComparer.Ordinal);
        var same = new Dictionary<string, IReadOnlyDictionary<string, string>>(StringComparer.Ordinal);
        foreach (var (question, values) in counts.Where(q => q.Value.Count is > 1 and <= MostValues))
        {
            if (Of(values, headings.GetValueOrDefault(question, question)) is { Count: > 0 } found)
            {
                same[question] = found;
            }
        }
        return same;
    }

    private Dictionary<string, string> Of(Dictionary<string, (string Text, int Count)> values, string heading)
    {
        var same = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (
            var group in values.Keys.Select(key => (Key: key, Form: FormOf(key, values))).GroupBy(x => x.Form).Where(g => g.Count() > 1)
        )
        {
            // The word written out stands for all: the longest that many chose.
            var stands = group
                .OrderByDescending(x => x.Key.Length > 1)
                .ThenByDescending(x => values[x.Key].Count)
                .ThenByDescending(x => x.Key.Length)
                .First()
                .Key;
            foreach (var (key, _) in group.Where(x => x.Key != stands))
            {
                Take(key, stands, true);
            }
        }
        foreach (var key in values.Keys.Where(key => !same.ContainsKey(key)).ToList())
        {
            if (LongFormOf(key, values.Keys) is { } whole)
            {
                Take(key, whole, true);
            }
            else if (NeighbourOf(key, values, same) is { } near)
            {
                Take(key, near, false);
            }
        }
        return same;

        void Take(string key, string to, bool isCertain)
        {
            // What stands for something else itself leads on to that.
            var end = same.TryGetValue(to, out var further) ? further : values[to].Text;
            var isTaken = isCertain || notes.TakeGuesses;
            notes.Guesses.Add(new(GuessKind.Value, null, null, heading, values[key].Text, end, isCertain, isTaken));
            if (isTaken)
            {
                same[key] = end;
            }
        }
    }

    /// <summary>Texts of one form are one answer.</summary>
    private static string FormOf(string key, Dictionary<string, (string Text, int Count)> values)
    {
        foreach (var family in Families)
        {
            // A lone letter means this only among such words: M is no man among S, M and L.
            if (
                family.TryGetValue(Bare(key), out var form)
                && (key.Length > 1 || values.Keys.All(other => other.Length > 1 || family.ContainsKey(other)))
            )
            {
                return form;
            }
        }
        return DaysOf(key) ?? key;
    }

    private static string Bare(string key) => key.Trim('.', ' ', ',', '!');

    private static string? DaysOf(string key)
    {
        var parts = DayRange().Split(key).Select(part => DayOf(part.Trim(' ', '.'))).ToList();
        return parts.Count is 1 or 2 && parts.TrueForAll(day => day >= 0) ? string.Join('-', parts) : null;
    }

    private static int DayOf(string word)
    {
        foreach (var week in Weeks)
        {
            if (Array.IndexOf(week, word) is var day and >= 0)
            {
                return day;
            }
        }
        // "Mon", "Tues", "Fridays".
        var bare = word.EndsWith('S') ? word[..^1] : word;
        return bare.Length < 3 ? -1 : Array.FindIndex(Weeks[0], day => day.StartsWith(bare, StringComparison.Ordinal));
    }

    /// <summary>The one longer answer of which this one leaves out letters: each word begins a word of it.</summary>
    private static string? LongFormOf(string key, IEnumerable<string> all)
    {
        var words = WordsOf(key);
        if (words.Count == 0)
        {
            return null;
        }
        string? found = null;
        foreach (var other in all)
        {
            var whole = WordsOf(other);
            if (
                other == key
                || whole.Count != words.Count
                || whole.Sum(w => w.Length) - words.Sum(w => w.Length) < 2
                || !words
                    .Zip(whole)
                    .All(pair =>
                        pair.First == pair.Second
                        || (pair.First.Length >= 3 && pair.Second.StartsWith(pair.First, StringComparison.Ordinal))
                    )
            )
            {
                continue;
            }
            if (found is not null)
            {
                return null;
            }
            found = other;
        }
        return found;
    }

    private static List<string> WordsOf(string key) =>
        [.. key.Replace("&", " AND ", StringComparison.Ordinal).Split([' ', '.', ',', '-', '/'], StringSplitOptions.RemoveEmptyEntries)];

    private static string? NeighbourOf(string key, Dictionary<string, (string Text, int Count)> values, Dictionary<string, string> same)
    {
        if (key.Length < ShortestLikely || key.Any(char.IsDigit))
        {
            return null;
        }
        var near = values
            .Keys.Where(other =>
                other != key && !same.ContainsKey(other) && !other.Any(char.IsDigit) && NameDistance.Letters(key, other) == 1
            )
            .OrderByDescending(other => values[other].Count)
            .ToList();
        // The one that more people wrote, else the longer, is the one that is meant.
        var mine = (values[key].Count, key.Length, key);
        return near.Count == 1 && (values[near[0]].Count, near[0].Length, near[0]).CompareTo(mine) > 0 ? near[0] : null;
    }

    private static Dictionary<string, string> FamilyOf(params string[] answers) =>
        answers
            .Select(answer => answer.Split('|'))
            .SelectMany(a => a[1].Split(' ').Select(word => KeyValuePair.Create(TextKey.Of(word.Replace('_', ' ')), a[0])))
            .ToDictionary(StringComparer.Ordinal);

    [GeneratedRegex(@"\s*(?:-|–|—|\bTO\b|\bTILL\b|\bUNTIL\b|\bTHROUGH\b|\bTHRU\b|\bتا\b|\bسے\b)\s*")]
    private static partial Regex DayRange();
}
