using System.Diagnostics;

namespace Rabta.Tests.Architecture;

/// <summary>What CI runs is red as well when it ran nothing.</summary>
public sealed class TestScriptTests
{
    [Theory]
    [InlineData("tests/Rabta.Tests/Nope")]
    [InlineData("tests/Rabta.Tests/People/NopeTests.cs")]
    [InlineData("src/Rabta/People")]
    [InlineData("--lnog")]
    [InlineData("--seeds")]
    [InlineData("--seeds", "0")]
    [InlineData("--seeds", "tests/Rabta.Tests")]
    public async Task What_would_run_no_test_is_refused_before_anything_is_built(string word, string? next = null)
    {
        string[] args = next is null ? [word] : [word, next];
        var start = new ProcessStartInfo(Path.Combine(Code.Root.FullName, "bin", "test"), args)
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        };
        using var script = Process.Start(start)!;
        var said = await script.StandardError.ReadToEndAsync();
        await script.WaitForExitAsync();

        Assert.NotEqual(0, script.ExitCode);
        Assert.Contains(word, said, StringComparison.Ordinal);
    }
}
