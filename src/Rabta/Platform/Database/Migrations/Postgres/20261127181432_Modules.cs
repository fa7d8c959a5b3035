using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Rabta.Platform.Database.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Modules : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_mentor_requests_rounds_InstitutionId_RoundId",
                table: "mentor_requests");

            migrationBuilder.DropIndex(
                name: "IX_mentor_requests_InstitutionId_RoundId",
                table: "mentor_requests");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateIndex(
                name: "IX_mentor_requests_InstitutionId_RoundId",
                table: "mentor_requests",
                columns: new[] { "InstitutionId", "RoundId" });

            migrationBuilder.AddForeignKey(
                name: "FK_mentor_requests_rounds_InstitutionId_RoundId",
                table: "mentor_requests",
                columns: new[] { "InstitutionId", "RoundId" },
                principalTable: "rounds",
                principalColumns: new[] { "InstitutionId", "Id" },
                onDelete: ReferentialAction.Restrict);
        }
    }
}
