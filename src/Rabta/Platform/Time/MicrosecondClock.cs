using NodaTime;

namespace Rabta.Platform.Time;

/// <summary>The clock of the machine, in the microseconds that both databases keep: what is written comes back equal.</summary>
public sealed class MicrosecondClock : IClock
{
#pragma warning disable RS0030 // The one place that asks the machine what time it is.
    public Instant GetCurrentInstant() => Instant.FromUnixTimeTicks(SystemClock.Instance.GetCurrentInstant().ToUnixTimeTicks() / 10 * 10);
#pragma warning restore RS0030
}
