using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Rabta.Platform.Database.Migrations.Postgres
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
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    InstitutionId = table.Column<Guid>(type: "uuid", nullable: false),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false)
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
            migrationBuilder.Sql("""INSERT INTO journal_names ("Id", "InstitutionId", "PersonId") SELECT gen_random_uuid(), p."InstitutionId", p."Id" FROM people p WHERE p."Id" IN (SELECT "By" FROM journal UNION SELECT "OnBehalfOf" FROM journal UNION SELECT "Subject" FROM journal) OR p."Id"::text IN (SELECT "Before" FROM journal UNION SELECT "After" FROM journal)""");
            migrationBuilder.Sql("""UPDATE journal SET "By" = n."Id" FROM journal_names n WHERE n."PersonId" = journal."By" """);
            migrationBuilder.Sql("""UPDATE journal SET "OnBehalfOf" = n."Id" FROM journal_names n WHERE n."PersonId" = journal."OnBehalfOf" """);
            migrationBuilder.Sql("""UPDATE journal SET "Subject" = n."Id" FROM journal_names n WHERE n."PersonId" = journal."Subject" """);
            migrationBuilder.Sql("""UPDATE journal SET "Before" = n."Id"::text FROM journal_names n WHERE n."PersonId"::text = journal."Before" """);
            migrationBuilder.Sql("""UPDATE journal SET "After" = n."Id"::text FROM journal_names n WHERE n."PersonId"::text = journal."After" """);

            // What is written down stays: the database refuses to change or delete it, whoever asks.
            migrationBuilder.Sql("CREATE FUNCTION rabta_append_only() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RAISE EXCEPTION ''% is append-only'', TG_TABLE_NAME; END'");
            foreach (var table in new[] { "journal", "meeting_answers" })
            {
                migrationBuilder.Sql($"CREATE TRIGGER {table}_append_only BEFORE UPDATE OR DELETE ON {table} FOR EACH ROW EXECUTE FUNCTION rabta_append_only()");
                migrationBuilder.Sql($"CREATE TRIGGER {table}_no_truncate BEFORE TRUNCATE ON {table} FOR EACH STATEMENT EXECUTE FUNCTION rabta_append_only()");
            }
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            foreach (var table in new[] { "journal", "meeting_answers" })
            {
                migrationBuilder.Sql($"DROP TRIGGER {table}_append_only ON {table}");
                migrationBuilder.Sql($"DROP TRIGGER {table}_no_truncate ON {table}");
            }
            migrationBuilder.Sql("DROP FUNCTION rabta_append_only");

            migrationBuilder.DropTable(
                name: "journal_names");
        }
    }
}
