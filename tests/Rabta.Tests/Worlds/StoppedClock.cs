using NodaTime;

namespace Rabta.Tests.Worlds;

/// <summary>Time stands still until a test moves it.</summary>
public sealed class StoppedClock : IClock
{
    public Instant Now { get; set; } = Instant.FromUtc(2026, 9, 7, 9, 0);

    public Instant GetCurrentInstant() => Now;

    public void Pass(Duration time) => Now += time;
}
