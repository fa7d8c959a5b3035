using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Rabta.Mutants;

// Rabta.Mutants ROOT [--seed N] [--count N]: see bin/mutants.
const double Enough = 80;
var (root, seed, count) = (Path.GetFullPath(args[0]), Environment.TickCount & 0xFFFF, 100);
for (var i = 1; i < args.Length; i += 2)
{
    var number = i + 1 < args.Length && int.TryParse(args[i + 1], NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : -1;
    if (number < 0 || args[i] is not ("--seed" or "--count") || (args[i] == "--count" && number == 0))
    {
        Console.Error.WriteLine("bin/mutants app: [--seed N] [--count N]");
        return 2;
    }
    (seed, count) = args[i] == "--seed" ? (number, count) : (seed, number);
}

var since = Stopwatch.StartNew();
var folder = Path.Combine(root, "artifacts", "mutants", "app");
if (Directory.Exists(Path.Combine(folder, "trials")))
    Directory.Delete(Path.Combine(folder, "trials"), recursive: true);
Directory.CreateDirectory(Path.Combine(folder, "trials"));
var (sources, tree) = (new Sources(root), new Tree(root, Path.Combine(folder, "tree")));

// A few more than asked for, in case some do not compile.
var mutants = (await tree.Build(sources, sources.Draw(count + (count / 10), seed))).Take(count).ToList();
Console.WriteLine($"{mutants.Count} mutants built ({since.Elapsed:m\\:ss})");

var trials = new Trials(tree.Program, folder);
var reach = await trials.Record(sources, Path.Combine(root, "tests", "Rabta.Tests"));
Console.WriteLine($"{reach.Count} classes of tests looked at ({since.Elapsed:m\\:ss})");
var quickest = reach.Quickest.Take(3).ToList();
if (await trials.Try(-1, quickest, reach.LimitOf(quickest)) != Outcome.Survived)
    throw new InvalidOperationException($"Tests fail with no mutant on: {folder}/trials/-1.log");

var found = new ConcurrentDictionary<Mutant, Outcome>();
await Parallel.ForEachAsync(
    mutants,
    new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount },
    async (mutant, _) =>
    {
        var classes = reach.Of(mutant);
        found[mutant] = classes.Count == 0 ? Outcome.Survived : await trials.Try(mutant.Number, classes, reach.LimitOf(classes));
    }
);
foreach (var mutant in mutants.Where(m => found[m] == Outcome.Survived).OrderBy(m => $"{m}", StringComparer.Ordinal))
    Console.WriteLine(reach.Of(mutant).Count == 0 ? $"{mutant} (no test reaches it)" : $"{mutant}");
var (noticed, late) = (found.Count(f => f.Value != Outcome.Survived), found.Count(f => f.Value == Outcome.TookTooLong));
var share = 100.0 * noticed / Math.Max(1, mutants.Count);
Console.WriteLine(
    string.Create(
        CultureInfo.InvariantCulture,
        $"{noticed} of {mutants.Count} noticed ({late} by taking too long), {share:0.0} %, seed {seed}, {since.Elapsed:m\\:ss}"
    )
);
return share < Enough ? 1 : 0;
