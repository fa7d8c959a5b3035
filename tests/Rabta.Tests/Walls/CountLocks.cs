using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Rabta.Platform.Database;

namespace Rabta.Tests.Walls;

/// <summary>Counts for which subjects an act waits its turn. SQLite has one writer, so only PostgreSQL is asked.</summary>
internal sealed class CountLocks : DbCommandInterceptor
{
    private readonly HashSet<string> _held = [];

    public void Watch(IServiceCollection services) => services.ConfigureDbContext<PostgresRabtaDb>(o => o.AddInterceptors(this));

    /// <summary>How many since the last time.</summary>
    public int Take()
    {
        lock (_held)
        {
            var held = _held.Count;
            _held.Clear();
            return held;
        }
    }

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<int> result,
        CancellationToken cancellationToken = default
    )
    {
        if (command.CommandText.Contains("pg_advisory_xact_lock", StringComparison.Ordinal))
            lock (_held)
                _held.Add($"{command.Parameters[0].Value}");
        return base.NonQueryExecutingAsync(command, eventData, result, cancellationToken);
    }
}
