using System.Diagnostics;
using System.Globalization;

namespace Rabta.Matching.Measuring;

/// <summary>One measured figure and what it should be at most.</summary>
public sealed record Figure(string Name, double Value, string Unit, double? Target = null)
{
    /// <summary>A slow machine misses a target, a mistake misses it by more than double; a target of 0 has no double.</summary>
    public bool IsMissedByDouble => Target is { } target && Value > 2 * target;

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Name} {Value:0.######} {Unit} {(Target is { } target ? $"<={target:0.###}" : "-")}");

    /// <summary>The middle of several runs: one slow run on a shared machine says nothing.</summary>
    public static double MedianMilliseconds(int runs, Action act)
    {
        ArgumentNullException.ThrowIfNull(act);
        var times = new List<double>();
        for (var run = 0; run < runs; run++)
        {
            var watch = Stopwatch.StartNew();
            act();
            times.Add(watch.Elapsed.TotalMilliseconds);
        }
        times.Sort();
        return times[runs / 2];
    }
}
