using System.Text;
using System.Text.Json.Nodes;
using Rabta.Matching.Files;

namespace Rabta.Matching.Tests.Files;

/// <summary>
/// Good files with bytes, values and parts exchanged at random: never an exception, never a result the checker objects to.
/// </summary>
public class MutatedFileTests
{
    private static readonly string[] Good =
    [
        """{"mentees":{"a":[["m"],["n"]],"b":[["m","n"]],"c":[["n"]]},"mentors":{"m":{"capacity":1,"prefs":[["b"],["a"]]"""
            + ""","reserved":{"g":1}},"n":{"capacity":2}},"pins":[["c","n"]],"forbids":[["a","n"]],"groups":{"g":["a"]}"""
            + ""","scores":{"a":{"m":1.5,"n":2},"b":{"m":-3}},"mode":"balanced","d":2,"seed":7,"lastUnmatched":["b"]}""",
        """{"mentees":{"a":[["m"],["n"]],"b":[["m","n"]],"c":[["n"],["m"]]},"mentors":{"m":{"capacity":1}"""
            + ""","n":{"capacity":1,"prefs":[["c"],["b","a"]]}},"current":{"a":"n","b":"m"},"optedIn":["b","a"]"""
            + ""","budget":2,"pins":[["b","m"]],"event":{"leave":"a","ban":true}}""",
        """{"students":{"s":["p","q"],"t":["q"]},"projects":{"p":{"capacity":1,"supervisor":"x"}"""
            + ""","q":{"capacity":2,"supervisor":"y"}},"supervisors":{"x":{"capacity":1,"prefs":["s"]}"""
            + ""","y":{"capacity":1}},"pins":[["t","q"]],"forbids":[["s","q"]]}""",
        """{"people":{"a":["b","c"],"b":["c","a"],"c":["a","b"],"d":["a"]},"forbids":[["a","b"]],"pins":[["c","d"]]}""",
        """{"weights":[[3,-1,0.5],[2,2,2],[0,9,1]],"threshold":0.5}""",
    ];

    private static readonly string[] Values =
    [
        "0",
        "-1",
        "2",
        "1.5",
        "1e9",
        "null",
        "true",
        "{}",
        "[]",
        "[[]]",
        "\"a\"",
        "\"m\"",
        "\"welfare\"",
    ];
    private static readonly string[] Events =
    [
        "{\"switch\":\"a\"}",
        "{\"leave\":\"b\"}",
        "{\"arrive\":\"c\"}",
        "{\"withdraw\":\"b\"}",
        "{\"withdraw\":\"c\"}",
        "{\"capacity\":\"m\",\"to\":0}",
        "{\"capacity\":\"n\",\"to\":3}",
    ];
    private static readonly string[] Parts =
    [
        "\"pins\":[[\"a\",\"m\"]]",
        "\"pins\":[[\"c\",\"m\"],[\"b\",\"n\"]]",
        "\"current\":{\"c\":\"n\"}",
        "\"current\":{\"a\":\"m\",\"b\":\"n\"}",
        "\"forbids\":[[\"b\",\"n\"]]",
        "\"budget\":0",
        "\"optedIn\":[\"c\",\"a\",\"b\"]",
        "\"mode\":\"lottery\"",
        "\"mode\":\"welfare\"",
        "\"seed\":3",
        "\"d\":1",
    ];

    [Fact]
    public void Values_exchanged_at_random_give_a_result_or_a_contradiction()
    {
        var (solved, refused) = (0, 0);
        for (var seed = 0UL; seed < 3000; seed++)
        {
            var dice = new Inventing.Dice(seed);
            var file = JsonNode.Parse(Good[dice.Below(Good.Length)])!;
            for (var changes = 1 + dice.Below(3); changes > 0; changes--)
                Exchange(file, dice);
            if (Try(Encoding.UTF8.GetBytes(file.ToJsonString())))
                solved++;
            else
                refused++;
        }
        Assert.True(solved > 500 && refused > 500, $"{solved} {refused}");
    }

    [Fact]
    public void Bytes_exchanged_at_random_give_a_result_or_a_contradiction()
    {
        for (var seed = 0UL; seed < 3000; seed++)
        {
            var dice = new Inventing.Dice(seed);
            var file = Encoding.UTF8.GetBytes(Good[dice.Below(Good.Length)]);
            for (var changes = 1 + dice.Below(3); changes > 0; changes--)
                file[dice.Below(file.Length)] = dice.Below(2) == 0 ? (byte)dice.Below(256) : (byte)"{}[]\",:019-.eE \\u"[dice.Below(17)];
            Try(dice.Below(5) == 0 ? file[..dice.Below(file.Length)] : file);
        }
    }

    /// <returns>Whether it was solved; its result is then as the checker says, and the same a second time.</returns>
    private static bool Try(byte[] file)
    {
        var solved = ProblemFiles.Solve(file);
        Assert.True(solved.Faults == 0, Encoding.UTF8.GetString(file));
        if (solved.Error is { } error)
        {
            Assert.Contains(error.Code, FileErrorCodes.All);
            return false;
        }
        Assert.True(
            ProblemFiles.Check(file, solved.Json) is { Found: [], Error: null },
            Encoding.UTF8.GetString(file) + string.Join('\n', ProblemFiles.Check(file, solved.Json).Found)
        );
        Assert.Equal(solved.Json, ProblemFiles.Solve(file).Json);
        return true;
    }

    private static void Exchange(JsonNode file, Inventing.Dice dice)
    {
        if (file["mentees"] is not null && dice.Below(3) == 0)
            Set(file.AsObject(), dice.Below(2) == 0 ? "\"event\":" + Events[dice.Below(Events.Length)] : Parts[dice.Below(Parts.Length)]);
        else
            Within(file, dice);
    }

    private static void Set(JsonObject file, string part)
    {
        foreach (var (key, value) in JsonNode.Parse($"{{{part}}}")!.AsObject())
            file[key] = value?.DeepClone();
    }

    private static void Within(JsonNode at, Inventing.Dice dice)
    {
        List<JsonNode?> inner = at is JsonObject all ? [.. all.Select(one => one.Value)] : [.. at.AsArray()];
        if (inner.Count == 0)
            return;
        var next = dice.Below(inner.Count);
        if (inner[next] is JsonObject or JsonArray && dice.Below(5) > 0)
            Within(inner[next]!, dice);
        else if (dice.Below(4) == 0)
            Put(at, next, JsonNode.Parse(Values[dice.Below(Values.Length)]));
        else if (at is JsonArray list && dice.Below(2) == 0)
            list.RemoveAt(next);
        else
            Put(at, next, inner[dice.Below(inner.Count)]?.DeepClone());
    }

    private static void Put(JsonNode at, int next, JsonNode? value)
    {
        if (at is JsonArray row)
            row[next] = value;
        else
            at[at.AsObject().ElementAt(next).Key] = value;
    }
}
