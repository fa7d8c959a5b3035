using Microsoft.EntityFrameworkCore;

namespace Rabta.Platform.Database;

/// <summary>Rows that a module hides by a named filter of its own.</summary>
public static class HiddenRows
{
    /// <summary>These rows, and those that the filter hides. The wall between institutions stands.</summary>
    /// <exception cref="ArgumentException">The filter is that wall.</exception>
#pragma warning disable RS0030 // Only the named filter is lifted, and the institution's is refused.
    public static IQueryable<T> AlsoHidden<T>(this IQueryable<T> rows, string filter)
        where T : class =>
        filter == RabtaDb.InstitutionFilter
            ? throw new ArgumentException("Institutions are apart.", nameof(filter))
            : rows.IgnoreQueryFilters([filter]);
#pragma warning restore RS0030
}
