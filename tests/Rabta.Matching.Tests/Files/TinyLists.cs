using System.Text.Json.Nodes;

namespace Rabta.Matching.Tests.Files;

/// <summary>Names, strict lists of some of them in random order, and the JSON of both.</summary>
internal static class TinyLists
{
    public static List<string> Shuffled(Inventing.Dice dice, string[] names)
    {
        var left = names.Where(_ => dice.Below(4) > 0).ToList();
        var shuffled = new List<string>();
        for (; left.Count > 0; left.Remove(shuffled[^1]))
            shuffled.Add(left[dice.Below(left.Count)]);
        return shuffled;
    }

    public static string[] Names(string prefix, int count) => [.. Enumerable.Range(0, count).Select(n => prefix + n)];

    public static JsonArray List(List<string> names) => [.. names.Select(name => (JsonNode?)JsonValue.Create(name))];

    public static JsonObject Lists(Dictionary<string, List<string>> lists) =>
        new(lists.Select(own => KeyValuePair.Create(own.Key, (JsonNode?)List(own.Value))));

    public static JsonObject Objects(string[] names, Func<string, JsonObject> of) =>
        new(names.Select(name => KeyValuePair.Create(name, (JsonNode?)of(name))));
}
