using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Rabta.Mutants;

// Rabta.Mutants ROOT [--seed N] [--count N]: see bin/mutants.
const double Enough = 80;
if (Arguments.From(args) is not { } asked)
{
    Console.Error.WriteLine(Arguments.Usage);
    return 2;
}

var since = Stopwatch.StartNew();
var folder = Path.Combine(asked.Root, "artifacts", "mutants", "app");
if (Directory.Exists(Path.Combine(folder, "trials")))
    Directory.Delete(Path.Combine(folder, "trials"), recursive: true);
Directory.CreateDirectory(Path.Combine(folder, "trials"));
var state = Sources.HashOf(asked.Root);
var (sources, tree) = (new Sources(asked.Root), new Tree(asked.Root, Path.Combine(folder, "tree")));
var explained = new Explained(Path.Combine(asked.Root, "tests", "Rabta.Mutants", "explained.tsv"));
var places = sources.Find();
Say($"{places.Count} places: {string.Join(", ", places.CountBy(p => p.Kind).OrderBy(k => k.Value).Select(k => $"{k.Key} {k.Value}"))}");
foreach (var stale in explained.Stale(places))
    Say($"explained, but no longer there: {stale}");
var wanted = places
    .Where(p => !explained.Has(p))
    .Where(p => asked.Only is null || asked.Only.Split('|').Any(new Mutant(0, p).ToString().Contains))
    .ToList();

// A few more than asked for, in case some do not compile.
var mutants = (await tree.Build(sources, Draw.From(wanted, asked.Count + (asked.Count / 10), asked.Seed))).Take(asked.Count).ToList();
Say($"{mutants.Count} mutants built, seed {asked.Seed}");

var trials = new Trials(tree.Program, folder);
var reach = await trials.Recorded(sources, asked.Root, state);
Say($"{reach.Count} tests looked at");
if (asked.Unreached)
{
    foreach (var place in wanted.Where(p => reach.Of(new(0, p)).Count == 0))
        Say($"no test reaches {place.File}:{place.Line} {place.Kind}: {place.Code}");
    return 0;
}

// With no mutant on, the tests of some must pass: else what looks like noticing is something else.
foreach (var tests in mutants.Select(reach.Of).Where(r => r.Count > 0).Take(4).Select(r => r[0]))
    if (await trials.Try(-1, tests, reach.LimitOf(tests), onPostgres: false) != Outcome.Survived)
        throw new InvalidOperationException($"Tests fail with no mutant on: {folder}/trials/-1.log");

var found = new ConcurrentDictionary<Mutant, Outcome>();
await Parallel.ForEachAsync(
    mutants,
    new ParallelOptions { MaxDegreeOfParallelism = asked.AtOnce },
    async (mutant, _) =>
    {
        found[mutant] = await trials.Try(mutant, reach);
        if (found[mutant] == Outcome.Survived)
            Say($"survived: {mutant}{(reach.Of(mutant).Count == 0 ? " (no test reaches it)" : "")} [{mutant.Number}]");
    }
);
await File.WriteAllLinesAsync(Path.Combine(folder, "results.tsv"), mutants.Select(m => $"{m.Number}\t{found[m]}\t{m}"));
foreach (var kind in mutants.GroupBy(m => m.Place.Kind).OrderBy(k => k.Key, StringComparer.Ordinal))
    Say($"{kind.Key}: {kind.Count(m => found[m] != Outcome.Survived)} of {kind.Count()}");
var (noticed, late) = (found.Count(f => f.Value != Outcome.Survived), found.Count(f => f.Value == Outcome.TookTooLong));
var share = 100.0 * noticed / Math.Max(1, mutants.Count);
Say($"{noticed} of {mutants.Count} noticed ({late} by taking too long), {share:0.0} %, seed {asked.Seed}");
return share < Enough ? 1 : 0;

void Say(FormattableString line) =>
    Console.WriteLine(
        $"{string.Create(CultureInfo.InvariantCulture, $"{since.Elapsed:mm\\:ss}")} {line.ToString(CultureInfo.InvariantCulture)}"
    );
