using System.Text.Json.Nodes;

namespace Rabta.Matching.Tests.Files;

/// <summary>A thousand small programmes live through ten events each; nobody who did not ask is disturbed.</summary>
public class EventTests
{
    [Fact]
    public void After_ten_thousand_events_only_labelled_pairs_block()
    {
        var kinds = new Dictionary<string, int>();
        for (var seed = 0UL; seed < Tries.Of(1000); seed++)
        {
            var problem = new TinyProblem(seed, hasPins: false, hasReserves: seed % 3 == 0).Json;
            var dice = new Inventing.Dice(seed ^ 77);
            problem["current"] = TinyProblem.Solve(problem)["pairs"]!.DeepClone();
            problem["optedIn"] = new JsonArray([
                .. problem["mentees"]!.AsObject().Where(_ => dice.Below(3) == 0).Select(mentee => JsonValue.Create(mentee.Key)),
            ]);
            problem["budget"] = dice.Below(3);
            for (var turn = 0; turn < 10; turn++)
            {
                if (Happens(problem, dice) is not { } happened)
                    continue;
                problem["event"] = happened;
                kinds[happened.First().Key] = kinds.GetValueOrDefault(happened.First().Key) + 1;
                // Solve asserts that the checker found no fault, which every unlabelled blocking pair is.
                var result = TinyProblem.Solve(problem);
                See(problem, happened, result);
                Keep(problem, happened, result);
            }
        }
        Assert.True((ulong)kinds.Values.Sum() > 8 * Tries.Of(1000) && kinds.Count == 5, string.Join(", ", kinds));
    }

    [Theory]
    [InlineData("""{"leave": "a"}""", """{"b":"m1","a":"m2"}""", "b a")]
    [InlineData("""{"withdraw": "a"}""", """{"b":"m1"}""", "b")]
    [InlineData("""{"capacity": "m1", "to": 2}""", """{"b":"m1","a":"m1"}""", "b")]
    [InlineData("""{"capacity": "m1", "to": 0}""", """{"a":"m1"}""", "")]
    [InlineData("""{"arrive": "b"}""", """{"a":"m1"}""", "")]
    [InlineData("""{"switch": "a"}""", """{"a":"m1"}""", "")]
    public void A_freed_seat_goes_first_to_somebody_without_a_mentor(string happened, string pairs, string moved)
    {
        var result = TinyProblem.Solve(
            JsonNode
                .Parse(
                    $$$"""
                    {"mentees": {"b": [["m1"]], "a": [["m1"],["m2"]]}, "mentors": {"m1": {"capacity": 1}, "m2": {"capacity": 1}},
                     "current": {"a": "m1"}, "event": {{{happened}}} }
                    """
                )!
                .AsObject()
        );

        Assert.Equal(pairs, result["pairs"]!.ToJsonString());
        Assert.Equal(moved, string.Join(' ', result["moved"]!.AsArray()));
    }

    [Fact]
    public void A_ban_is_carried_and_a_plain_leaving_is_not()
    {
        var problem = JsonNode
            .Parse(
                """{"mentees": {"a": [["m"]]}, "mentors": {"m": {"capacity": 1}}"""
                    + """, "current": {"a": "m"}, "event": {"leave": "a", "ban": true}}"""
            )!
            .AsObject();

        Assert.Equal("""[["a","m"]]""", TinyProblem.Solve(problem)["forbids"]!.ToJsonString());
        Assert.Equal("left", TinyProblem.Solve(problem)["unmatched"]!["a"]!["reason"]!.GetValue<string>());
        problem["event"]!["ban"] = false;
        Assert.Equal("[]", TinyProblem.Solve(problem)["forbids"]!.ToJsonString());
    }

    [Fact]
    public void A_price_of_a_move_keeps_people_where_they_are_unless_it_pays()
    {
        for (var seed = 0UL; seed < 200; seed++)
        {
            var tiny = new TinyProblem(seed, isScored: true, hasPins: false);
            var current = TinyProblem.PairsIn(tiny.Solve("stable"));
            tiny.Json["current"] = new JsonObject(
                current.Select(pair => KeyValuePair.Create(pair.Key, (JsonNode?)JsonValue.Create(pair.Value)))
            );
            var price = (int)(seed % 6);
            tiny.Json["priceOfMove"] = price;

            var pairs = TinyProblem.PairsIn(tiny.Solve("welfare"));

            int Worth(Dictionary<string, string> all) =>
                EveryObjectiveTests.Total(tiny, all) - price * current.Count(pair => all.GetValueOrDefault(pair.Key) != pair.Value);
            Assert.Equal(tiny.Assignments().Max(Worth), Worth(pairs));
        }
    }

    private static JsonObject? Happens(JsonObject problem, Inventing.Dice dice)
    {
        string[] mentees = [.. problem["mentees"]!.AsObject().Select(one => one.Key)],
            mentors = [.. problem["mentors"]!.AsObject().Select(one => one.Key)];
        string[] seated = [.. problem["current"]!.AsObject().Select(one => one.Key)];
        return dice.Below(5) switch
        {
            0 when seated.Length > 0 => new() { ["leave"] = seated[dice.Below(seated.Length)], ["ban"] = dice.Below(2) == 0 },
            1 when seated.Length > 0 => new() { ["switch"] = seated[dice.Below(seated.Length)] },
            2 when mentees.Length > 2 => new() { ["withdraw"] = mentees[dice.Below(mentees.Length)] },
            3 => new() { ["capacity"] = mentors[dice.Below(mentors.Length)], ["to"] = dice.Below(4) },
            _ => mentees.Except(seated).FirstOrDefault() is { } without ? new() { ["arrive"] = without } : null,
        };
    }

    private static void See(JsonObject problem, JsonObject happened, JsonObject result)
    {
        Dictionary<string, string> before = problem["current"]!
                .AsObject()
                .ToDictionary(pair => pair.Key, pair => pair.Value!.GetValue<string>()),
            after = TinyProblem.PairsIn(result);
        var optedIn = problem["optedIn"]!.AsArray().Select(one => one!.GetValue<string>()).ToHashSet();
        var asked = happened.First().Key == "capacity" ? "" : happened.First().Value!.GetValue<string>();
        var others = before.Keys.Where(mentee => mentee != asked && after.GetValueOrDefault(mentee) != before[mentee]).ToList();
        Assert.Empty(others.Except(optedIn));
        Assert.True(others.Count <= problem["budget"]!.GetValue<int>());
        Assert.All(others, mentee => Assert.True(Tier(problem, mentee, after[mentee]) < Tier(problem, mentee, before[mentee])));
        Assert.Equal(
            problem["mentees"]!
                .AsObject()
                .Select(one => one.Key)
                .Where(mentee =>
                    (happened["withdraw"]?.GetValue<string>() ?? "") != mentee
                    && after.GetValueOrDefault(mentee) != before.GetValueOrDefault(mentee)
                ),
            result["moved"]!.AsArray().Select(one => one!.GetValue<string>())
        );
        foreach (var proposal in result["proposals"]!.AsArray())
            SeeProposal(problem, asked, proposal!, before, optedIn);
    }

    private static void SeeProposal(
        JsonObject problem,
        string asked,
        JsonNode proposal,
        Dictionary<string, string> before,
        HashSet<string> optedIn
    )
    {
        var then = new Dictionary<string, string>(before);
        foreach (var move in proposal["moves"]!.AsArray())
        {
            var (who, from, to) = (move!["who"]!.GetValue<string>(), move["from"]!.GetValue<string>(), move["to"]!.GetValue<string>());
            Assert.Equal(before[who], from);
            Assert.True(Tier(problem, who, to) < Tier(problem, who, from));
            Assert.True(who == asked || optedIn.Contains(who));
            then[who] = to;
        }
        Assert.Equal(proposal["to"]!.GetValue<string>(), then[asked]);
        Assert.True(proposal["moves"]!.AsArray().Count - 1 <= problem["budget"]!.GetValue<int>());
        foreach (var placed in proposal["placed"]!.AsArray())
            then.Add(placed!["who"]!.GetValue<string>(), placed["to"]!.GetValue<string>());
        foreach (var (mentor, held) in then.Values.CountBy(mentor => mentor))
            Assert.True(
                held <= Math.Max(problem["mentors"]![mentor]!["capacity"]!.GetValue<int>(), before.Values.Count(one => one == mentor))
            );
    }

    private static int Tier(JsonObject problem, string mentee, string mentor) =>
        problem["mentees"]![mentee]!
            .AsArray()
            .Index()
            .Where(tie => tie.Item!.AsArray().Any(one => one!.GetValue<string>() == mentor))
            .Select(tie => tie.Index)
            .DefaultIfEmpty(1000)
            .First();

    private static void Keep(JsonObject problem, JsonObject happened, JsonObject result)
    {
        problem["current"] = result["pairs"]!.DeepClone();
        problem["forbids"] = result["forbids"]!.DeepClone();
        if (happened["capacity"] is { } mentor)
            problem["mentors"]![mentor.GetValue<string>()]!["capacity"] = happened["to"]!.GetValue<int>();
        if (happened["withdraw"] is { } gone)
            problem["mentees"]![gone.GetValue<string>()] = new JsonArray();
        problem.Remove("event");
    }
}
