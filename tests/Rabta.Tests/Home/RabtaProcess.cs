using System.Diagnostics;
using System.Text.Json;
using Rabta.People;
using Rabta.Tests.Worlds;

namespace Rabta.Tests.Home;

/// <summary>What a process said, and how it ended.</summary>
internal sealed record Said(int Code, string Out, string Aside)
{
    public JsonElement Json => JsonDocument.Parse(Out).RootElement;
}

/// <summary>The built program, started as anyone would.</summary>
internal static class RabtaProcess
{
    public static async Task<Said> Run(string folder, string[] args, params (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(Composition).Assembly.Location, .. args])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = System.Text.Encoding.UTF8,
            StandardErrorEncoding = System.Text.Encoding.UTF8,
        };
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        using var process = Process.Start(start.ForSeconds())!;
        var (output, aside) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        var said = new Said(process.ExitCode, await output, await aside);
        Assert.DoesNotContain("Exception", said.Out + said.Aside, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", said.Out + said.Aside, StringComparison.Ordinal);
        return said;
    }
}
