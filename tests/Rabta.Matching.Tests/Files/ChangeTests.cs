using System.Text.Json.Nodes;

namespace Rabta.Matching.Tests.Files;

/// <summary>Every "one change would match" is made and solved again: it matches, and nothing smaller does.</summary>
public class ChangeTests
{
    [Fact]
    public void A_change_matches_and_none_smaller_does()
    {
        var told = 0;
        EveryObjectiveTests.Each(
            1000,
            seed => new(seed, most: 5),
            problem =>
            {
                var result = problem.Solve(problem.Json["seed"]!.GetValue<ulong>() % 3 == 0 ? "lottery" : "stable", seeksChanges: true);
                var before = TinyProblem.PairsIn(result);
                foreach (var (mentee, left) in result["unmatched"]!.AsObject())
                {
                    var least = AllChanges(problem, mentee)
                        .Select(change => ChangedFile.Disturbed(problem.Json, before, mentee, change))
                        .OfType<int>()
                        .DefaultIfEmpty(-1)
                        .Min();
                    if (left!["change"] is not JsonObject change)
                    {
                        Assert.Equal(-1, least);
                        continue;
                    }
                    told++;
                    Assert.Equal(least, ChangedFile.Disturbed(problem.Json, before, mentee, change["op"]!.AsObject()));
                }
            }
        );
        Assert.True((ulong)told > Tries.Of(1000) / 2, $"{told}");
    }

    [Fact]
    public void A_project_and_its_supervisor_are_raised_together_where_one_does_not_do()
    {
        var problem = JsonNode
            .Parse(
                """
                {"students": {"s": ["p"], "t": ["p"]}, "projects": {"p": {"capacity": 1, "supervisor": "x"}},
                 "supervisors": {"x": {"capacity": 1, "prefs": ["s", "t"]}}}
                """
            )!
            .AsObject();

        var change = TinyProblem.Solve(problem, seeksChanges: true)["unmatched"]!["t"]!["change"]!;

        Assert.Equal("""{"capacity":[["p",2],["x",2]]}""", change["op"]!.ToJsonString());
    }

    [Fact]
    public void A_person_among_peers_is_told_whom_to_list()
    {
        var problem = JsonNode.Parse("""{"people": {"a": ["b"], "b": ["a"], "c": [], "d": ["c"]}}""")!.AsObject();

        var unmatched = TinyProblem.Solve(problem, seeksChanges: true)["unmatched"]!;

        Assert.Equal("empty-list", unmatched["c"]!["reason"]!.GetValue<string>());
        Assert.Equal("""{"list":["c","d"]}""", unmatched["c"]!["change"]!["op"]!.ToJsonString());
        Assert.Equal("not-listed", unmatched["d"]!["reason"]!.GetValue<string>());
    }

    [Fact]
    public void Nobodys_ranking_shows_through_anybody_elses_reason()
    {
        // Two files that differ in one other person's list and have the same pairs give everybody else the same reason.
        var compared = 0;
        EveryObjectiveTests.Each(
            1500,
            seed => new(seed, most: 5),
            problem =>
            {
                var before = problem.Solve("lottery");
                foreach (var mentor in problem.Prefs.Keys)
                {
                    var other = problem.Json.DeepClone().AsObject();
                    other["mentors"]![mentor]!["prefs"] = new JsonArray([
                        .. problem
                            .Prefs[mentor]
                            .AsEnumerable()
                            .Reverse()
                            .Skip(1)
                            .Select(tie => (JsonNode)new JsonArray([.. tie.Select(one => JsonValue.Create(one))])),
                    ]);
                    var after = TinyProblem.Solve(other);
                    if (
                        !TinyProblem
                            .PairsIn(before)
                            .OrderBy(pair => pair.Key)
                            .SequenceEqual(TinyProblem.PairsIn(after).OrderBy(pair => pair.Key))
                    )
                        continue;
                    compared++;
                    Assert.Equal(Reasons(before), Reasons(after));
                }
            }
        );
        Assert.True((ulong)compared > Tries.Of(1000) / 5, $"{compared}");
    }

    private static IEnumerable<string> Reasons(JsonObject result) =>
        result["unmatched"]!.AsObject().Select(left => $"{left.Key} {left.Value!["reason"]}");

    private static IEnumerable<JsonObject> AllChanges(TinyProblem problem, string mentee)
    {
        foreach (var mentor in problem.Places.Keys)
        {
            for (var places = problem.Places[mentor] + 1; places <= problem.Wishes.Count + 1; places++)
                yield return new() { ["capacity"] = new JsonArray(mentor, places) };
            if (problem.Tier(mentee, mentor) == 1000 || problem.MentorTier(mentor, mentee) == 1000)
                yield return new() { ["list"] = new JsonArray(mentee, mentor) };
        }
        foreach (var (one, other) in problem.Forbids)
            yield return new() { ["unforbid"] = new JsonArray(one, other) };
    }
}
