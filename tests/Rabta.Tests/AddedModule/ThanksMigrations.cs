using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using NodaTime;
using Rabta.Platform.Database;

namespace Rabta.Tests.AddedModule;

[DbContext(typeof(SqliteRabtaDb)), Migration("20300101000000_Thanks")]
public sealed class ThanksOnSqlite : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => ThanksTable.Make<long>(migrationBuilder, "TEXT", "TEXT", "INTEGER");
}

[DbContext(typeof(PostgresRabtaDb)), Migration("20300101000000_Thanks")]
public sealed class ThanksOnPostgres : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) =>
        ThanksTable.Make<Instant>(migrationBuilder, "uuid", "text", "timestamp with time zone");
}

internal static class ThanksTable
{
    public static void Make<TInstant>(MigrationBuilder migrationBuilder, string id, string text, string instant) =>
        migrationBuilder.CreateTable(
            name: "added_thanks",
            columns: table => new
            {
                Id = table.Column<Guid>(type: id),
                InstitutionId = table.Column<Guid>(type: id),
                MentorshipId = table.Column<Guid>(type: id),
                By = table.Column<Guid>(type: id),
                Text = table.Column<string>(type: text),
                At = table.Column<TInstant>(type: instant),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_added_thanks", x => x.Id);
                table.ForeignKey("FK_added_thanks_institutions", x => x.InstitutionId, "institutions", "Id");
                table.ForeignKey(
                    "FK_added_thanks_mentorships",
                    x => new { x.InstitutionId, x.MentorshipId },
                    "mentorships",
                    ["InstitutionId", "Id"]
                );
                table.ForeignKey("FK_added_thanks_people", x => new { x.InstitutionId, x.By }, "people", ["InstitutionId", "Id"]);
            }
        );
}
