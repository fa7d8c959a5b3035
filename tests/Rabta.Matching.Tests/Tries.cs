namespace Rabta.Matching.Tests;

/// <summary>
/// How many instances a property is tried on: as many as it asks for, or a part of them where it is tried on every mutant.
/// </summary>
internal static class Tries
{
    public static ulong Of(int times) =>
#if FEWER
        (ulong)Math.Max(20, times / 25);
#else
        (ulong)times;
#endif
}
