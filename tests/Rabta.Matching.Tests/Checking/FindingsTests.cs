using Rabta.Matching.Checking;
using Rabta.Matching.Markets;

namespace Rabta.Matching.Tests.Checking;

public class FindingsTests
{
    [Fact]
    public void Faults_and_what_is_explained_are_counted_apart_and_each_list_ends()
    {
        var findings = new Findings();
        for (var time = 0; time < CheckReport.MostListed + 2; time++)
        {
            findings.Blocking("e", "o", Because.Objective);
            findings.Fault(CheckCode.Missing, "e", null);
        }
        findings.Blocking("e", "o", Because.Pin);

        var report = findings.Report;

        Assert.Equal((1002, 1003, 1002), (report.ProblemCount, report.ExplainedCount, report.ObjectiveCount));
        Assert.Equal((1000, 1000), (report.Problems.Count, report.Explained.Count));
        Assert.False(report.Ok);
    }

    [Fact]
    public void Long_work_is_shared_out_without_a_gap_and_in_order()
    {
        foreach (var count in new[] { 0, 7, 99_999, 100_000, 250_001 })
        {
            var parts = ParallelRanges.Of(count, part => part);

            Assert.Equal(0, parts[0].From);
            Assert.Equal(count, parts[^1].To);
            Assert.All(parts.Skip(1).Zip(parts), pair => Assert.Equal(pair.Second.To, pair.First.From));
            Assert.Equal(count < 100_000 ? 1 : Math.Min(Environment.ProcessorCount, count / 50_000), parts.Length);
        }
    }
}
