using Rabta.Platform.Language;

namespace Rabta.Tests.Architecture;

/// <summary>The keys that a language's texts must have: those of the first language, with the forms of its own rule.</summary>
internal static class PluralKeys
{
    /// <summary>Keys without a form of those that have several.</summary>
    public static HashSet<string> Stems(IEnumerable<string> keys)
    {
        var known = keys.ToHashSet();
        return
        [
            .. known
                .Where(k => k.EndsWith(".other", StringComparison.Ordinal))
                .Select(k => k[..^6])
                .Where(stem => known.Contains($"{stem}.one")),
        ];
    }

    public static IEnumerable<string> In(IEnumerable<string> keys, PluralRule rule)
    {
        var all = keys.ToList();
        var stems = Stems(all);
        return all.Where(k => !stems.Contains(k[..Math.Max(0, k.LastIndexOf('.'))]) || k.Split('.')[^1] is not ("one" or "other"))
            .Concat(stems.SelectMany(stem => rule.Forms.Select(form => $"{stem}.{form.ToString().ToLowerInvariant()}")));
    }
}
