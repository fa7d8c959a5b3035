namespace Rabta.Importing.ReadingLists;

public enum NamesAre
{
    /// <summary>With or without titles, in whatever order; or one of the two is missing.</summary>
    Same,

    /// <summary>A letter or two apart, or one has more of the name.</summary>
    Near,
    Different,
}

/// <summary>Whether two rows, or a row and somebody who is stored, can be one person by their names.</summary>
internal static class SameName
{
    public static NamesAre Of(RowDraft one, RowDraft other) => Of([one.Name, .. one.Names.Values], [other.Name, .. other.Names.Values]);

    public static NamesAre Of(IEnumerable<string> one, IEnumerable<string> other)
    {
        List<NameWords> mine = [.. one.Select(NameWords.Of).Where(name => name.Key.Length > 0)],
            theirs = [.. other.Select(NameWords.Of).Where(name => name.Key.Length > 0)];
        if (mine.Count == 0 || theirs.Count == 0 || mine.Exists(name => theirs.Exists(t => t.Key == name.Key)))
        {
            return NamesAre.Same;
        }
        return mine.Exists(name => theirs.Exists(other => AreNear(name, other))) ? NamesAre.Near : NamesAre.Different;
    }

    private static bool AreNear(NameWords one, NameWords other)
    {
        if (one.Letters > 5 && NameDistance.Of(one, other) <= 2)
        {
            return true;
        }
        // "Saima" and "Saima Khan". The first word decides: a daughter often has her father's name as her last.
        var (shorter, longer) = one.Words.Count <= other.Words.Count ? (one, other) : (other, one);
        return shorter.Words[0] == longer.Words[0] && shorter.Words.All(longer.Words.Contains);
    }
}
