using System.Diagnostics;
using Rabta.Programmes.Asking;

namespace Rabta.Tests.Faults;

/// <summary>
/// Kills a command at twenty instants: thirteen spread evenly over a whole run, seven meant for the inside of its transaction. The short
/// form (without --long) takes three and two.
/// </summary>
internal sealed class TwentyKills
{
    private const int AtMost = 60;
    private static readonly bool Long = Environment.GetEnvironmentVariable("RABTA_LONG") == "1";
    private static readonly int Evenly = Long ? 13 : 3,
        Meant = Long ? 7 : 2,
        AtLeastInside = Long ? 5 : 1;
    private readonly object _lock = new();
    private int _kills,
        _inside;

    /// <summary>A place to be hurt; the number of the kill says which. The whole run and those meant for the inside get null.</summary>
    public required Func<int?, Task<Place>> Make { get; init; }
    public required Func<Place, RabtaProcess> Start { get; init; }

    /// <summary>Whether the transaction in question is open now.</summary>
    public required Func<Place, Task<bool>> IsInside { get; init; }

    /// <summary>Judges what is left, and answers whether everything had happened.</summary>
    public required Func<Place, Task<bool>> Judge { get; init; }
    public required ITestOutputHelper Print { get; init; }

    public async Task Run()
    {
        // Two side by side, as the kills are: alone it would be quicker than it is then.
        var (whole, window) = (await Task.WhenAll(Measure(), Measure())).Max();
        Print.WriteLine($"one whole run {whole.TotalMilliseconds:0} ms, of that inside {window.TotalMilliseconds:0} ms");
        await Parallel.ForEachAsync(
            Enumerable.Range(0, Evenly + Meant),
            new ParallelOptions { MaxDegreeOfParallelism = 2 },
            async (number, _) =>
            {
                if (number < Evenly)
                    await Kill(number, whole * ((number + 0.5) / Evenly), meant: false);
                else
                    await Kill(number, window * ((number - Evenly + 0.3) / (Meant + 1)), meant: true);
            }
        );
        // A transaction may end sooner than the first did; who came too late tries again, sooner.
        for (var number = Evenly + Meant; _inside < AtLeastInside && number < AtMost; number++)
            await Kill(number, window * (0.1 / (number - Evenly)), meant: true);
        Print.WriteLine($"{_kills} kills, {_inside} inside the transaction");
        Assert.True(_kills >= Evenly + Meant);
        Assert.True(_inside >= AtLeastInside, $"only {_inside} kills were inside the transaction");
    }

    private async Task<(TimeSpan Whole, TimeSpan Window)> Measure()
    {
        await using var place = await Make(null);
        var time = Stopwatch.StartNew();
        await using var process = Start(place);
        TimeSpan? first = null;
        var last = TimeSpan.Zero;
        while (!process.HasEnded)
        {
            if (await IsInside(place))
                (first, last) = (first ?? time.Elapsed, time.Elapsed);
            await Task.Delay(5);
        }
        var whole = time.Elapsed;
        Assert.True(await process.End() == 0, process.Aside);
        Assert.True(await Judge(place));
        return (whole, last - (first ?? last));
    }

    private async Task Kill(int number, TimeSpan after, bool meant)
    {
        await using var place = await Make(meant ? null : number);
        var time = Stopwatch.StartNew();
        await using var process = Start(place);
        if (meant)
            while (!process.HasEnded && !await IsInside(place))
                await Task.Delay(5);
        await Task.Delay(after);
        await process.Freeze();
        var at = time.Elapsed;
        await place.Settled(isDead: false);
        var inside = !process.HasEnded && await IsInside(place);
        var ended = process.HasEnded;
        await process.Kill();
        await place.Settled(isDead: true);
        var done = await Judge(place);
        lock (_lock)
        {
            _kills++;
            if (inside && !done)
                _inside++;
            Print.WriteLine(
                $"kill {number + 1, 2} at {at.TotalMilliseconds, 5:0} ms: "
                    + $"{(inside ? "inside " : ended ? "ended  " : "outside")} → {(done ? "everything" : "nothing")}"
            );
        }
    }
}
