using System.Text;
using System.Text.Json.Nodes;
using Rabta.Matching.Files;

namespace Rabta.Matching.Tests.Files;

/// <summary>The whole of a result, key by key, in every form.</summary>
public class WrittenResultTests
{
    [Theory]
    [InlineData(
        """{"mode":"lottery","seed":3,"mentees":{"a":[["m1"],["m2"]],"b":[["m1"]],"c":[["m1"]],"d":[["m2"],["m1"],["m3"]"""
            + """,["m4"]]},"mentors":{"m1":{"capacity":1,"prefs":[["b"],["a"],["c"],["d"]]},"m2":{"capacity":1,"prefs":[["a"]"""
            + """,["d"]]},"m3":{"capacity":0},"m4":{"capacity":1}},"groups":{"g":["a","b","d"]}}""",
        """{"pairs":{"a":"m2","b":"m1","d":"m4"},"unmatched":{"c":{"reason":"full","change":{"text":"If m1 had 3 places """
            + """in place of 1, c would have somebody.","op":{"capacity":["m1",3]}}}},"moved":["a","b","d"],"blockingPairs":[]"""
            + ""","forbids":[],"proposals":[],"stats":{"mode":"lottery","seed":3,"people":4,"matched":3,"unmatched":1,"first":1"""
            + ""","firstThree":2,"meanRank":2.3333,"blocking":0,"groups":{"g":{"matched":{"share":1,"low":0.4385,"high":1}"""
            + ""","firstThree":{"share":0.6667,"low":0.2077,"high":0.9385},"meanRank":{"value":2.3333,"low":0.6048"""
            + ""","high":4.0619},"chance":0.125,"flagged":false}}}}"""
    )]
    [InlineData(
        """{"mode":"welfare","mentees":{"a":[["m"],["n"]],"b":[["m"]],"c":[["n"]]},"mentors":{"m":{"capacity":2}"""
            + ""","n":{"capacity":1}},"scores":{"a":{"m":4,"n":5.5},"b":{"m":2},"c":{"n":1}},"pins":[["b","m"]]}""",
        """{"pairs":{"a":"n","b":"m"},"unmatched":{"c":{"reason":"full","change":{"text":"If n had 2 places in place of 1"""
            + """, c would have somebody.","op":{"capacity":["n",2]}}}},"moved":["a","b"],"blockingPairs":[{"pair":["a","m"]"""
            + ""","because":"mode"}],"forbids":[],"proposals":[],"stats":{"mode":"welfare","seed":0,"people":3,"matched":2"""
            + ""","unmatched":1,"first":1,"firstThree":2,"meanRank":1.5,"blocking":1,"total":7.5,"welfareBound":7.5}}"""
    )]
    [InlineData(
        """{"mode":"welfare","mentees":{"a":[["m"],["n"]],"b":[["m"]]},"mentors":{"m":{"capacity":1}"""
            + ""","n":{"capacity":1}},"scores":{"a":{"m":4,"n":3},"b":{"m":9}},"current":{"a":"m"},"priceOfMove":2}""",
        """{"pairs":{"a":"n","b":"m"},"unmatched":{},"moved":["a","b"],"blockingPairs":[],"forbids":[]"""
            + ""","proposals":[],"stats":{"mode":"welfare","seed":0,"people":2,"matched":2,"unmatched":0,"first":1"""
            + ""","firstThree":2,"meanRank":1.5,"blocking":0,"total":12,"welfareBound":12}}"""
    )]
    [InlineData(
        """{"mentees":{"a":[["m"],["n"]],"b":[["m"]]},"mentors":{"m":{"capacity":1}"""
            + ""","n":{"capacity":1}},"current":{"a":"m"},"event":{"leave":"a","ban":true}}""",
        """{"pairs":{"a":"n","b":"m"},"unmatched":{},"moved":["a","b"],"blockingPairs":[]"""
            + ""","forbids":[["a","m"]],"proposals":[],"stats":{"mode":"stable","seed":0,"people":2,"matched":2"""
            + ""","unmatched":0,"first":1,"firstThree":2,"meanRank":1.5,"blocking":0}}"""
    )]
    [InlineData(
        """{"mentees":{"a":[["m"],["n"]],"b":[["n"],["m"]],"c":[["n"]]},"mentors":{"m":{"capacity":1}"""
            + ""","n":{"capacity":1}},"current":{"a":"n","b":"m"},"optedIn":["b"],"event":{"switch":"a"}}""",
        """{"pairs":{"a":"n","b":"m"},"unmatched":{"c":{"reason":"full","change":null}},"moved":[]"""
            + ""","blockingPairs":[],"forbids":[],"proposals":[{"to":"m","moves":[{"who":"a","from":"n","to":"m"}"""
            + """,{"who":"b","from":"m","to":"n"}],"placed":[]}],"stats":{"mode":"stable","seed":0,"people":3"""
            + ""","matched":2,"unmatched":1,"first":0,"firstThree":2,"meanRank":2,"blocking":0}}"""
    )]
    [InlineData(
        """{"people":{"a":["b"],"b":["c","a"],"c":["a","b"],"d":["a"]},"pins":[["a","c"]]}""",
        """{"pairs":{"a":"c","c":"a"},"unmatched":{"b":{"reason":"full","change":{"text":"If b and d both listed each other"""
            + """, b would have somebody.","op":{"list":["b","d"]}}},"d":{"reason":"full","change":{"text":"If d and b both """
            + """listed each other, d would have somebody.","op":{"list":["d","b"]}}}},"moved":["a","c"]"""
            + ""","blockingPairs":[{"pair":["a","b"],"because":"pin"}],"stable":true,"stats":{"mode":"peers","seed":0,"people":4"""
            + ""","matched":2,"unmatched":2,"first":1,"firstThree":2,"meanRank":1.5,"blocking":1}}"""
    )]
    [InlineData(
        """{"people":{"a":["b","c"],"b":["c","a"],"c":["a","b"],"d":["a"]}}""",
        """{"pairs":{},"unmatched":{"a":{"reason":"no-stable","change":null}"""
            + ""","b":{"reason":"no-stable","change":null},"c":{"reason":"no-stable","change":null}"""
            + ""","d":{"reason":"no-stable","change":null}},"moved":[],"blockingPairs":[],"stable":false"""
            + ""","stats":{"mode":"peers","seed":0,"people":4,"matched":0,"unmatched":4,"first":0,"firstThree":0"""
            + ""","meanRank":null,"blocking":0}}"""
    )]
    [InlineData(
        """{"students":{"s":["p","q"],"t":["p"],"u":["q"]},"projects":{"p":{"capacity":1,"supervisor":"x"}"""
            + ""","q":{"capacity":1,"supervisor":"x"}},"supervisors":{"x":{"capacity":1,"prefs":["s","t"]}}}""",
        """{"pairs":{"s":"p"},"unmatched":{"t":{"reason":"full","change":{"text":"If p had 2 places in place of 1 and x """
            + """had 2 places in place of 1, t would have somebody.","op":{"capacity":[["p",2],["x",2]]}}}"""
            + ""","u":{"reason":"full","change":null}},"moved":["s"],"blockingPairs":[],"stats":{"mode":"projects","seed":0"""
            + ""","people":3,"matched":1,"unmatched":2,"first":1,"firstThree":1,"meanRank":1,"blocking":0}}"""
    )]
    [InlineData(
        """{"weights":[[48,32],[23,17],[40,31],[29,12],[30,2]],"threshold":30}""",
        """{"pairs":{"0":0,"2":1},"unmatched":{"1":{"reason":"below-threshold","change":null}"""
            + ""","3":{"reason":"below-threshold","change":null},"4":{"reason":"mode","change":null}}"""
            + ""","moved":["0","2"],"blockingPairs":[],"stats":{"rows":5,"matched":2,"unmatched":3,"total":79}}"""
    )]
    public void Every_key_stands_there(string problem, string result)
    {
        var written = Encoding.UTF8.GetString(ProblemFiles.Solve(Encoding.UTF8.GetBytes(problem)).Json);

        Assert.Equal(result, JsonNode.Parse(written)!.ToJsonString());
        Assert.EndsWith("}\n", written, StringComparison.Ordinal);
    }
}
