using System;
using System.Collections.Generic;
using Microsoft.EntityFrameworkCore.Migrations;
using NodaTime;

#nullable disable

namespace Rabta.Platform.Database.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Merging : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "MergedInto",
                table: "people",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<List<string>>(
                name: "MailLanguages",
                table: "institutions",
                type: "text[]",
                nullable: false,
                defaultValueSql: "'{}'");

            migrationBuilder.AddColumn<string>(
                name: "ReplyTo",
                table: "institutions",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Sender",
                table: "institutions",
                type: "text",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "merges",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    InstitutionId = table.Column<Guid>(type: "uuid", nullable: false),
                    KeptId = table.Column<Guid>(type: "uuid", nullable: false),
                    GoneId = table.Column<Guid>(type: "uuid", nullable: false),
                    By = table.Column<Guid>(type: "uuid", nullable: false),
                    At = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    UndoneAt = table.Column<Instant>(type: "timestamp with time zone", nullable: true),
                    Log = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_merges", x => x.Id);
                    table.ForeignKey(
                        name: "FK_merges_institutions_InstitutionId",
                        column: x => x.InstitutionId,
                        principalTable: "institutions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_merges_people_InstitutionId_By",
                        columns: x => new { x.InstitutionId, x.By },
                        principalTable: "people",
                        principalColumns: new[] { "InstitutionId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_merges_people_InstitutionId_GoneId",
                        columns: x => new { x.InstitutionId, x.GoneId },
                        principalTable: "people",
                        principalColumns: new[] { "InstitutionId", "Id" },
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_merges_people_InstitutionId_KeptId",
                        columns: x => new { x.InstitutionId, x.KeptId },
                        principalTable: "people",
                        principalColumns: new[] { "InstitutionId", "Id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "staff_notes",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    InstitutionId = table.Column<Guid>(type: "uuid", nullable: false),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    Text = table.Column<string>(type: "text", nullable: false),
                    By = table.Column<Guid>(type: "uuid", nullable: false),
                    At = table.Column<Instant>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_staff_notes", x => x.Id);
                    table.ForeignKey(
                        name: "FK_staff_notes_institutions_InstitutionId",
                        column: x => x.InstitutionId,
                        principalTable: "institutions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_staff_notes_people_InstitutionId_By",
                        columns: x => new { x.InstitutionId, x.By },
                        principalTable: "people",
                        principalColumns: new[] { "InstitutionId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_staff_notes_people_InstitutionId_PersonId",
                        columns: x => new { x.InstitutionId, x.PersonId },
                        principalTable: "people",
                        principalColumns: new[] { "InstitutionId", "Id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_people_InstitutionId_MergedInto",
                table: "people",
                columns: new[] { "InstitutionId", "MergedInto" });

            migrationBuilder.CreateIndex(
                name: "IX_merges_InstitutionId_By",
                table: "merges",
                columns: new[] { "InstitutionId", "By" });

            migrationBuilder.CreateIndex(
                name: "IX_merges_InstitutionId_GoneId",
                table: "merges",
                columns: new[] { "InstitutionId", "GoneId" });

            migrationBuilder.CreateIndex(
                name: "IX_merges_InstitutionId_KeptId",
                table: "merges",
                columns: new[] { "InstitutionId", "KeptId" });

            migrationBuilder.CreateIndex(
                name: "IX_staff_notes_InstitutionId_By",
                table: "staff_notes",
                columns: new[] { "InstitutionId", "By" });

            migrationBuilder.CreateIndex(
                name: "IX_staff_notes_InstitutionId_PersonId",
                table: "staff_notes",
                columns: new[] { "InstitutionId", "PersonId" });

            migrationBuilder.AddForeignKey(
                name: "FK_people_people_InstitutionId_MergedInto",
                table: "people",
                columns: new[] { "InstitutionId", "MergedInto" },
                principalTable: "people",
                principalColumns: new[] { "InstitutionId", "Id" },
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_people_people_InstitutionId_MergedInto",
                table: "people");

            migrationBuilder.DropTable(
                name: "merges");

            migrationBuilder.DropTable(
                name: "staff_notes");

            migrationBuilder.DropIndex(
                name: "IX_people_InstitutionId_MergedInto",
                table: "people");

            migrationBuilder.DropColumn(
                name: "MergedInto",
                table: "people");

            migrationBuilder.DropColumn(
                name: "MailLanguages",
                table: "institutions");

            migrationBuilder.DropColumn(
                name: "ReplyTo",
                table: "institutions");

            migrationBuilder.DropColumn(
                name: "Sender",
                table: "institutions");
        }
    }
}
