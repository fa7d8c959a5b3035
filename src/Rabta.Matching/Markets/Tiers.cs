namespace Rabta.Matching.Markets;

/// <summary>One tier a pair, 0 the best: a byte each where 255 tiers do, four bytes otherwise.</summary>
public readonly struct TierColumn
{
    private readonly byte[]? _narrow;
    private readonly int[]? _wide;

    public TierColumn(byte[] tiers) => (_narrow, _wide) = (tiers, null);

    /// <summary>Kept in bytes where every tier fits one.</summary>
    public TierColumn(int[] tiers)
    {
        ArgumentNullException.ThrowIfNull(tiers);
        var isWide = tiers.AsSpan().ContainsAnyExceptInRange(0, byte.MaxValue);
        _narrow = isWide ? null : Array.ConvertAll(tiers, tier => (byte)tier);
        _wide = isWide ? tiers : null;
    }

    public int this[int pair] => _narrow is { } narrow ? narrow[pair] : _wide![pair];

    public int Length => _narrow?.Length ?? _wide?.Length ?? 0;
}
