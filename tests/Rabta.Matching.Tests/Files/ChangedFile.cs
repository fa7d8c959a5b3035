using System.Text.Json.Nodes;

namespace Rabta.Matching.Tests.Files;

/// <summary>
/// A problem file with an <c>op</c> applied to it, as a program that reads the result would, in every form that has changes.
/// </summary>
internal static class ChangedFile
{
    /// <returns>How many others end elsewhere than <paramref name="before"/>; null where the one it is made for is still without.</returns>
    public static int? Disturbed(JsonObject problem, Dictionary<string, string> before, string who, JsonObject op)
    {
        var after = TinyProblem.PairsIn(TinyProblem.Solve(Applied(problem, op)));
        return after.ContainsKey(who)
            ? before
                .Keys.Union(after.Keys)
                .Count(other => other != who && before.GetValueOrDefault(other) != after.GetValueOrDefault(other))
            : null;
    }

    private static JsonObject Applied(JsonObject problem, JsonObject op)
    {
        var changed = problem.DeepClone().AsObject();
        var (key, value) = (op.First().Key, op.First().Value!.AsArray());
        if (key == "unforbid")
            changed["forbids"]!.AsArray().RemoveAll(pair => pair!.ToJsonString() == value.ToJsonString());
        else if (key == "list")
            List(changed, value[0]!.GetValue<string>(), value[1]!.GetValue<string>());
        else
        {
            foreach (var place in value[0] is JsonArray ? value.Select(own => own!.AsArray()) : [value])
                new[] { "mentors", "projects", "supervisors" }
                    .Select(kind => changed[kind]?[place[0]!.GetValue<string>()])
                    .Single(own => own is not null)!["capacity"] = place[1]!.GetValue<int>();
        }
        return changed;
    }

    private static void List(JsonObject changed, string one, string other)
    {
        Append((changed["mentees"] ?? changed["students"] ?? changed["people"])![one]!, other);
        var theirs =
            changed["people"]?[other]
            ?? (
                changed["projects"] is { } projects
                    ? changed["supervisors"]![projects[other]!["supervisor"]!.GetValue<string>()]!
                    : changed["mentors"]![other]!
            )["prefs"];
        // Who has no list takes everybody.
        if (theirs is not null)
            Append(theirs, one);

        void Append(JsonNode list, string name)
        {
            if (
                !list.AsArray()
                    .Any(entry =>
                        entry is JsonArray tie ? tie.Any(own => own!.GetValue<string>() == name) : entry!.GetValue<string>() == name
                    )
            )
                list.AsArray().Add(changed["mentees"] is not null ? new JsonArray(name) : JsonValue.Create(name));
        }
    }
}
