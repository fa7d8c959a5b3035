using Microsoft.EntityFrameworkCore.Migrations;
using NodaTime;

#nullable disable

namespace Rabta.Platform.Database.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Leaving : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Instant>(
                name: "AwayUntil",
                table: "people",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<Instant>(
                name: "LeftAt",
                table: "enrolments",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "TakesNoNew",
                table: "enrolments",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateIndex(
                name: "IX_people_InstitutionId_AwayUntil",
                table: "people",
                columns: new[] { "InstitutionId", "AwayUntil" },
                filter: "\"AwayUntil\" IS NOT NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_people_InstitutionId_AwayUntil",
                table: "people");

            migrationBuilder.DropColumn(
                name: "AwayUntil",
                table: "people");

            migrationBuilder.DropColumn(
                name: "LeftAt",
                table: "enrolments");

            migrationBuilder.DropColumn(
                name: "TakesNoNew",
                table: "enrolments");
        }
    }
}
