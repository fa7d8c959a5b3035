using System.Text;
using System.Text.Json.Nodes;
using Rabta.Matching.Files;

namespace Rabta.Matching.Tests.Files;

/// <summary>A mentor who keeps a place for each of two dozen groups: nobody can look at every set of them.</summary>
public class ManyGroupsTests
{
    private const int Groups = 24,
        Mentees = 40;

    [Fact]
    public void Each_group_gets_its_place_and_the_best_get_the_rest()
    {
        var result = Solved();

        // The first group has all who belong to no other, and its best comes first among them.
        var held = result["pairs"]!.AsObject().Where(pair => (string)pair.Value! == "m").Select(pair => pair.Key);
        Assert.Equal(
            [.. Enumerable.Range(1, Groups - 1).Select(n => $"a{n}").Append("a39").Order(StringComparer.Ordinal)],
            held.Order(StringComparer.Ordinal)
        );
        Assert.Empty(result["blockingPairs"]!.AsArray());
    }

    [Theory]
    [InlineData("a5", "a38", true)]
    [InlineData("a39", "a38", true)]
    [InlineData("a39", "a39", false)]
    public void Somebody_put_in_another_s_place_is_found(string @out, string @in, bool isFound)
    {
        var result = Solved();
        (result["pairs"]![@out], result["pairs"]![@in]) = ("n", "m");

        var problems = ProblemFiles.Check(Bytes(Problem()), Bytes(result)).Found;

        Assert.Equal(isFound, problems.Any(problem => problem.Contains($"BlockingPair: {@out} m", StringComparison.Ordinal)));
    }

    private static JsonNode Solved() => JsonNode.Parse(ProblemFiles.Solve(Bytes(Problem())).Json)!;

    /// <summary>Everybody wants m, who likes the later the better; whoever does not sit with m sits with n.</summary>
    private static JsonObject Problem()
    {
        var groups = Enumerable.Range(0, Groups).ToDictionary(n => $"g{n}", n => (JsonNode?)new JsonArray($"a{n}"));
        foreach (var late in Enumerable.Range(Groups, Mentees - Groups))
            groups["g0"]!.AsArray().Add($"a{late}");
        return new()
        {
            ["mentees"] = new JsonObject(
                Enumerable
                    .Range(0, Mentees)
                    .Select(n => KeyValuePair.Create($"a{n}", (JsonNode?)new JsonArray(new JsonArray("m"), new JsonArray("n"))))
            ),
            ["mentors"] = new JsonObject
            {
                ["m"] = new JsonObject
                {
                    ["capacity"] = Groups,
                    ["prefs"] = new JsonArray([.. Enumerable.Range(0, Mentees).Reverse().Select(n => (JsonNode)new JsonArray($"a{n}"))]),
                    ["reserved"] = new JsonObject(Enumerable.Range(0, Groups).Select(n => KeyValuePair.Create($"g{n}", (JsonNode?)1))),
                },
                ["n"] = new JsonObject { ["capacity"] = Mentees },
            },
            ["groups"] = new JsonObject(groups),
        };
    }

    private static byte[] Bytes(JsonNode node) => Encoding.UTF8.GetBytes(node.ToJsonString());
}
