using Rabta.Bench;
using Rabta.Bench.Pages;
using Rabta.Bench.Readme;
using Rabta.Bench.Rounds;
using Rabta.Matching.Measuring;

// Every figure on one line: name value unit target. One that misses its target by more than double ends with 1.
var benches = new Dictionary<string, Func<IAsyncEnumerable<Figure>>>
{
    ["matching"] = MatchingBench.Run,
    ["million"] = MatchingBench.Million,
    ["reading"] = ReadingBench.Run,
    ["weight"] = WeightBench.Run,
    ["counts"] = CountsBench.Run,
    ["rounds"] = RoundsBench.Run,
    ["pages"] = PagesBench.Run,
};
var (readme, named) = args is ["readme", .. var rest] ? (true, rest) : (false, args);
if (named.Length > 1 || (named is [var name] && !benches.ContainsKey(name)))
{
    await Console.Error.WriteLineAsync(
        $"There is no bench '{string.Join(' ', named)}'. There are: {string.Join(", ", benches.Keys)}; readme, alone or before one of them."
    );
    return 2;
}
if (readme)
    return await new ReadmeCheck(await File.ReadAllTextAsync("README.md"), benches).IsTrue(named.FirstOrDefault()) ? 0 : 1;

var missed = false;
foreach (var bench in named is [var one] ? [benches[one]] : benches.Values.ToArray())
await foreach (var figure in bench())
{
    Console.WriteLine(figure);
    missed |= figure.IsMissedByDouble;
}
return missed ? 1 : 0;
