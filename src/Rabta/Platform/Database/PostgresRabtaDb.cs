using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Rabta.Platform.Database;

/// <summary>The database for an institution, or many, that outgrow one machine.</summary>
public sealed class PostgresRabtaDb(DbContextOptions<PostgresRabtaDb> options) : RabtaDb(options);

public sealed class PostgresDesign : IDesignTimeDbContextFactory<PostgresRabtaDb>
{
    public PostgresRabtaDb CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<PostgresRabtaDb>().UseNpgsql("Host=design", o => o.UseNodaTime()).Options);
}
