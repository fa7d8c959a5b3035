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

    /// <summary>What is reached is looked at once, and again only when the sources or the tests are others.</summary>
    /// <param name="state">Of the sources when they were copied; somebody may go on working while this runs.</param>
    public async Task<Reach> Recorded(Sources sources, string root, string state)
    {
        // Made by the first run, which has no mutant on.
        File.Delete(Path.Combine(folder, "template.db"));
        var kept = Path.Combine(folder, $"reach-{state}.tsv");
        if (!File.Exists(kept))
        {
            foreach (var old in Directory.EnumerateFiles(folder, "reach-*.tsv"))
                File.Delete(old);
            await Record(Sources.TestClasses(Path.Combine(root, "tests", "Rabta.Tests")), kept);
        }
        var reach = new Reach(sources);
        reach.Read(kept);
        return reach;
    }

    /// <summary>Two halves side by side, one test after another in each, so that what is reached belongs to one test.</summary>
    private async Task Record(List<string> classes, string into)
    {
        var halves = await Task.WhenAll(
            classes
                .Where(c => !Left.Any(l => c.StartsWith(l, StringComparison.Ordinal)))
                .Index()
                .GroupBy(c => c.Index % 2, c => c.Item)
                .Select(async half =>
                {
                    var file = Path.Combine(folder, $"half-{half.Key}.tsv");
                    File.Delete(file);
                    var said = await Run(
                        ["-parallel", "none", .. half.SelectMany(c => new[] { "-class", c })],
                        AllTests,
                        ("RABTA_REACH", file)
                    );
                    await File.WriteAllTextAsync(Path.Combine(folder, $"half-{half.Key}.log"), said.Out);
                    return (File: file, Failed: Failed(said.Out));
                })
        );
        // A test that fails with no mutant on, as some do that read the sources, can't notice one.
        foreach (var name in halves.SelectMany(h => h.Failed))
            Console.WriteLine($"left out, since it fails in the copy: {name}");
        await File.WriteAllLinesAsync(
            into,
            halves.SelectMany(h => File.ReadLines(h.File).Where(l => !h.Failed.Contains(l[..l.IndexOf('\t', StringComparison.Ordinal)])))
        );
    }

    public async Task<Outcome> Try(Mutant mutant, Reach reach)
    {
        foreach (var tests in reach.Of(mutant))
            if (
                await Try(mutant.Number, tests, reach.LimitOf(tests), mutant.Place.Kind == "left-out lock")
                is var found
                    and not Outcome.Survived
            )
                return found;
        return Outcome.Survived;
    }

    public async Task<Outcome> Try(int mutant, List<string> tests, TimeSpan limit, bool onPostgres)
    {
        var log = Path.Combine(folder, "trials", $"{mutant}.log");
        var said = await Run(
            ["-stopOnFail", .. tests.SelectMany(t => new[] { "-method", t })],
            limit,
            ("RABTA_MUTANT", $"{mutant}"),
            onPostgres ? [("RABTA_POSTGRES", "1")] : []
        );
        await File.AppendAllTextAsync(log, said.Out);
        return said.Code switch
        {
            null => Outcome.TookTooLong,
            0 => Outcome.Survived,
            _ => Outcome.Noticed,
        };
    }

    /// <summary>The names of tests stand before [FAIL], with what they were given, if anything.</summary>
    private static HashSet<string> Failed(string said) =>
        [
            .. said.Split('\n')
                .Select(l => l.Trim())
                .Where(l => l.EndsWith("[FAIL]", StringComparison.Ordinal))
                .Select(l => l.Split('(', ' ')[0]),
        ];

    private async Task<(int? Code, string Out)> Run(
        string[] args,
        TimeSpan limit,
        (string Name, string Value) set,
        params (string Name, string Value)[] more
    )
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
        start.Environment["RABTA_TEMPLATE"] = Path.Combine(folder, "template.db");
        foreach (var (name, value) in more.Prepend(set))
            start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var (said, aside) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        int? code = null;
        try
        {
            await Within(limit, process);
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

    /// <summary>
    /// The time of the processor is counted, so that a busy machine does not pass for a test that notices; only what waits and does
    /// nothing is measured by the clock.
    /// </summary>
    private static async Task Within(TimeSpan limit, Process process)
    {
        using var asleep = new CancellationTokenSource(10 * limit);
        while (true)
        {
            using var look = CancellationTokenSource.CreateLinkedTokenSource(asleep.Token);
            look.CancelAfter(TimeSpan.FromSeconds(1));
            try
            {
                await process.WaitForExitAsync(look.Token);
                return;
            }
            catch (OperationCanceledException) when (!asleep.IsCancellationRequested && !process.HasExited)
            {
                if (process.TotalProcessorTime > limit)
                    throw;
            }
        }
    }
}
