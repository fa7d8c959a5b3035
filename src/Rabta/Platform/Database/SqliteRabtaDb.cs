using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using NodaTime;
using NodaTime.Text;

namespace Rabta.Platform.Database;

/// <summary>The embedded database: one file, WAL, every commit on disk before it is answered.</summary>
public sealed class SqliteRabtaDb(DbContextOptions<SqliteRabtaDb> options) : RabtaDb(options)
{
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        configurationBuilder.Properties<Instant>().HaveConversion<InstantConverter>();
        configurationBuilder.Properties<LocalDate>().HaveConversion<LocalDateConverter>();
    }

    // Microseconds, as PostgreSQL keeps them. Not ISO text: "…00Z" sorts after "…00.5Z".
    private sealed class InstantConverter()
        : ValueConverter<Instant, long>(instant => instant.ToUnixTimeTicks() / 10, micros => Instant.FromUnixTimeTicks(micros * 10));

    private sealed class LocalDateConverter()
        : ValueConverter<LocalDate, string>(date => LocalDatePattern.Iso.Format(date), text => LocalDatePattern.Iso.Parse(text).Value);
}

public sealed class SqliteDesign : IDesignTimeDbContextFactory<SqliteRabtaDb>
{
    public SqliteRabtaDb CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<SqliteRabtaDb>().UseSqlite("Data Source=design.db").Options);
}
