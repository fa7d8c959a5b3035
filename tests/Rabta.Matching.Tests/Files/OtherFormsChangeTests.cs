using System.Text.Json.Nodes;
using static Rabta.Matching.Tests.Files.TinyLists;

namespace Rabta.Matching.Tests.Files;

/// <summary>For projects and people too every change that is told is made and solved again, beside every other there is.</summary>
public class OtherFormsChangeTests
{
    [Fact]
    public void For_a_student_no_smaller_change_does()
    {
        var (one, two) = (0, 0);
        for (var seed = 0UL; seed < Tries.Of(1000); seed++)
        {
            var dice = new Inventing.Dice(seed);
            string[] students = Names("s", 1 + dice.Below(3)),
                projects = Names("p", 1 + dice.Below(3)),
                supervisors = Names("x", 1 + dice.Below(2));
            var of = projects.ToDictionary(project => project, _ => supervisors[dice.Below(supervisors.Length)]);
            var problem = new JsonObject
            {
                ["students"] = Lists(students.ToDictionary(student => student, _ => Shuffled(dice, projects))),
                ["projects"] = Objects(projects, project => new() { ["capacity"] = dice.Below(2), ["supervisor"] = of[project] }),
                ["supervisors"] = Objects(
                    supervisors,
                    _ => new() { ["capacity"] = dice.Below(3), ["prefs"] = List(Shuffled(dice, students)) }
                ),
                ["forbids"] = new JsonArray(new JsonArray(students[0], projects[dice.Below(projects.Length)])),
            };
            foreach (var (student, told) in Told(problem))
            {
                var most = students.Length;
                var single = Capacities(problem, most)
                    .Select(place => Change("capacity", place))
                    .Concat(projects.Select(project => Change("list", List([student, project]))))
                    .Concat(problem["forbids"]!.AsArray().Select(pair => Change("unforbid", pair!.DeepClone())));
                var both = projects.SelectMany(project =>
                    from onProject in Enumerable.Range(1, most)
                    from under in Enumerable.Range(1, most)
                    select Change(
                        "capacity",
                        new JsonArray(Raised(problem, "projects", project, onProject), Raised(problem, "supervisors", of[project], under))
                    )
                );
                if (Judge(problem, student, told, single))
                    one += told is null ? 0 : 1;
                else
                {
                    Assert.True(Judge(problem, student, told, both) || told is null, problem.ToJsonString());
                    two += told is null ? 0 : 1;
                }
            }
        }
        Assert.True(one > 20 && two > 2, $"{one} {two}");
    }

    [Fact]
    public void For_a_person_no_smaller_change_does()
    {
        var count = 0;
        for (var seed = 0UL; seed < Tries.Of(1000); seed++)
        {
            var dice = new Inventing.Dice(seed);
            var people = Names("a", 2 + dice.Below(4));
            var problem = new JsonObject
            {
                ["people"] = Lists(
                    people.ToDictionary(person => person, person => Shuffled(dice, [.. people.Where(other => other != person)]))
                ),
                ["forbids"] = new JsonArray(new JsonArray(people[0], people[1])),
            };
            foreach (var (person, told) in Told(problem))
            {
                var all = people
                    .Where(other => other != person)
                    .Select(other => Change("list", List([person, other])))
                    .Append(Change("unforbid", new JsonArray(people[0], people[1])));
                Assert.True(Judge(problem, person, told, all) || told is null, problem.ToJsonString());
                count += told is null ? 0 : 1;
            }
        }
        Assert.True(count > 5, $"{count}");
    }

    private static IEnumerable<(string Who, JsonObject? Op)> Told(JsonObject problem) =>
        TinyProblem.Solve(problem, seeksChanges: true)["unmatched"]!
            .AsObject()
            .Select(left => (left.Key, left.Value!["change"]?["op"]?.AsObject()));

    /// <returns>Whether any of these changes matches; then what was told is one of those that disturb fewest.</returns>
    private static bool Judge(JsonObject problem, string who, JsonObject? told, IEnumerable<JsonObject> changes)
    {
        var before = TinyProblem.PairsIn(TinyProblem.Solve(problem));
        var least = changes.Select(change => ChangedFile.Disturbed(problem, before, who, change)).OfType<int>().DefaultIfEmpty(-1).Min();
        if (least < 0)
            return false;
        Assert.NotNull(told);
        Assert.Equal(least, ChangedFile.Disturbed(problem, before, who, told));
        return true;
    }

    private static IEnumerable<JsonNode> Capacities(JsonObject problem, int most) =>
        from kind in new[] { "projects", "supervisors" }
        from own in problem[kind]!.AsObject()
        from more in Enumerable.Range(1, most)
        select (JsonNode)Raised(problem, kind, own.Key, more);

    private static JsonArray Raised(JsonObject problem, string kind, string name, int more) =>
        new(name, problem[kind]![name]!["capacity"]!.GetValue<int>() + more);

    private static JsonObject Change(string key, JsonNode value) => new() { [key] = value };
}
