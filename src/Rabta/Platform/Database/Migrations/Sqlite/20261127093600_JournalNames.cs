using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Rabta.Platform.Database.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class JournalNames : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "journal_names",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    InstitutionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_journal_names", x => x.Id);
                    table.ForeignKey(
                        name: "FK_journal_names_institutions_InstitutionId",
                        column: x => x.InstitutionId,
                        principalTable: "institutions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_journal_names_people_InstitutionId_PersonId",
                        columns: x => new { x.InstitutionId, x.PersonId },
                        principalTable: "people",
                        principalColumns: new[] { "InstitutionId", "Id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_journal_names_InstitutionId_PersonId",
                table: "journal_names",
                columns: new[] { "InstitutionId", "PersonId" });

            // Until now the journal named people by their own ids.
            migrationBuilder.Sql("""INSERT INTO journal_names ("Id", "InstitutionId", "PersonId") SELECT hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-4' || substr(hex(randomblob(2)), 2) || '-8' || substr(hex(randomblob(2)), 2) || '-' || hex(randomblob(6)), p."InstitutionId", p."Id" FROM people p WHERE p."Id" IN (SELECT "By" FROM journal UNION SELECT "OnBehalfOf" FROM journal UNION SELECT "Subject" FROM journal) OR lower(p."Id") IN (SELECT "Before" FROM journal UNION SELECT "After" FROM journal)""");
            migrationBuilder.Sql("""UPDATE journal SET "By" = n."Id" FROM journal_names n WHERE n."PersonId" = journal."By" """);
            migrationBuilder.Sql("""UPDATE journal SET "OnBehalfOf" = n."Id" FROM journal_names n WHERE n."PersonId" = journal."OnBehalfOf" """);
            migrationBuilder.Sql("""UPDATE journal SET "Subject" = n."Id" FROM journal_names n WHERE n."PersonId" = journal."Subject" """);
            migrationBuilder.Sql("""UPDATE journal SET "Before" = lower(n."Id") FROM journal_names n WHERE lower(n."PersonId") = journal."Before" """);
            migrationBuilder.Sql("""UPDATE journal SET "After" = lower(n."Id") FROM journal_names n WHERE lower(n."PersonId") = journal."After" """);

            // What is written down stays: the database refuses to change or delete it, whoever asks.
            foreach (var table in new[] { "journal", "meeting_answers" })
                foreach (var change in new[] { "UPDATE", "DELETE" })
                    migrationBuilder.Sql($"CREATE TRIGGER {table}_no_{change.ToLowerInvariant()} BEFORE {change} ON {table} BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            foreach (var table in new[] { "journal", "meeting_answers" })
                foreach (var change in new[] { "update", "delete" })
                    migrationBuilder.Sql($"DROP TRIGGER {table}_no_{change}");

            migrationBuilder.DropTable(
                name: "journal_names");
        }
    }
}
