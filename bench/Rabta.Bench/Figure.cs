using System.Globalization;

namespace Rabta.Bench;

/// <summary>One measured figure and what it should be at most.</summary>
public sealed record Figure(string Name, double Value, string Unit, double? Target = null)
{
    public bool IsMissedByDouble => Unit is "ms" or "s" && Target is { } target && Value > 2 * target;

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Name} {Value:0.###} {Unit} {(Target is { } target ? $"<={target:0.###}" : "-")}");

    /// <summary>The middle of several runs: one slow run on a shared machine says nothing.</summary>
    public static double MedianMilliseconds(int runs, Action act)
    {
        var times = new List<double>();
        for (var i = 0; i < runs; i++)
        {
            var watch = System.Diagnostics.Stopwatch.StartNew();
            act();
            times.Add(watch.Elapsed.TotalMilliseconds);
        }
        times.Sort();
        return times[runs / 2];
    }
}
