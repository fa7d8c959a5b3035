using Rabta.Bench;
using Rabta.Matching.Measuring;

// Every figure on one line: name value unit target. One that misses its target by more than double ends with 1.
var benches = new Dictionary<string, Func<IAsyncEnumerable<Figure>>>
{
    ["matching"] = MatchingBench.Run,
    ["reading"] = ReadingBench.Run,
    ["weight"] = WeightBench.Run,
    ["rounds"] = Rabta.Bench.Rounds.RoundsBench.Run,
    ["pages"] = Rabta.Bench.Pages.PagesBench.Run,
};
if (args is [var name] && !benches.ContainsKey(name))
{
    await Console.Error.WriteLineAsync($"There is no bench '{name}'. There are: {string.Join(", ", benches.Keys)}.");
    return 2;
}
var missed = false;
foreach (var bench in args is [var one] ? [benches[one]] : benches.Values.ToArray())
await foreach (var figure in bench())
{
    Console.WriteLine(figure);
    missed |= figure.IsMissedByDouble;
}
return missed ? 1 : 0;
