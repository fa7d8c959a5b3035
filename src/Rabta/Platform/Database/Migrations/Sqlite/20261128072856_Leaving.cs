using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Rabta.Platform.Database.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Leaving : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "AwayUntil",
                table: "people",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "LeftAt",
                table: "enrolments",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "TakesNoNew",
                table: "enrolments",
                type: "INTEGER",
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
