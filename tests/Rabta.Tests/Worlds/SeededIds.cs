using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Rabta.Platform.Database;

namespace Rabta.Tests.Worlds;

/// <summary>With a seed, new rows stand in any order: what a page or a test takes for an order must be asked for.</summary>
internal static class SeededIds
{
    private static readonly ConcurrentDictionary<string, int> Made = [];
    private static readonly AsyncLocal<Counter?> Counted = new();

    private sealed class Counter
    {
        public long Last;
    }

    [ModuleInitializer]
    internal static void Begin()
    {
        Func<Guid> otherwise = Seed.Given is null ? Guid.CreateVersion7 : Next;
        Ids.Source = () => Counted.Value is { } counter ? InOrder(counter) : otherwise();
    }

    /// <summary>From here on, rows that this test itself makes stand in the order in which it makes them, with a seed too.</summary>
    public static void Count() => Counted.Value = new();

    private static Guid InOrder(Counter counter)
    {
        var bytes = new byte[16];
        System.Buffers.Binary.BinaryPrimitives.WriteInt64BigEndian(bytes.AsSpan(8), ++counter.Last);
        bytes[6] = 0x70;
        bytes[8] = 0x80;
        return new Guid(bytes, bigEndian: true);
    }

    private static Guid Next()
    {
        var test = TestContext.Current.Test?.UniqueID ?? "";
        var bytes = Seed.Of($"{test} {Made.AddOrUpdate(test, 1, (_, number) => number + 1)}");
        // Still version 7, so that the bits look as they do outside tests; the moment in it is a wrong one.
        bytes[6] = (byte)(bytes[6] & 0x0F | 0x70);
        bytes[8] = (byte)(bytes[8] & 0x3F | 0x80);
        return new Guid(bytes, bigEndian: true);
    }
}
