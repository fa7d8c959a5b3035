namespace Rabta.Platform.Design;

/// <summary>The icons a page really shows: only their drawings travel with it.</summary>
public sealed class IconsUsed
{
    private readonly SortedSet<string> _names = [];

    /// <summary>Called for each further icon: a page that waits for its data shows some after the sprite was first drawn.</summary>
    public Action Changed { get; set; } = () => { };

    public void Add(string name)
    {
        if (_names.Add(name))
            Changed();
    }

    /// <summary>Name and path data of each, in a 24 × 24 box, one stroke weight.</summary>
    public IEnumerable<(string Name, string Path)> Drawings => _names.Select(name => (name, Icons.Paths[name]));
}

public static class Icons
{
    public static readonly IReadOnlyDictionary<string, string> Paths = new Dictionary<string, string>
    {
        ["globe"] = "M20.5 12a8.5 8.5 0 1 1-17 0 8.5 8.5 0 0 1 17 0zM3.5 12h17M12 3.5c5 5 5 12 0 17M12 3.5c-5 5-5 12 0 17",
        ["warn"] = "M12 4 21.5 20h-19zM12 10v4.5M12 17.300v.2",
        ["down"] = "M12 4v11M7 11l5 5 5-5M4 20h16",
        ["up"] = "M12 16V5M7 9l5-5 5 5M4 20h16",
        ["lock"] = "M5 11h14v9.5H5zM8 11V8a4 4 0 0 1 8 0v3",
        ["eye"] = "M2.5 12c3-5 6-7 9.5-7s6.5 2 9.5 7c-3 5-6 7-9.5 7s-6.5-2-9.5-7zM15 12a3 3 0 1 1-6 0 3 3 0 0 1 6 0z",
        ["home"] = "M5 4h14v16H5zM9 8.5h6M9 12h6M9 15.5h3",
        ["people"] =
            "M12 8a3.5 3.5 0 1 1-7 0 3.5 3.5 0 0 1 7 0zM2.5 20c0-4 2.5-6 6-6s6 2 6 6M15 "
            + "5a3.5 3.5 0 0 1 0 6.5M17.5 14.5c2.600.7 4 2.600 4 5.5",
        ["match"] = "M7.5 7a2.5 2.5 0 1 1-5 0 2.5 2.5 0 0 1 5 0zM21.5 17a2.5 2.5 0 1 1-5 0 2.5 2.5 0 0 1 5 0zM7.5 7C15 7 9 17 16.5 17",
        ["pairs"] = "M10.5 12a3.5 3.5 0 1 1-7 0 3.5 3.5 0 0 1 7 0zM20.5 12a3.5 3.5 0 1 1-7 0 3.5 3.5 0 0 1 7 0z",
        ["more"] = "m5 10.5 1.5 1.5L5 13.5 3.5 12zM12 10.5l1.5 1.5-1.5 1.5-1.5-1.5zM19 10.5l1.5 1.5-1.5 1.5-1.5-1.5z",
        ["pin"] = "M9 3h6l-1 7 4 4H6l4-4zM12 14v7",
        ["check"] = "m4.5 12.5 5 5 10-11",
        ["mail"] = "M3.5 6h17v12h-17zM3.5 7l8.5 6 8.5-6",
        ["phone"] = "M6 3.5h4l1.5 5-2.5 1.5c1 2.5 2.5 4 5 5l1.5-2.5 5 1.5v4c0 1-1 2-2 2C10 20 4 14 4 5.5c0-1 1-2 2-2z",
        ["clock"] = "M20.5 12a8.5 8.5 0 1 1-17 0 8.5 8.5 0 0 1 17 0zM12 7v5l3.5 2",
        ["person"] = "M16 7.5a4 4 0 1 1-8 0 4 4 0 0 1 8 0zM4.5 21c0-5 3-7.5 7.5-7.5s7.5 2.5 7.5 7.5",
        ["video"] = "M3 6.5h12v11H3zM15 10.5l6-3v9l-6-3z",
        ["line"] = "M3 17C8 3 10 21 14 12M17 8l4 4M21 8l-4 4",
        ["meet"] = "M4 6h16v14H4zM4 10.5h16M8.5 3.5V7M15.5 3.5V7M12 12.7l2.500 2.500-2.500 2.500-2.500-2.500z",
        ["talk"] = "M4 5h16v11h-9l-5 4v-4H4z",
        ["flag"] = "M6 21V4M6 5c4-2 7 2 12 0v9c-5 2-8-2-12 0",
    };
}
