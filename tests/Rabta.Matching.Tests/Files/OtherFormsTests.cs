using System.Text.Json.Nodes;
using static Rabta.Matching.Tests.Files.TinyLists;

namespace Rabta.Matching.Tests.Files;

/// <summary>Projects, people and weights against all assignments there are.</summary>
public class OtherFormsTests
{
    [Fact]
    public void Projects_give_every_student_their_best_stable_project()
    {
        for (var seed = 0UL; seed < Tries.Of(1000); seed++)
        {
            var dice = new Inventing.Dice(seed);
            string[] students = Names("s", 1 + dice.Below(5)),
                projects = Names("p", 1 + dice.Below(4)),
                supervisors = Names("x", 1 + dice.Below(2));
            var wishes = students.ToDictionary(student => student, _ => Shuffled(dice, projects));
            var prefs = supervisors.ToDictionary(supervisor => supervisor, _ => Shuffled(dice, students));
            var (of, places) = (
                projects.ToDictionary(project => project, _ => supervisors[dice.Below(supervisors.Length)]),
                projects.Concat(supervisors).ToDictionary(one => one, _ => dice.Below(4))
            );
            var solved = TinyProblem.PairsIn(
                TinyProblem.Solve(
                    new()
                    {
                        ["students"] = Lists(wishes),
                        ["projects"] = Objects(projects, project => new() { ["capacity"] = places[project], ["supervisor"] = of[project] }),
                        ["supervisors"] = Objects(
                            supervisors,
                            supervisor => new() { ["capacity"] = places[supervisor], ["prefs"] = List(prefs[supervisor]) }
                        ),
                    }
                )
            );

            var stable = All(students, wishes, 0, []).Where(IsStable).ToList();
            Assert.Contains(stable, pairs => pairs.OrderBy(pair => pair.Key).SequenceEqual(solved.OrderBy(pair => pair.Key)));
            Assert.All(stable, pairs => Assert.All(students, student => Assert.True(Rank(student, solved) <= Rank(student, pairs))));

            int Rank(string student, Dictionary<string, string> pairs) =>
                pairs.TryGetValue(student, out var project) ? wishes[student].IndexOf(project) : 1000;
            int Dear(string supervisor, string student) => prefs[supervisor].IndexOf(student);
            bool IsStable(Dictionary<string, string> pairs)
            {
                if (
                    pairs.Any(pair => Dear(of[pair.Value], pair.Key) < 0)
                    || pairs.CountBy(pair => pair.Value).Any(held => held.Value > places[held.Key])
                    || pairs.CountBy(pair => of[pair.Value]).Any(held => held.Value > places[held.Key])
                )
                    return false;
                return !students.Any(student =>
                    wishes[student]
                        .Any(project =>
                            Rank(student, pairs) > wishes[student].IndexOf(project)
                            && Dear(of[project], student) >= 0
                            && Blocks(pairs, student, project)
                        )
                );
            }
            bool Blocks(Dictionary<string, string> pairs, string student, string project)
            {
                var supervisor = of[project];
                var (here, under) = (
                    pairs.Where(pair => pair.Value == project).ToList(),
                    pairs.Where(pair => of[pair.Value] == supervisor).ToList()
                );
                bool Better(List<KeyValuePair<string, string>> held) =>
                    held.Any(pair => Dear(supervisor, student) < Dear(supervisor, pair.Key));
                return here.Count < places[project]
                    ? under.Count < places[supervisor] || under.Any(pair => pair.Key == student) || Better(under)
                    : Better(here);
            }
        }
    }

    [Fact]
    public void People_find_stable_partners_wherever_there_are_any()
    {
        var (some, none) = (0, 0);
        for (var seed = 0UL; seed < Tries.Of(2000); seed++)
        {
            var dice = new Inventing.Dice(seed);
            var people = Names("a", 2 + dice.Below(5));
            var lists = people.ToDictionary(person => person, person => Shuffled(dice, [.. people.Where(other => other != person)]));
            var result = TinyProblem.Solve(new() { ["people"] = Lists(lists) });
            var stable = Pairings([.. people])
                .Where(pairs =>
                    pairs.All(pair => lists[pair.Key].Contains(pair.Value))
                    && !people.Any(one => lists[one].Any(other => Prefers(pairs, one, other) && Prefers(pairs, other, one)))
                )
                .ToList();

            Assert.Equal(stable.Count > 0, result["stable"]!.GetValue<bool>());
            if (stable.Count > 0)
                Assert.Contains(
                    stable,
                    pairs => pairs.OrderBy(pair => pair.Key).SequenceEqual(TinyProblem.PairsIn(result).OrderBy(pair => pair.Key))
                );
            else
                Assert.Empty(result["pairs"]!.AsObject());
            (some, none) = stable.Count > 0 ? (some + 1, none) : (some, none + 1);

            bool Prefers(Dictionary<string, string> pairs, string one, string other) =>
                lists[one].IndexOf(other) is >= 0 and var at && (!pairs.TryGetValue(one, out var now) || at < lists[one].IndexOf(now));
        }
        Assert.True((ulong)some > Tries.Of(2000) / 20 && none > 0, $"{some} {none}");
    }

    [Fact]
    public void Weights_give_the_largest_total_over_the_threshold()
    {
        for (var seed = 0UL; seed < 500; seed++)
        {
            var dice = new Inventing.Dice(seed);
            var weights = Enumerable.Range(0, 1 + dice.Below(5)).Select(_ => new List<int>()).ToArray();
            var columns = 1 + dice.Below(5);
            foreach (var row in weights)
                row.AddRange(Enumerable.Range(0, columns).Select(_ => dice.Below(50) - 5));
            var threshold = dice.Below(30) - 5;
            var result = TinyProblem.Solve(
                new()
                {
                    ["weights"] = new JsonArray([
                        .. weights.Select(row => (JsonNode)new JsonArray([.. row.Select(one => JsonValue.Create(one))])),
                    ]),
                    ["threshold"] = threshold,
                }
            );

            Assert.Equal(Best(0, 0), result["stats"]!["total"]!.GetValue<int>());
            Assert.All(
                result["pairs"]!.AsObject(),
                pair =>
                    Assert.True(
                        weights[int.Parse(pair.Key, System.Globalization.CultureInfo.InvariantCulture)][pair.Value!.GetValue<int>()]
                            >= threshold
                    )
            );
            Assert.Equal(
                result["pairs"]!.AsObject().Count,
                result["pairs"]!.AsObject().Select(pair => pair.Value!.GetValue<int>()).Distinct().Count()
            );

            int Best(int row, int taken) =>
                row == weights.Length
                    ? 0
                    : Math.Max(
                        Best(row + 1, taken),
                        Enumerable
                            .Range(0, columns)
                            .Where(column => (taken >> column & 1) == 0 && weights[row][column] >= threshold)
                            .Select(column => weights[row][column] + Best(row + 1, taken | 1 << column))
                            .DefaultIfEmpty(int.MinValue)
                            .Max()
                    );
        }
    }

    [Fact]
    public void Pins_and_forbids_hold_among_people_and_projects()
    {
        var people = TinyProblem.Solve(
            JsonNode
                .Parse("""{"people": {"a": ["b","c"], "b": ["a"], "c": ["a"], "d": []}, "pins": [["a","c"]], "forbids": [["b","d"]]}""")!
                .AsObject()
        );
        Assert.Equal("""{"a":"c","c":"a"}""", people["pairs"]!.ToJsonString());
        Assert.Equal("""[{"pair":["a","b"],"because":"pin"}]""", people["blockingPairs"]!.ToJsonString());

        var projects = TinyProblem.Solve(
            JsonNode
                .Parse(
                    """
                    {"students": {"s": ["p","q"], "t": ["p"]},
                     "projects": {"p": {"capacity": 1, "supervisor": "x"}, "q": {"capacity": 1, "supervisor": "x"}},
                     "supervisors": {"x": {"capacity": 2, "prefs": ["s","t"]}}, "pins": [["t","p"]], "forbids": [["s","q"]]}
                    """
                )!
                .AsObject()
        );
        Assert.Equal("""{"t":"p"}""", projects["pairs"]!.ToJsonString());
        Assert.Equal("full", projects["unmatched"]!["s"]!["reason"]!.GetValue<string>());
    }

    private static IEnumerable<Dictionary<string, string>> All(
        string[] students,
        Dictionary<string, List<string>> wishes,
        int at,
        Dictionary<string, string> pairs
    )
    {
        if (at == students.Length)
            return [new(pairs)];
        var without = All(students, wishes, at + 1, new(pairs));
        return without.Concat(
            wishes[students[at]].SelectMany(project => All(students, wishes, at + 1, new(pairs) { [students[at]] = project }))
        );
    }

    private static IEnumerable<Dictionary<string, string>> Pairings(List<string> left)
    {
        if (left.Count == 0)
            return
            [
                [],
            ];
        var (first, rest) = (left[0], left[1..]);
        return Pairings(rest)
            .Concat(
                rest.SelectMany(other =>
                    Pairings([.. rest.Where(one => one != other)])
                        .Select(pairs => new Dictionary<string, string>(pairs) { [first] = other, [other] = first })
                )
            );
    }
}
