using System.Text.Json.Nodes;
using Rabta.Matching.Files;

namespace Rabta.Matching.Tests.Files;

/// <summary>A random first-form problem small enough to try every assignment, with its own plain reading of who prefers whom.</summary>
internal sealed class TinyProblem
{
    private readonly Inventing.Dice _dice;

    public TinyProblem(
        ulong seed,
        bool isStrict = false,
        bool isScored = false,
        bool hasReserves = false,
        bool hasPins = true,
        int most = 6
    )
    {
        _dice = new(seed);
        var mentees = Names("e", 1 + _dice.Below(most));
        var mentors = Names("o", 1 + _dice.Below(4));
        foreach (var mentee in mentees)
            Wishes[mentee] = Ranked(mentors, isStrict);
        foreach (var mentor in mentors)
        {
            Places[mentor] = _dice.Below(4);
            if (isStrict || _dice.Below(5) > 0)
                Prefs[mentor] = Ranked(mentees, isStrict);
        }
        for (var n = _dice.Below(3); n > 0; n--)
            Forbids.Add((Of(mentees), Of(mentors)));
        if (hasPins && _dice.Below(3) == 0 && (Of(mentees), Of(mentors)) is var pin && Places[pin.Item2] > 0 && !Forbids.Contains(pin))
            Pins.Add(pin);
        if (hasReserves)
            Reserve(mentees, mentors);
        foreach (var mentee in isScored ? mentees : [])
        {
            foreach (var mentor in mentors)
                Scores[(mentee, mentor)] = _dice.Below(12);
        }
        Json = new() { ["seed"] = seed % 1000 };
        Json["mentees"] = new JsonObject(Wishes.Select(own => KeyValuePair.Create(own.Key, (JsonNode?)Lists(own.Value))));
        Json["mentors"] = new JsonObject(mentors.Select(mentor => KeyValuePair.Create(mentor, (JsonNode?)MentorOf(mentor))));
        Json["pins"] = PairsOf(Pins);
        Json["forbids"] = PairsOf(Forbids);
        if (hasReserves)
            Json["groups"] = new JsonObject(
                Groups.Select(group =>
                    KeyValuePair.Create(group.Key, (JsonNode?)new JsonArray([.. group.Value.Select(one => JsonValue.Create(one))]))
                )
            );
        if (isScored)
            Json["scores"] = new JsonObject(
                mentees.Select(mentee =>
                    KeyValuePair.Create(
                        mentee,
                        (JsonNode?)
                            new JsonObject(
                                mentors.Select(mentor => KeyValuePair.Create(mentor, (JsonNode?)JsonValue.Create(Scores[(mentee, mentor)])))
                            )
                    )
                )
            );
    }

    public JsonObject Json { get; }
    public Dictionary<string, List<List<string>>> Wishes { get; } = [];
    public Dictionary<string, List<List<string>>> Prefs { get; } = [];
    public Dictionary<string, int> Places { get; } = [];
    public HashSet<(string, string)> Forbids { get; } = [];
    public List<(string, string)> Pins { get; } = [];
    public Dictionary<(string, string), int> Scores { get; } = [];
    public Dictionary<string, List<string>> Groups { get; } = [];
    public Dictionary<(string Mentor, string Group), int> Kept { get; } = [];

    /// <summary>Without looking for changes, unless they are what is asked about.</summary>
    public static JsonObject Solve(JsonObject problem, bool seeksChanges = false)
    {
        var solved = ProblemFiles.Solve(System.Text.Encoding.UTF8.GetBytes(problem.ToJsonString()), seeksChanges);
        Assert.Equal(0, solved.Faults);
        return JsonNode.Parse(solved.Json)!.AsObject();
    }

    public JsonObject Solve(string mode, bool seeksChanges = false)
    {
        Json["mode"] = mode;
        return Solve(Json, seeksChanges);
    }

    public static Dictionary<string, string> PairsIn(JsonObject result) =>
        result["pairs"]!.AsObject().ToDictionary(pair => pair.Key, pair => pair.Value!.GetValue<string>());

    public int Tier(string mentee, string? mentor) =>
        mentor is null ? Wishes[mentee].Count
        : Index(Wishes[mentee], mentor) is >= 0 and var tier ? tier
        : 1000;

    public int MentorTier(string mentor, string? mentee) =>
        !Prefs.TryGetValue(mentor, out var prefs)
            ? mentee is null
                ? 1
                : 0
            : mentee is null
                ? prefs.Count
                : Index(prefs, mentee) is >= 0 and var tier
                    ? tier
                    : 1000;

    public bool IsAcceptable(string mentee, string mentor) =>
        Tier(mentee, mentor) < 1000 && MentorTier(mentor, mentee) < 1000 && !Forbids.Contains((mentee, mentor));

    /// <summary>Whether both would gain at least <paramref name="margin"/> tiers; nobody pinned has a say.</summary>
    public bool IsBlocked(IReadOnlyDictionary<string, string> pairs, int margin = 1) =>
        Wishes.Keys.Any(mentee => Places.Keys.Any(mentor => Blocks(pairs, mentee, mentor, margin)));

    public bool Blocks(IReadOnlyDictionary<string, string> pairs, string mentee, string mentor, int margin)
    {
        var has = pairs.GetValueOrDefault(mentee);
        if (
            has == mentor
            || !IsAcceptable(mentee, mentor)
            || Tier(mentee, has) - Tier(mentee, mentor) < margin
            || Pins.Any(pin => pin.Item1 == mentee)
        )
            return false;
        var held = pairs.Where(pair => pair.Value == mentor).Select(pair => pair.Key).ToList();
        if (held.Count < Places[mentor])
            return MentorTier(mentor, null) - MentorTier(mentor, mentee) >= margin;
        return held.Where(other => !Pins.Contains((other, mentor)))
            .Any(other =>
            {
                var (now, then) = (Filled(mentor, held), Filled(mentor, [.. held.Where(one => one != other), mentee]));
                return then > now || (then == now && MentorTier(mentor, other) - MentorTier(mentor, mentee) >= margin);
            });
    }

    /// <summary>Every assignment that keeps rules, places and pins.</summary>
    public IEnumerable<Dictionary<string, string>> Assignments()
    {
        var mentees = Wishes.Keys.ToList();
        return Assign(0, new(), Places.ToDictionary());

        IEnumerable<Dictionary<string, string>> Assign(int at, Dictionary<string, string> pairs, Dictionary<string, int> left)
        {
            if (at == mentees.Count)
            {
                yield return new(pairs);
                yield break;
            }
            var mentee = mentees[at];
            var pin = Pins.FirstOrDefault(own => own.Item1 == mentee).Item2;
            foreach (var mentor in pin is not null ? [pin] : Places.Keys.Where(one => IsAcceptable(mentee, one)).Append(null))
            {
                if (mentor is not null && left[mentor] == 0)
                    continue;
                if (mentor is not null)
                    (pairs[mentee], left[mentor]) = (mentor, left[mentor] - 1);
                foreach (var all in Assign(at + 1, pairs, left))
                    yield return all;
                if (mentor is not null)
                    left[mentor]++;
                pairs.Remove(mentee);
            }
        }
    }

    private int Filled(string mentor, List<string> people)
    {
        var kept = Kept.Where(own => own.Key.Mentor == mentor).SelectMany(own => Enumerable.Repeat(own.Key.Group, own.Value)).ToList();
        return Most(kept, people);

        int Most(List<string> seats, List<string> left) =>
            seats.Count == 0
                ? 0
                : Math.Max(
                    Most(seats[1..], left),
                    left.Where(one => Groups[seats[0]].Contains(one))
                        .Select(one => 1 + Most(seats[1..], [.. left.Where(other => other != one)]))
                        .DefaultIfEmpty(0)
                        .Max()
                );
    }

    private void Reserve(string[] mentees, string[] mentors)
    {
        foreach (var group in Names("g", 1 + _dice.Below(2)))
        {
            Groups[group] = [.. mentees.Where(_ => _dice.Below(2) == 0)];
            foreach (
                var mentor in mentors.Where(mentor =>
                    _dice.Below(2) == 0 && Places[mentor] > Kept.Where(own => own.Key.Mentor == mentor).Sum(own => own.Value)
                )
            )
                Kept[(mentor, group)] = 1;
        }
    }

    private JsonObject MentorOf(string mentor)
    {
        var own = new JsonObject { ["capacity"] = Places[mentor] };
        if (Prefs.TryGetValue(mentor, out var prefs))
            own["prefs"] = Lists(prefs);
        if (Kept.Any(kept => kept.Key.Mentor == mentor))
            own["reserved"] = new JsonObject(
                Kept.Where(kept => kept.Key.Mentor == mentor)
                    .Select(kept => KeyValuePair.Create(kept.Key.Group, (JsonNode?)JsonValue.Create(kept.Value)))
            );
        return own;
    }

    private List<List<string>> Ranked(string[] names, bool isStrict)
    {
        var left = names.Where(_ => _dice.Below(4) > 0).ToList();
        var ranked = new List<List<string>>();
        while (left.Count > 0)
        {
            var name = left[_dice.Below(left.Count)];
            left.Remove(name);
            if (!isStrict && ranked.Count > 0 && _dice.Below(2) == 0)
                ranked[^1].Add(name);
            else
                ranked.Add([name]);
        }
        return ranked;
    }

    private static int Index(List<List<string>> lists, string name) => lists.FindIndex(tie => tie.Contains(name));

    private static string[] Names(string prefix, int count) => [.. Enumerable.Range(0, count).Select(n => prefix + n)];

    private string Of(string[] names) => names[_dice.Below(names.Length)];

    private static JsonArray Lists(List<List<string>> lists) =>
        [.. lists.Select(tie => (JsonNode)new JsonArray([.. tie.Select(name => JsonValue.Create(name))]))];

    private static JsonArray PairsOf(IEnumerable<(string, string)> pairs) =>
        [.. pairs.Select(pair => (JsonNode)new JsonArray(pair.Item1, pair.Item2))];
}
