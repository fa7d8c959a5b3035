using System;
using Microsoft.EntityFrameworkCore.Migrations;
using NodaTime;

#nullable disable

namespace Rabta.Platform.Database.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class PairFacts : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "About",
                table: "reminders",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.CreateTable(
                name: "pair_care",
                columns: table => new
                {
                    MentorshipId = table.Column<Guid>(type: "uuid", nullable: false),
                    InstitutionId = table.Column<Guid>(type: "uuid", nullable: false),
                    RemindedAt = table.Column<Instant>(type: "timestamp with time zone", nullable: true),
                    TalkOn = table.Column<LocalDate>(type: "date", nullable: true),
                    SnoozedUntil = table.Column<Instant>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_pair_care", x => x.MentorshipId);
                    table.ForeignKey(
                        name: "FK_pair_care_institutions_InstitutionId",
                        column: x => x.InstitutionId,
                        principalTable: "institutions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_pair_care_mentorships_InstitutionId_MentorshipId",
                        columns: x => new { x.InstitutionId, x.MentorshipId },
                        principalTable: "mentorships",
                        principalColumns: new[] { "InstitutionId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "pair_meetings",
                columns: table => new
                {
                    MentorshipId = table.Column<Guid>(type: "uuid", nullable: false),
                    InstitutionId = table.Column<Guid>(type: "uuid", nullable: false),
                    MeetBy = table.Column<Instant>(type: "timestamp with time zone", nullable: true),
                    FirstMetAt = table.Column<Instant>(type: "timestamp with time zone", nullable: true),
                    LastMetAt = table.Column<Instant>(type: "timestamp with time zone", nullable: true),
                    NextMeetingAt = table.Column<Instant>(type: "timestamp with time zone", nullable: true),
                    ConnectionsFailed = table.Column<int>(type: "integer", nullable: false),
                    ConnectionFailedAt = table.Column<Instant>(type: "timestamp with time zone", nullable: true),
                    WaivedAt = table.Column<Instant>(type: "timestamp with time zone", nullable: true),
                    WaivedBy = table.Column<Guid>(type: "uuid", nullable: true),
                    WaiverReason = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_pair_meetings", x => x.MentorshipId);
                    table.ForeignKey(
                        name: "FK_pair_meetings_institutions_InstitutionId",
                        column: x => x.InstitutionId,
                        principalTable: "institutions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_pair_meetings_mentorships_InstitutionId_MentorshipId",
                        columns: x => new { x.InstitutionId, x.MentorshipId },
                        principalTable: "mentorships",
                        principalColumns: new[] { "InstitutionId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_pair_meetings_people_InstitutionId_WaivedBy",
                        columns: x => new { x.InstitutionId, x.WaivedBy },
                        principalTable: "people",
                        principalColumns: new[] { "InstitutionId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            // What stood on the pair itself moves to the modules that own it.
            migrationBuilder.Sql("""INSERT INTO pair_meetings ("MentorshipId", "InstitutionId", "MeetBy", "FirstMetAt", "LastMetAt", "NextMeetingAt", "ConnectionsFailed", "ConnectionFailedAt", "WaivedAt", "WaivedBy", "WaiverReason") SELECT "Id", "InstitutionId", "MeetBy", "FirstMetAt", "LastMetAt", "NextMeetingAt", "LinesFailed", "LineFailedAt", "WaivedAt", "WaivedBy", "WaiverReason" FROM mentorships WHERE "MeetBy" IS NOT NULL OR "FirstMetAt" IS NOT NULL OR "WaivedAt" IS NOT NULL OR "LinesFailed" <> 0""");
            migrationBuilder.Sql("""INSERT INTO pair_care ("MentorshipId", "InstitutionId", "RemindedAt", "TalkOn", "SnoozedUntil") SELECT "Id", "InstitutionId", "RemindedAt", "TalkOn", "RestsUntil" FROM mentorships WHERE "RemindedAt" IS NOT NULL OR "TalkOn" IS NOT NULL OR "RestsUntil" IS NOT NULL""");
            migrationBuilder.Sql("""UPDATE reminders SET "About" = CASE "Kind" WHEN 2 THEN 'LineFailed' WHEN 3 THEN 'NotMet' WHEN 4 THEN 'NotAccepted' ELSE 'NoGoal' END""");

            migrationBuilder.DropForeignKey(
                name: "FK_mentorships_people_InstitutionId_WaivedBy",
                table: "mentorships");

            migrationBuilder.DropIndex(
                name: "IX_mentorships_InstitutionId_WaivedBy",
                table: "mentorships");

            migrationBuilder.DropColumn(
                name: "Kind",
                table: "reminders");

            migrationBuilder.DropColumn(
                name: "FirstGoalAt",
                table: "mentorships");

            migrationBuilder.DropColumn(
                name: "FirstMetAt",
                table: "mentorships");

            migrationBuilder.DropColumn(
                name: "LastMetAt",
                table: "mentorships");

            migrationBuilder.DropColumn(
                name: "LineFailedAt",
                table: "mentorships");

            migrationBuilder.DropColumn(
                name: "LinesFailed",
                table: "mentorships");

            migrationBuilder.DropColumn(
                name: "MeetBy",
                table: "mentorships");

            migrationBuilder.DropColumn(
                name: "NextMeetingAt",
                table: "mentorships");

            migrationBuilder.DropColumn(
                name: "RemindedAt",
                table: "mentorships");

            migrationBuilder.DropColumn(
                name: "RestsUntil",
                table: "mentorships");

            migrationBuilder.DropColumn(
                name: "TalkOn",
                table: "mentorships");

            migrationBuilder.DropColumn(
                name: "WaivedAt",
                table: "mentorships");

            migrationBuilder.DropColumn(
                name: "WaivedBy",
                table: "mentorships");

            migrationBuilder.DropColumn(
                name: "WaiverReason",
                table: "mentorships");

            migrationBuilder.CreateIndex(
                name: "IX_pair_care_InstitutionId_MentorshipId",
                table: "pair_care",
                columns: new[] { "InstitutionId", "MentorshipId" });

            migrationBuilder.CreateIndex(
                name: "IX_pair_meetings_InstitutionId_MentorshipId",
                table: "pair_meetings",
                columns: new[] { "InstitutionId", "MentorshipId" });

            migrationBuilder.CreateIndex(
                name: "IX_pair_meetings_InstitutionId_WaivedBy",
                table: "pair_meetings",
                columns: new[] { "InstitutionId", "WaivedBy" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "pair_care");

            migrationBuilder.DropTable(
                name: "pair_meetings");

            migrationBuilder.DropColumn(
                name: "About",
                table: "reminders");

            migrationBuilder.AddColumn<int>(
                name: "Kind",
                table: "reminders",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<Instant>(
                name: "FirstGoalAt",
                table: "mentorships",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<Instant>(
                name: "FirstMetAt",
                table: "mentorships",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<Instant>(
                name: "LastMetAt",
                table: "mentorships",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<Instant>(
                name: "LineFailedAt",
                table: "mentorships",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "LinesFailed",
                table: "mentorships",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<Instant>(
                name: "MeetBy",
                table: "mentorships",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<Instant>(
                name: "NextMeetingAt",
                table: "mentorships",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<Instant>(
                name: "RemindedAt",
                table: "mentorships",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<Instant>(
                name: "RestsUntil",
                table: "mentorships",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<LocalDate>(
                name: "TalkOn",
                table: "mentorships",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<Instant>(
                name: "WaivedAt",
                table: "mentorships",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "WaivedBy",
                table: "mentorships",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "WaiverReason",
                table: "mentorships",
                type: "text",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_mentorships_InstitutionId_WaivedBy",
                table: "mentorships",
                columns: new[] { "InstitutionId", "WaivedBy" });

            migrationBuilder.AddForeignKey(
                name: "FK_mentorships_people_InstitutionId_WaivedBy",
                table: "mentorships",
                columns: new[] { "InstitutionId", "WaivedBy" },
                principalTable: "people",
                principalColumns: new[] { "InstitutionId", "Id" },
                onDelete: ReferentialAction.Restrict);
        }
    }
}
