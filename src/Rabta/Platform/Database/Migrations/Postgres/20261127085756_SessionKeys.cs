using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Rabta.Platform.Database.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class SessionKeys : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // The old keys stood in clear here and in copies: whoever is signed in signs in anew.
            migrationBuilder.Sql("DELETE FROM signed_in_devices");

            migrationBuilder.AddColumn<string>(
                name: "KeyHash",
                table: "signed_in_devices",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.CreateIndex(
                name: "IX_signed_in_devices_InstitutionId_KeyHash",
                table: "signed_in_devices",
                columns: new[] { "InstitutionId", "KeyHash" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_signed_in_devices_InstitutionId_KeyHash",
                table: "signed_in_devices");

            migrationBuilder.DropColumn(
                name: "KeyHash",
                table: "signed_in_devices");
        }
    }
}
