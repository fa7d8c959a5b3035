using System.Diagnostics;

namespace Rabta.Mutants;

internal enum Outcome
{
    Survived,
    Noticed,
    TookTooLong,
}

/// <summary>Runs the built tests: once to see what reaches what, then for each mutant.</summary>
internal sealed class Trials(string program, string folder)
{
    /// <summary>They read the sources or the published program, or kill processes; none is about one place in the code.</summary>
    private static readonly string[] Left = ["Rabta.Tests.Faults.", "Rabta.Tests.Weight.", "Rabta.Tests.Architecture."];

    private static readonly TimeSpan AllTests = TimeSpan.FromMinutes(30);

    /// <summary>Two halves side by side, one test after another in each, so that what is reached belongs to one test.</summary>
    public async Task<Reach> Record(Sources sources, string tests)
    {
        var classes = Sources
            .TestClasses(tests)
            .Where(c => !Left.Any(l => c.StartsWith(l, StringComparison.Ordinal)))
            .Index()
            .GroupBy(c => c.Index % 2, c => c.Item)
            .ToList();
        var reach = new Reach(sources);
        var halves = await Task.WhenAll(
            classes.Select(async half =>
            {
                var file = Path.Combine(folder, $"reach-{half.Key}.tsv");
                File.Delete(file);
                var said = await Run(["-parallel", "none", .. Named(half)], AllTests, ("RABTA_REACH", file));
                await File.WriteAllTextAsync(Path.Combine(folder, $"reach-{half.Key}.log"), said.Out);
                var failures = said.Out.Split('\n').Where(l => l.TrimEnd().EndsWith("[FAIL]", StringComparison.Ordinal)).ToList();
                return (File: file, Failed: half.Where(c => failures.Any(f => IsOf(c, f))).ToHashSet());
            })
        );
        foreach (var (file, failed) in halves)
        {
            // A class that fails with no mutant on, as those do that read the sources, can't tell one.
            foreach (var name in failed)
                Console.WriteLine($"left out, since it fails in the copy: {name}");
            reach.Read(file, failed);
        }
        return reach;
    }

    public async Task<Outcome> Try(int mutant, IEnumerable<string> classes, TimeSpan limit)
    {
        var said = await Run(["-stopOnFail", .. Named(classes)], limit, ("RABTA_MUTANT", $"{mutant}"));
        await File.WriteAllTextAsync(Path.Combine(folder, "trials", $"{mutant}.log"), said.Out);
        return said.Code switch
        {
            null => Outcome.TookTooLong,
            0 => Outcome.Survived,
            _ => Outcome.Noticed,
        };
    }

    private static bool IsOf(string name, string failure) => failure.TrimStart().StartsWith(name + '.', StringComparison.Ordinal);

    private static IEnumerable<string> Named(IEnumerable<string> classes) => classes.SelectMany(c => new[] { "-class", c });

    private async Task<(int? Code, string Out)> Run(string[] args, TimeSpan limit, (string Name, string Value) set)
    {
        var start = new ProcessStartInfo(program, ["-noLogo", "-noColor", "-maxThreads", "1", .. args])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        // What tests write is gone with them; PostgreSQL, which some ask for by name, runs as another user.
        var place = Directory.CreateTempSubdirectory("rabta-mutants-").FullName;
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(place, (UnixFileMode)0b111_001_001);
        start.Environment["TMPDIR"] = place;
        start.Environment[set.Name] = set.Value;
        using var process = Process.Start(start)!;
        using var stop = new CancellationTokenSource(limit);
        var (said, aside) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        int? code = null;
        try
        {
            await process.WaitForExitAsync(stop.Token);
            code = process.ExitCode;
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
        }
        var all = await said + await aside;
        try
        {
            Directory.Delete(place, recursive: true);
        }
        catch (IOException)
        {
            // A process of the tests may still be leaving.
        }
        return (code, all);
    }
}
