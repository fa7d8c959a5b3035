using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Rabta.Platform.Database.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class References : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.RenameColumn(
                name: "Round",
                table: "mentor_requests",
                newName: "RoundId");

            migrationBuilder.CreateIndex(
                name: "IX_unsorted_recommendations_InstitutionId_ByPerson",
                table: "unsorted_recommendations",
                columns: new[] { "InstitutionId", "ByPerson" });

            migrationBuilder.CreateIndex(
                name: "IX_talking_points_InstitutionId_TalkedAt",
                table: "talking_points",
                columns: new[] { "InstitutionId", "TalkedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_rounds_InstitutionId_PublishedBy",
                table: "rounds",
                columns: new[] { "InstitutionId", "PublishedBy" });

            migrationBuilder.CreateIndex(
                name: "IX_reminders_InstitutionId_By",
                table: "reminders",
                columns: new[] { "InstitutionId", "By" });

            migrationBuilder.CreateIndex(
                name: "IX_recommender_invitations_InstitutionId_By",
                table: "recommender_invitations",
                columns: new[] { "InstitutionId", "By" });

            migrationBuilder.CreateIndex(
                name: "IX_recommendations_InstitutionId_ByPerson",
                table: "recommendations",
                columns: new[] { "InstitutionId", "ByPerson" });

            migrationBuilder.CreateIndex(
                name: "IX_pins_InstitutionId_By",
                table: "pins",
                columns: new[] { "InstitutionId", "By" });

            migrationBuilder.CreateIndex(
                name: "IX_mentorships_InstitutionId_FacilitatorId",
                table: "mentorships",
                columns: new[] { "InstitutionId", "FacilitatorId" });

            migrationBuilder.CreateIndex(
                name: "IX_mentorships_InstitutionId_WaivedBy",
                table: "mentorships",
                columns: new[] { "InstitutionId", "WaivedBy" });

            migrationBuilder.CreateIndex(
                name: "IX_mentor_requests_InstitutionId_RoundId",
                table: "mentor_requests",
                columns: new[] { "InstitutionId", "RoundId" });

            migrationBuilder.CreateIndex(
                name: "IX_meetings_InstitutionId_SharedNoteBy",
                table: "meetings",
                columns: new[] { "InstitutionId", "SharedNoteBy" });

            migrationBuilder.CreateIndex(
                name: "IX_forbids_InstitutionId_By",
                table: "forbids",
                columns: new[] { "InstitutionId", "By" });

            migrationBuilder.AddForeignKey(
                name: "FK_forbids_people_InstitutionId_By",
                table: "forbids",
                columns: new[] { "InstitutionId", "By" },
                principalTable: "people",
                principalColumns: new[] { "InstitutionId", "Id" },
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_meetings_people_InstitutionId_SharedNoteBy",
                table: "meetings",
                columns: new[] { "InstitutionId", "SharedNoteBy" },
                principalTable: "people",
                principalColumns: new[] { "InstitutionId", "Id" },
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_mentor_requests_rounds_InstitutionId_RoundId",
                table: "mentor_requests",
                columns: new[] { "InstitutionId", "RoundId" },
                principalTable: "rounds",
                principalColumns: new[] { "InstitutionId", "Id" },
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_mentorships_people_InstitutionId_FacilitatorId",
                table: "mentorships",
                columns: new[] { "InstitutionId", "FacilitatorId" },
                principalTable: "people",
                principalColumns: new[] { "InstitutionId", "Id" },
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_mentorships_people_InstitutionId_WaivedBy",
                table: "mentorships",
                columns: new[] { "InstitutionId", "WaivedBy" },
                principalTable: "people",
                principalColumns: new[] { "InstitutionId", "Id" },
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_pins_people_InstitutionId_By",
                table: "pins",
                columns: new[] { "InstitutionId", "By" },
                principalTable: "people",
                principalColumns: new[] { "InstitutionId", "Id" },
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_recommendations_people_InstitutionId_ByPerson",
                table: "recommendations",
                columns: new[] { "InstitutionId", "ByPerson" },
                principalTable: "people",
                principalColumns: new[] { "InstitutionId", "Id" },
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_recommender_invitations_people_InstitutionId_By",
                table: "recommender_invitations",
                columns: new[] { "InstitutionId", "By" },
                principalTable: "people",
                principalColumns: new[] { "InstitutionId", "Id" },
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_reminders_people_InstitutionId_By",
                table: "reminders",
                columns: new[] { "InstitutionId", "By" },
                principalTable: "people",
                principalColumns: new[] { "InstitutionId", "Id" },
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_rounds_people_InstitutionId_PublishedBy",
                table: "rounds",
                columns: new[] { "InstitutionId", "PublishedBy" },
                principalTable: "people",
                principalColumns: new[] { "InstitutionId", "Id" },
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_talking_points_meetings_InstitutionId_TalkedAt",
                table: "talking_points",
                columns: new[] { "InstitutionId", "TalkedAt" },
                principalTable: "meetings",
                principalColumns: new[] { "InstitutionId", "Id" },
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_unsorted_recommendations_people_InstitutionId_ByPerson",
                table: "unsorted_recommendations",
                columns: new[] { "InstitutionId", "ByPerson" },
                principalTable: "people",
                principalColumns: new[] { "InstitutionId", "Id" },
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_written_forms_people_InstitutionId_By",
                table: "written_forms",
                columns: new[] { "InstitutionId", "By" },
                principalTable: "people",
                principalColumns: new[] { "InstitutionId", "Id" },
                onDelete: ReferentialAction.Cascade);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_forbids_people_InstitutionId_By",
                table: "forbids");

            migrationBuilder.DropForeignKey(
                name: "FK_meetings_people_InstitutionId_SharedNoteBy",
                table: "meetings");

            migrationBuilder.DropForeignKey(
                name: "FK_mentor_requests_rounds_InstitutionId_RoundId",
                table: "mentor_requests");

            migrationBuilder.DropForeignKey(
                name: "FK_mentorships_people_InstitutionId_FacilitatorId",
                table: "mentorships");

            migrationBuilder.DropForeignKey(
                name: "FK_mentorships_people_InstitutionId_WaivedBy",
                table: "mentorships");

            migrationBuilder.DropForeignKey(
                name: "FK_pins_people_InstitutionId_By",
                table: "pins");

            migrationBuilder.DropForeignKey(
                name: "FK_recommendations_people_InstitutionId_ByPerson",
                table: "recommendations");

            migrationBuilder.DropForeignKey(
                name: "FK_recommender_invitations_people_InstitutionId_By",
                table: "recommender_invitations");

            migrationBuilder.DropForeignKey(
                name: "FK_reminders_people_InstitutionId_By",
                table: "reminders");

            migrationBuilder.DropForeignKey(
                name: "FK_rounds_people_InstitutionId_PublishedBy",
                table: "rounds");

            migrationBuilder.DropForeignKey(
                name: "FK_talking_points_meetings_InstitutionId_TalkedAt",
                table: "talking_points");

            migrationBuilder.DropForeignKey(
                name: "FK_unsorted_recommendations_people_InstitutionId_ByPerson",
                table: "unsorted_recommendations");

            migrationBuilder.DropForeignKey(
                name: "FK_written_forms_people_InstitutionId_By",
                table: "written_forms");

            migrationBuilder.DropIndex(
                name: "IX_unsorted_recommendations_InstitutionId_ByPerson",
                table: "unsorted_recommendations");

            migrationBuilder.DropIndex(
                name: "IX_talking_points_InstitutionId_TalkedAt",
                table: "talking_points");

            migrationBuilder.DropIndex(
                name: "IX_rounds_InstitutionId_PublishedBy",
                table: "rounds");

            migrationBuilder.DropIndex(
                name: "IX_reminders_InstitutionId_By",
                table: "reminders");

            migrationBuilder.DropIndex(
                name: "IX_recommender_invitations_InstitutionId_By",
                table: "recommender_invitations");

            migrationBuilder.DropIndex(
                name: "IX_recommendations_InstitutionId_ByPerson",
                table: "recommendations");

            migrationBuilder.DropIndex(
                name: "IX_pins_InstitutionId_By",
                table: "pins");

            migrationBuilder.DropIndex(
                name: "IX_mentorships_InstitutionId_FacilitatorId",
                table: "mentorships");

            migrationBuilder.DropIndex(
                name: "IX_mentorships_InstitutionId_WaivedBy",
                table: "mentorships");

            migrationBuilder.DropIndex(
                name: "IX_mentor_requests_InstitutionId_RoundId",
                table: "mentor_requests");

            migrationBuilder.DropIndex(
                name: "IX_meetings_InstitutionId_SharedNoteBy",
                table: "meetings");

            migrationBuilder.DropIndex(
                name: "IX_forbids_InstitutionId_By",
                table: "forbids");

            migrationBuilder.RenameColumn(
                name: "RoundId",
                table: "mentor_requests",
                newName: "Round");
        }
    }
}
