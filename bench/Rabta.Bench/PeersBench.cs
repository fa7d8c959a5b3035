using System.Diagnostics;
using System.Globalization;
using System.Text;
using Rabta.Matching.Inventing;
using Rabta.Matching.Markets;
using Rabta.Matching.Measuring;
using Rabta.Matching.Solving;
using Rabta.Matching.Tests.Peers;

namespace Rabta.Bench;

/// <summary>
/// The largest total beside programs of others, on the same markets in the same run; each goes on to larger ones until it takes too long.
/// </summary>
internal static class PeersBench
{
    /// <summary>Milliseconds after which a peer is not waited for, and above which it is not given a larger market.</summary>
    private const int Patience = 25_000,
        Enough = 8_000;

    private static readonly (string Name, string Module)[] Peers =
    [
        ("ortools", ""),
        ("scipy-sparse", "scipy"),
        ("scipy-dense", "scipy"),
        ("munkres", "munkres"),
    ];

    public static async IAsyncEnumerable<Figure> Run()
    {
        var stopped = Peers.Where(peer => peer.Module.Length > 0 && !IsInstalled(peer.Module)).Select(peer => peer.Name).ToHashSet();
        foreach (var peer in stopped)
            await Console.Error.WriteLineAsync($"{peer} is not installed: bin/setup");
        foreach (
            var (name, market) in new[]
            {
                ("200x200", InventedMarket.Everybody(200, 7)),
                ("500x500", InventedMarket.Everybody(500, 7)),
                ("10000x1000", InventedMarket.Popular(10_000, 7)),
                ("100000x10000", InventedMarket.Popular(100_000, 7)),
            }
        )
        {
            WelfareResult? ours = null;
            WelfareSolver.Solve(InventedMarket.Everybody(50, 1));
            var time = Figure.MedianMilliseconds(market.MenteeCount > 1000 ? 1 : 3, () => ours = WelfareSolver.Solve(market));
            yield return new($"peers.{name}.ours", time, "ms");
            var file = Path.GetTempFileName();
            try
            {
                await Write(market, file);
                foreach (var peer in Peers.Select(peer => peer.Name).Where(peer => !stopped.Contains(peer)).ToList())
                {
                    if (await Ask(peer, market, file) is not var (total, took))
                    {
                        stopped.Add(peer);
                        yield return new($"peers.{name}.{peer}.not-done-within", Patience, "ms");
                        continue;
                    }
                    yield return new($"peers.{name}.{peer}", took, "ms");
                    yield return new($"peers.{name}.{peer}.times-ours", took / time, "times");
                    // Ours is exact while that is affordable, and within a hundredth of a hundredth beyond.
                    yield return new(
                        $"peers.{name}.{peer}.missed-by-ours",
                        100.0 * (total - ours!.Total) / total,
                        "%",
                        ours.Gap == 0 ? 0 : 0.01
                    );
                    if (took > Enough)
                        stopped.Add(peer);
                }
            }
            finally
            {
                File.Delete(file);
            }
        }
    }

    private static async Task<(long Total, double Milliseconds)?> Ask(string peer, Market market, string file)
    {
        if (peer == "ortools")
        {
            var total = 0L;
            var took = Figure.MedianMilliseconds(1, () => total = FlowPeer.Total(market));
            return (total, took);
        }
        var start = new ProcessStartInfo("/usr/bin/python3", [Path.Combine(AppContext.BaseDirectory, "Peers", "peers.py"), peer, file])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            var line = await process.StandardOutput.ReadToEndAsync(patience.Token);
            return line.Split(' ') is [var total, var took]
                ? (long.Parse(total, CultureInfo.InvariantCulture), double.Parse(took, CultureInfo.InvariantCulture))
                : null;
        }
        catch (OperationCanceledException)
        {
            process.Kill();
            return null;
        }
    }

    private static bool IsInstalled(string module)
    {
        if (!File.Exists("/usr/bin/python3"))
            return false;
        using var process = Process.Start(
            new ProcessStartInfo("/usr/bin/python3", ["-c", $"import {module}"]) { RedirectStandardError = true }
        )!;
        process.WaitForExit();
        return process.ExitCode == 0;
    }

    private static async Task Write(Market market, string file)
    {
        await using var to = new StreamWriter(file, false, new UTF8Encoding(false));
        await to.WriteLineAsync($"{market.MenteeCount} {market.MentorCount}");
        await to.WriteLineAsync(string.Join(' ', Enumerable.Range(0, market.MentorCount).Select(market.PlacesOf)));
        for (var mentee = 0; mentee < market.MenteeCount; mentee++)
        {
            var first = market.FirstPairOf(mentee);
            await to.WriteLineAsync(
                string.Join(' ', market.MentorsOf(mentee).ToArray().Select((mentor, at) => $"{mentor} {market.Scores![first + at]}"))
            );
        }
    }
}
