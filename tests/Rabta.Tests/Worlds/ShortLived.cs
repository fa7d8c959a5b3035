using System.Diagnostics;

namespace Rabta.Tests.Worlds;

/// <summary>A process that lives for seconds spends them compiling.</summary>
public static class ShortLived
{
    /// <summary>Neither learns about its hot code nor compiles it well: it starts with a quarter less work, and does the same.</summary>
    public static ProcessStartInfo ForSeconds(this ProcessStartInfo start)
    {
        start.Environment["DOTNET_TieredPGO"] = "0";
        start.Environment["DOTNET_JITMinOpts"] = "1";
        start.Environment["DOTNET_EnableWriteXorExecute"] = "0";
        return start;
    }
}
