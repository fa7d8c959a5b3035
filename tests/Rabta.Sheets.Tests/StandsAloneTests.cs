using System.Reflection;

namespace Rabta.Sheets.Tests;

/// <summary>The library needs .NET and nothing else: no package, and nothing of Rabta.</summary>
public sealed class StandsAloneTests
{
    [Fact]
    public void It_refers_to_nothing_but_the_runtime() => Assert.Empty(Strangers(typeof(SheetReader).Assembly));

    [Fact]
    public void A_package_would_be_seen() =>
        Assert.Contains(Strangers(typeof(StandsAloneTests).Assembly), name => name.StartsWith("xunit", StringComparison.Ordinal));

    private static IEnumerable<string> Strangers(Assembly assembly) =>
        assembly.GetReferencedAssemblies().Select(a => a.Name!).Where(name => !name.StartsWith("System.", StringComparison.Ordinal));
}
