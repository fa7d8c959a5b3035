using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Rabta.Platform.Database.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class PlainNames : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.RenameColumn(
                name: "FromPart",
                table: "wishes",
                newName: "FromRole");

            migrationBuilder.RenameIndex(
                name: "IX_wishes_InstitutionId_CohortId_From_FromPart_To",
                table: "wishes",
                newName: "IX_wishes_InstitutionId_CohortId_From_FromRole_To");

            migrationBuilder.RenameColumn(
                name: "Mode",
                table: "rounds",
                newName: "Objective");

            migrationBuilder.RenameColumn(
                name: "Line",
                table: "recommender_invitations",
                newName: "Message");

            migrationBuilder.RenameColumn(
                name: "Travel",
                table: "notices",
                newName: "DeliveryStatus");

            migrationBuilder.RenameIndex(
                name: "IX_notices_InstitutionId_Travel_NotBefore",
                table: "notices",
                newName: "IX_notices_InstitutionId_DeliveryStatus_NotBefore");

            migrationBuilder.RenameColumn(
                name: "ModeThatHappened",
                table: "meetings",
                newName: "ActualFormat");

            migrationBuilder.RenameColumn(
                name: "Mode",
                table: "meetings",
                newName: "Format");

            migrationBuilder.RenameColumn(
                name: "Line",
                table: "meetings",
                newName: "Message");

            migrationBuilder.RenameColumn(
                name: "Mode",
                table: "meeting_answers",
                newName: "Format");

            migrationBuilder.RenameColumn(
                name: "Part",
                table: "import_files",
                newName: "Role");

            migrationBuilder.RenameColumn(
                name: "Part",
                table: "enrolments",
                newName: "Role");

            migrationBuilder.RenameIndex(
                name: "IX_enrolments_InstitutionId_CohortId_PersonId_Part",
                table: "enrolments",
                newName: "IX_enrolments_InstitutionId_CohortId_PersonId_Role");

            migrationBuilder.CreateTable(
                name: "private_preferences",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    InstitutionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    CohortId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Aspect = table.Column<int>(type: "INTEGER", nullable: false),
                    Strength = table.Column<int>(type: "INTEGER", nullable: false),
                    LikeMe = table.Column<bool>(type: "INTEGER", nullable: false),
                    Wanted = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_private_preferences", x => x.Id);
                    table.ForeignKey(
                        name: "FK_private_preferences_cohorts_InstitutionId_CohortId",
                        columns: x => new { x.InstitutionId, x.CohortId },
                        principalTable: "cohorts",
                        principalColumns: new[] { "InstitutionId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_private_preferences_institutions_InstitutionId",
                        column: x => x.InstitutionId,
                        principalTable: "institutions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_private_preferences_people_InstitutionId_PersonId",
                        columns: x => new { x.InstitutionId, x.PersonId },
                        principalTable: "people",
                        principalColumns: new[] { "InstitutionId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "sign_in_attempts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    InstitutionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Tried = table.Column<string>(type: "TEXT", nullable: false),
                    From = table.Column<string>(type: "TEXT", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sign_in_attempts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_sign_in_attempts_institutions_InstitutionId",
                        column: x => x.InstitutionId,
                        principalTable: "institutions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_private_preferences_InstitutionId_CohortId_PersonId_Aspect",
                table: "private_preferences",
                columns: new[] { "InstitutionId", "CohortId", "PersonId", "Aspect" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_private_preferences_InstitutionId_PersonId",
                table: "private_preferences",
                columns: new[] { "InstitutionId", "PersonId" });

            migrationBuilder.CreateIndex(
                name: "IX_sign_in_attempts_InstitutionId_At",
                table: "sign_in_attempts",
                columns: new[] { "InstitutionId", "At" });

            migrationBuilder.Sql("""UPDATE reminders SET "About" = 'ConnectionFailed' WHERE "About" = 'LineFailed';""");

            migrationBuilder.Sql(
                """
                INSERT INTO private_preferences ("Id", "InstitutionId", "CohortId", "PersonId", "Aspect", "Strength", "LikeMe", "Wanted")
                SELECT "Id", "InstitutionId", "CohortId", "PersonId", "Aspect", "Strength", "LikeMe", "Wanted" FROM comforts;
                """);

            migrationBuilder.Sql(
                """
                INSERT INTO sign_in_attempts ("Id", "InstitutionId", "Tried", "From", "At")
                SELECT "Id", "InstitutionId", "Tried", "From", "At" FROM door_knocks;
                """);

            migrationBuilder.DropTable(
                name: "comforts");

            migrationBuilder.DropTable(
                name: "door_knocks");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.RenameColumn(
                name: "FromRole",
                table: "wishes",
                newName: "FromPart");

            migrationBuilder.RenameIndex(
                name: "IX_wishes_InstitutionId_CohortId_From_FromRole_To",
                table: "wishes",
                newName: "IX_wishes_InstitutionId_CohortId_From_FromPart_To");

            migrationBuilder.RenameColumn(
                name: "Objective",
                table: "rounds",
                newName: "Mode");

            migrationBuilder.RenameColumn(
                name: "Message",
                table: "recommender_invitations",
                newName: "Line");

            migrationBuilder.RenameColumn(
                name: "DeliveryStatus",
                table: "notices",
                newName: "Travel");

            migrationBuilder.RenameIndex(
                name: "IX_notices_InstitutionId_DeliveryStatus_NotBefore",
                table: "notices",
                newName: "IX_notices_InstitutionId_Travel_NotBefore");

            migrationBuilder.RenameColumn(
                name: "Message",
                table: "meetings",
                newName: "Line");

            migrationBuilder.RenameColumn(
                name: "Format",
                table: "meetings",
                newName: "Mode");

            migrationBuilder.RenameColumn(
                name: "ActualFormat",
                table: "meetings",
                newName: "ModeThatHappened");

            migrationBuilder.RenameColumn(
                name: "Format",
                table: "meeting_answers",
                newName: "Mode");

            migrationBuilder.RenameColumn(
                name: "Role",
                table: "import_files",
                newName: "Part");

            migrationBuilder.RenameColumn(
                name: "Role",
                table: "enrolments",
                newName: "Part");

            migrationBuilder.RenameIndex(
                name: "IX_enrolments_InstitutionId_CohortId_PersonId_Role",
                table: "enrolments",
                newName: "IX_enrolments_InstitutionId_CohortId_PersonId_Part");

            migrationBuilder.CreateTable(
                name: "comforts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Aspect = table.Column<int>(type: "INTEGER", nullable: false),
                    CohortId = table.Column<Guid>(type: "TEXT", nullable: false),
                    InstitutionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    LikeMe = table.Column<bool>(type: "INTEGER", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Strength = table.Column<int>(type: "INTEGER", nullable: false),
                    Wanted = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_comforts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_comforts_cohorts_InstitutionId_CohortId",
                        columns: x => new { x.InstitutionId, x.CohortId },
                        principalTable: "cohorts",
                        principalColumns: new[] { "InstitutionId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_comforts_institutions_InstitutionId",
                        column: x => x.InstitutionId,
                        principalTable: "institutions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_comforts_people_InstitutionId_PersonId",
                        columns: x => new { x.InstitutionId, x.PersonId },
                        principalTable: "people",
                        principalColumns: new[] { "InstitutionId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "door_knocks",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    From = table.Column<string>(type: "TEXT", nullable: false),
                    InstitutionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Tried = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_door_knocks", x => x.Id);
                    table.ForeignKey(
                        name: "FK_door_knocks_institutions_InstitutionId",
                        column: x => x.InstitutionId,
                        principalTable: "institutions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_comforts_InstitutionId_CohortId_PersonId_Aspect",
                table: "comforts",
                columns: new[] { "InstitutionId", "CohortId", "PersonId", "Aspect" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_comforts_InstitutionId_PersonId",
                table: "comforts",
                columns: new[] { "InstitutionId", "PersonId" });

            migrationBuilder.CreateIndex(
                name: "IX_door_knocks_InstitutionId_At",
                table: "door_knocks",
                columns: new[] { "InstitutionId", "At" });

            migrationBuilder.Sql("""UPDATE reminders SET "About" = 'LineFailed' WHERE "About" = 'ConnectionFailed';""");

            migrationBuilder.Sql(
                """
                INSERT INTO comforts ("Id", "InstitutionId", "CohortId", "PersonId", "Aspect", "Strength", "LikeMe", "Wanted")
                SELECT "Id", "InstitutionId", "CohortId", "PersonId", "Aspect", "Strength", "LikeMe", "Wanted" FROM private_preferences;
                """);

            migrationBuilder.Sql(
                """
                INSERT INTO door_knocks ("Id", "InstitutionId", "Tried", "From", "At")
                SELECT "Id", "InstitutionId", "Tried", "From", "At" FROM sign_in_attempts;
                """);

            migrationBuilder.DropTable(
                name: "private_preferences");

            migrationBuilder.DropTable(
                name: "sign_in_attempts");
        }
    }
}
