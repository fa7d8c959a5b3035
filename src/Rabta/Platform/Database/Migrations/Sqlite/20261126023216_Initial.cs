using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Rabta.Platform.Database.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "data_protection_keys",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    FriendlyName = table.Column<string>(type: "TEXT", nullable: true),
                    Xml = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_data_protection_keys", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "institutions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    Host = table.Column<string>(type: "TEXT", nullable: true),
                    Zone = table.Column<string>(type: "TEXT", nullable: false),
                    Counselling = table.Column<string>(type: "TEXT", nullable: true),
                    IsInvented = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_institutions", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "door_knocks",
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
                    table.PrimaryKey("PK_door_knocks", x => x.Id);
                    table.ForeignKey(
                        name: "FK_door_knocks_institutions_InstitutionId",
                        column: x => x.InstitutionId,
                        principalTable: "institutions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "journal",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    InstitutionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    By = table.Column<Guid>(type: "TEXT", nullable: true),
                    OnBehalfOf = table.Column<Guid>(type: "TEXT", nullable: true),
                    What = table.Column<string>(type: "TEXT", nullable: false),
                    Subject = table.Column<Guid>(type: "TEXT", nullable: false),
                    Why = table.Column<string>(type: "TEXT", nullable: true),
                    Before = table.Column<string>(type: "TEXT", nullable: true),
                    After = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_journal", x => x.Id);
                    table.ForeignKey(
                        name: "FK_journal_institutions_InstitutionId",
                        column: x => x.InstitutionId,
                        principalTable: "institutions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "people",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    InstitutionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    NameUrdu = table.Column<string>(type: "TEXT", nullable: true),
                    Address = table.Column<string>(type: "TEXT", nullable: true),
                    AddressKey = table.Column<string>(type: "TEXT", nullable: true),
                    Number = table.Column<string>(type: "TEXT", nullable: true),
                    Phone = table.Column<string>(type: "TEXT", nullable: true),
                    About = table.Column<string>(type: "TEXT", nullable: true),
                    Hopes = table.Column<string>(type: "TEXT", nullable: true),
                    Shown = table.Column<int>(type: "INTEGER", nullable: false),
                    Corrected = table.Column<int>(type: "INTEGER", nullable: false),
                    Duties = table.Column<int>(type: "INTEGER", nullable: false),
                    Language = table.Column<string>(type: "TEXT", nullable: true),
                    Zone = table.Column<string>(type: "TEXT", nullable: true),
                    FirstSignedIn = table.Column<long>(type: "INTEGER", nullable: true),
                    ConfirmedAt = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_people", x => x.Id);
                    table.UniqueConstraint("AK_people_InstitutionId_Id", x => new { x.InstitutionId, x.Id });
                    table.ForeignKey(
                        name: "FK_people_institutions_InstitutionId",
                        column: x => x.InstitutionId,
                        principalTable: "institutions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "programmes",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    InstitutionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    Purpose = table.Column<string>(type: "TEXT", nullable: false),
                    IsNot = table.Column<string>(type: "TEXT", nullable: false),
                    Months = table.Column<int>(type: "INTEGER", nullable: false),
                    HoursPerMonth = table.Column<int>(type: "INTEGER", nullable: false),
                    WeeksBetweenMeetings = table.Column<int>(type: "INTEGER", nullable: false),
                    PlacesPerMentor = table.Column<int>(type: "INTEGER", nullable: false),
                    FirstMeetingInPerson = table.Column<bool>(type: "INTEGER", nullable: false),
                    FirstMeetingDays = table.Column<int>(type: "INTEGER", nullable: false),
                    MenteesMayAsk = table.Column<bool>(type: "INTEGER", nullable: false),
                    TurnTo = table.Column<string>(type: "TEXT", nullable: false),
                    TurnToPhone = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_programmes", x => x.Id);
                    table.UniqueConstraint("AK_programmes_InstitutionId_Id", x => new { x.InstitutionId, x.Id });
                    table.ForeignKey(
                        name: "FK_programmes_institutions_InstitutionId",
                        column: x => x.InstitutionId,
                        principalTable: "institutions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "term_dates",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    InstitutionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    From = table.Column<string>(type: "TEXT", nullable: false),
                    Until = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_term_dates", x => x.Id);
                    table.ForeignKey(
                        name: "FK_term_dates_institutions_InstitutionId",
                        column: x => x.InstitutionId,
                        principalTable: "institutions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "written_forms",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    InstitutionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    By = table.Column<Guid>(type: "TEXT", nullable: false),
                    Endpoint = table.Column<string>(type: "TEXT", nullable: false),
                    Content = table.Column<string>(type: "TEXT", nullable: false),
                    Answer = table.Column<string>(type: "TEXT", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_written_forms", x => new { x.InstitutionId, x.By, x.Endpoint, x.Id });
                    table.ForeignKey(
                        name: "FK_written_forms_institutions_InstitutionId",
                        column: x => x.InstitutionId,
                        principalTable: "institutions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "accounts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    InstitutionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    UserName = table.Column<string>(type: "TEXT", nullable: true),
                    NormalizedUserName = table.Column<string>(type: "TEXT", nullable: true),
                    Email = table.Column<string>(type: "TEXT", nullable: true),
                    NormalizedEmail = table.Column<string>(type: "TEXT", nullable: true),
                    EmailConfirmed = table.Column<bool>(type: "INTEGER", nullable: false),
                    PasswordHash = table.Column<string>(type: "TEXT", nullable: true),
                    SecurityStamp = table.Column<string>(type: "TEXT", nullable: true),
                    ConcurrencyStamp = table.Column<string>(type: "TEXT", nullable: true),
                    PhoneNumber = table.Column<string>(type: "TEXT", nullable: true),
                    PhoneNumberConfirmed = table.Column<bool>(type: "INTEGER", nullable: false),
                    TwoFactorEnabled = table.Column<bool>(type: "INTEGER", nullable: false),
                    LockoutEnd = table.Column<DateTimeOffset>(type: "TEXT", nullable: true),
                    LockoutEnabled = table.Column<bool>(type: "INTEGER", nullable: false),
                    AccessFailedCount = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_accounts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_accounts_institutions_InstitutionId",
                        column: x => x.InstitutionId,
                        principalTable: "institutions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_accounts_people_InstitutionId_PersonId",
                        columns: x => new { x.InstitutionId, x.PersonId },
                        principalTable: "people",
                        principalColumns: new[] { "InstitutionId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "import_drafts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    InstitutionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    By = table.Column<Guid>(type: "TEXT", nullable: false),
                    Programme = table.Column<string>(type: "TEXT", nullable: false),
                    MentorMaps = table.Column<string>(type: "TEXT", nullable: false),
                    MenteeMaps = table.Column<string>(type: "TEXT", nullable: false),
                    GoodRows = table.Column<bool>(type: "INTEGER", nullable: false),
                    State = table.Column<int>(type: "INTEGER", nullable: false),
                    HeldUntil = table.Column<long>(type: "INTEGER", nullable: true),
                    Result = table.Column<string>(type: "TEXT", nullable: true),
                    At = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_import_drafts", x => x.Id);
                    table.UniqueConstraint("AK_import_drafts_InstitutionId_Id", x => new { x.InstitutionId, x.Id });
                    table.ForeignKey(
                        name: "FK_import_drafts_institutions_InstitutionId",
                        column: x => x.InstitutionId,
                        principalTable: "institutions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_import_drafts_people_InstitutionId_By",
                        columns: x => new { x.InstitutionId, x.By },
                        principalTable: "people",
                        principalColumns: new[] { "InstitutionId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "notices",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    InstitutionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", nullable: false),
                    Values = table.Column<string>(type: "TEXT", nullable: false),
                    Path = table.Column<string>(type: "TEXT", nullable: false),
                    Batch = table.Column<Guid>(type: "TEXT", nullable: true),
                    MadeAt = table.Column<long>(type: "INTEGER", nullable: false),
                    NotBefore = table.Column<long>(type: "INTEGER", nullable: false),
                    Travel = table.Column<int>(type: "INTEGER", nullable: false),
                    Tries = table.Column<int>(type: "INTEGER", nullable: false),
                    SentAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Reason = table.Column<string>(type: "TEXT", nullable: true),
                    HeldUntil = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_notices", x => x.Id);
                    table.ForeignKey(
                        name: "FK_notices_institutions_InstitutionId",
                        column: x => x.InstitutionId,
                        principalTable: "institutions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_notices_people_InstitutionId_PersonId",
                        columns: x => new { x.InstitutionId, x.PersonId },
                        principalTable: "people",
                        principalColumns: new[] { "InstitutionId", "Id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "sign_in_links",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    InstitutionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Purpose = table.Column<int>(type: "INTEGER", nullable: false),
                    Hash = table.Column<string>(type: "TEXT", nullable: false),
                    MadeAt = table.Column<long>(type: "INTEGER", nullable: false),
                    ExpiresAt = table.Column<long>(type: "INTEGER", nullable: false),
                    UsedAt = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sign_in_links", x => x.Id);
                    table.ForeignKey(
                        name: "FK_sign_in_links_institutions_InstitutionId",
                        column: x => x.InstitutionId,
                        principalTable: "institutions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_sign_in_links_people_InstitutionId_PersonId",
                        columns: x => new { x.InstitutionId, x.PersonId },
                        principalTable: "people",
                        principalColumns: new[] { "InstitutionId", "Id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "signed_in_devices",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    InstitutionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Device = table.Column<string>(type: "TEXT", nullable: false),
                    Since = table.Column<long>(type: "INTEGER", nullable: false),
                    Until = table.Column<long>(type: "INTEGER", nullable: false),
                    Ticket = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_signed_in_devices", x => x.Id);
                    table.ForeignKey(
                        name: "FK_signed_in_devices_institutions_InstitutionId",
                        column: x => x.InstitutionId,
                        principalTable: "institutions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_signed_in_devices_people_InstitutionId_PersonId",
                        columns: x => new { x.InstitutionId, x.PersonId },
                        principalTable: "people",
                        principalColumns: new[] { "InstitutionId", "Id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "acceptances",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    InstitutionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ProgrammeId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_acceptances", x => x.Id);
                    table.ForeignKey(
                        name: "FK_acceptances_institutions_InstitutionId",
                        column: x => x.InstitutionId,
                        principalTable: "institutions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_acceptances_people_InstitutionId_PersonId",
                        columns: x => new { x.InstitutionId, x.PersonId },
                        principalTable: "people",
                        principalColumns: new[] { "InstitutionId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_acceptances_programmes_InstitutionId_ProgrammeId",
                        columns: x => new { x.InstitutionId, x.ProgrammeId },
                        principalTable: "programmes",
                        principalColumns: new[] { "InstitutionId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "cohorts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    InstitutionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ProgrammeId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    AcademicYear = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_cohorts", x => x.Id);
                    table.UniqueConstraint("AK_cohorts_InstitutionId_Id", x => new { x.InstitutionId, x.Id });
                    table.ForeignKey(
                        name: "FK_cohorts_institutions_InstitutionId",
                        column: x => x.InstitutionId,
                        principalTable: "institutions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_cohorts_programmes_InstitutionId_ProgrammeId",
                        columns: x => new { x.InstitutionId, x.ProgrammeId },
                        principalTable: "programmes",
                        principalColumns: new[] { "InstitutionId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ground_rules",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    InstitutionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ProgrammeId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    Rules = table.Column<string>(type: "TEXT", nullable: false),
                    From = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ground_rules", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ground_rules_institutions_InstitutionId",
                        column: x => x.InstitutionId,
                        principalTable: "institutions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ground_rules_programmes_InstitutionId_ProgrammeId",
                        columns: x => new { x.InstitutionId, x.ProgrammeId },
                        principalTable: "programmes",
                        principalColumns: new[] { "InstitutionId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "account_claims",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    UserId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ClaimType = table.Column<string>(type: "TEXT", nullable: true),
                    ClaimValue = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_account_claims", x => x.Id);
                    table.ForeignKey(
                        name: "FK_account_claims_accounts_UserId",
                        column: x => x.UserId,
                        principalTable: "accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "account_logins",
                columns: table => new
                {
                    LoginProvider = table.Column<string>(type: "TEXT", nullable: false),
                    ProviderKey = table.Column<string>(type: "TEXT", nullable: false),
                    ProviderDisplayName = table.Column<string>(type: "TEXT", nullable: true),
                    UserId = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_account_logins", x => new { x.LoginProvider, x.ProviderKey });
                    table.ForeignKey(
                        name: "FK_account_logins_accounts_UserId",
                        column: x => x.UserId,
                        principalTable: "accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "account_passkeys",
                columns: table => new
                {
                    CredentialId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    UserId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Data = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_account_passkeys", x => x.CredentialId);
                    table.ForeignKey(
                        name: "FK_account_passkeys_accounts_UserId",
                        column: x => x.UserId,
                        principalTable: "accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "account_tokens",
                columns: table => new
                {
                    UserId = table.Column<Guid>(type: "TEXT", nullable: false),
                    LoginProvider = table.Column<string>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    Value = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_account_tokens", x => new { x.UserId, x.LoginProvider, x.Name });
                    table.ForeignKey(
                        name: "FK_account_tokens_accounts_UserId",
                        column: x => x.UserId,
                        principalTable: "accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "import_files",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    InstitutionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    DraftId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Part = table.Column<int>(type: "INTEGER", nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    Bytes = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_import_files", x => x.Id);
                    table.ForeignKey(
                        name: "FK_import_files_import_drafts_InstitutionId_DraftId",
                        columns: x => new { x.InstitutionId, x.DraftId },
                        principalTable: "import_drafts",
                        principalColumns: new[] { "InstitutionId", "Id" },
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_import_files_institutions_InstitutionId",
                        column: x => x.InstitutionId,
                        principalTable: "institutions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "comforts",
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
                name: "conflicts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    InstitutionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    CohortId = table.Column<Guid>(type: "TEXT", nullable: false),
                    One = table.Column<Guid>(type: "TEXT", nullable: false),
                    Other = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_conflicts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_conflicts_cohorts_InstitutionId_CohortId",
                        columns: x => new { x.InstitutionId, x.CohortId },
                        principalTable: "cohorts",
                        principalColumns: new[] { "InstitutionId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_conflicts_institutions_InstitutionId",
                        column: x => x.InstitutionId,
                        principalTable: "institutions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_conflicts_people_InstitutionId_One",
                        columns: x => new { x.InstitutionId, x.One },
                        principalTable: "people",
                        principalColumns: new[] { "InstitutionId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_conflicts_people_InstitutionId_Other",
                        columns: x => new { x.InstitutionId, x.Other },
                        principalTable: "people",
                        principalColumns: new[] { "InstitutionId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "enrolments",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    InstitutionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    CohortId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Part = table.Column<int>(type: "INTEGER", nullable: false),
                    Places = table.Column<int>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_enrolments", x => x.Id);
                    table.UniqueConstraint("AK_enrolments_InstitutionId_Id", x => new { x.InstitutionId, x.Id });
                    table.ForeignKey(
                        name: "FK_enrolments_cohorts_InstitutionId_CohortId",
                        columns: x => new { x.InstitutionId, x.CohortId },
                        principalTable: "cohorts",
                        principalColumns: new[] { "InstitutionId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_enrolments_institutions_InstitutionId",
                        column: x => x.InstitutionId,
                        principalTable: "institutions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_enrolments_people_InstitutionId_PersonId",
                        columns: x => new { x.InstitutionId, x.PersonId },
                        principalTable: "people",
                        principalColumns: new[] { "InstitutionId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "forbids",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    InstitutionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    CohortId = table.Column<Guid>(type: "TEXT", nullable: false),
                    MentorId = table.Column<Guid>(type: "TEXT", nullable: false),
                    MenteeId = table.Column<Guid>(type: "TEXT", nullable: false),
                    By = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_forbids", x => x.Id);
                    table.ForeignKey(
                        name: "FK_forbids_cohorts_InstitutionId_CohortId",
                        columns: x => new { x.InstitutionId, x.CohortId },
                        principalTable: "cohorts",
                        principalColumns: new[] { "InstitutionId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_forbids_institutions_InstitutionId",
                        column: x => x.InstitutionId,
                        principalTable: "institutions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_forbids_people_InstitutionId_MenteeId",
                        columns: x => new { x.InstitutionId, x.MenteeId },
                        principalTable: "people",
                        principalColumns: new[] { "InstitutionId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_forbids_people_InstitutionId_MentorId",
                        columns: x => new { x.InstitutionId, x.MentorId },
                        principalTable: "people",
                        principalColumns: new[] { "InstitutionId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "mentor_requests",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    InstitutionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    CohortId = table.Column<Guid>(type: "TEXT", nullable: false),
                    MenteeId = table.Column<Guid>(type: "TEXT", nullable: false),
                    MentorId = table.Column<Guid>(type: "TEXT", nullable: false),
                    State = table.Column<int>(type: "INTEGER", nullable: false),
                    Why = table.Column<string>(type: "TEXT", nullable: false),
                    Answer = table.Column<string>(type: "TEXT", nullable: true),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    RemindedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    SettledAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Round = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_mentor_requests", x => x.Id);
                    table.ForeignKey(
                        name: "FK_mentor_requests_cohorts_InstitutionId_CohortId",
                        columns: x => new { x.InstitutionId, x.CohortId },
                        principalTable: "cohorts",
                        principalColumns: new[] { "InstitutionId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_mentor_requests_institutions_InstitutionId",
                        column: x => x.InstitutionId,
                        principalTable: "institutions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_mentor_requests_people_InstitutionId_MenteeId",
                        columns: x => new { x.InstitutionId, x.MenteeId },
                        principalTable: "people",
                        principalColumns: new[] { "InstitutionId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_mentor_requests_people_InstitutionId_MentorId",
                        columns: x => new { x.InstitutionId, x.MentorId },
                        principalTable: "people",
                        principalColumns: new[] { "InstitutionId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "mentorships",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    RemindedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    TalkOn = table.Column<string>(type: "TEXT", nullable: true),
                    RestsUntil = table.Column<long>(type: "INTEGER", nullable: true),
                    WaivedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    WaivedBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    WaiverReason = table.Column<string>(type: "TEXT", nullable: true),
                    InstitutionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ProgrammeId = table.Column<Guid>(type: "TEXT", nullable: false),
                    CohortId = table.Column<Guid>(type: "TEXT", nullable: false),
                    MentorId = table.Column<Guid>(type: "TEXT", nullable: false),
                    MenteeId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Round = table.Column<Guid>(type: "TEXT", nullable: true),
                    BeganAt = table.Column<long>(type: "INTEGER", nullable: false),
                    EndedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Ending = table.Column<int>(type: "INTEGER", nullable: true),
                    Why = table.Column<string>(type: "TEXT", nullable: false),
                    FacilitatorId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Facilitator = table.Column<string>(type: "TEXT", nullable: true),
                    MenteeAccepted = table.Column<int>(type: "INTEGER", nullable: false),
                    MentorAccepted = table.Column<int>(type: "INTEGER", nullable: false),
                    BothAcceptedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    MeetBy = table.Column<long>(type: "INTEGER", nullable: true),
                    FirstMetAt = table.Column<long>(type: "INTEGER", nullable: true),
                    LastMetAt = table.Column<long>(type: "INTEGER", nullable: true),
                    FirstGoalAt = table.Column<long>(type: "INTEGER", nullable: true),
                    NextMeetingAt = table.Column<long>(type: "INTEGER", nullable: true),
                    LinesFailed = table.Column<int>(type: "INTEGER", nullable: false),
                    LineFailedAt = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_mentorships", x => x.Id);
                    table.UniqueConstraint("AK_mentorships_InstitutionId_Id", x => new { x.InstitutionId, x.Id });
                    table.ForeignKey(
                        name: "FK_mentorships_cohorts_InstitutionId_CohortId",
                        columns: x => new { x.InstitutionId, x.CohortId },
                        principalTable: "cohorts",
                        principalColumns: new[] { "InstitutionId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_mentorships_institutions_InstitutionId",
                        column: x => x.InstitutionId,
                        principalTable: "institutions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_mentorships_people_InstitutionId_MenteeId",
                        columns: x => new { x.InstitutionId, x.MenteeId },
                        principalTable: "people",
                        principalColumns: new[] { "InstitutionId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_mentorships_people_InstitutionId_MentorId",
                        columns: x => new { x.InstitutionId, x.MentorId },
                        principalTable: "people",
                        principalColumns: new[] { "InstitutionId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_mentorships_programmes_InstitutionId_ProgrammeId",
                        columns: x => new { x.InstitutionId, x.ProgrammeId },
                        principalTable: "programmes",
                        principalColumns: new[] { "InstitutionId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "pins",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    InstitutionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    CohortId = table.Column<Guid>(type: "TEXT", nullable: false),
                    MentorId = table.Column<Guid>(type: "TEXT", nullable: false),
                    MenteeId = table.Column<Guid>(type: "TEXT", nullable: false),
                    IsMove = table.Column<bool>(type: "INTEGER", nullable: false),
                    By = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_pins", x => x.Id);
                    table.ForeignKey(
                        name: "FK_pins_cohorts_InstitutionId_CohortId",
                        columns: x => new { x.InstitutionId, x.CohortId },
                        principalTable: "cohorts",
                        principalColumns: new[] { "InstitutionId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_pins_institutions_InstitutionId",
                        column: x => x.InstitutionId,
                        principalTable: "institutions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_pins_people_InstitutionId_MenteeId",
                        columns: x => new { x.InstitutionId, x.MenteeId },
                        principalTable: "people",
                        principalColumns: new[] { "InstitutionId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_pins_people_InstitutionId_MentorId",
                        columns: x => new { x.InstitutionId, x.MentorId },
                        principalTable: "people",
                        principalColumns: new[] { "InstitutionId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "questions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    InstitutionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    CohortId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Heading = table.Column<string>(type: "TEXT", nullable: false),
                    Key = table.Column<string>(type: "TEXT", nullable: false),
                    IsPrivate = table.Column<bool>(type: "INTEGER", nullable: false),
                    Counts = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_questions", x => x.Id);
                    table.UniqueConstraint("AK_questions_InstitutionId_Id", x => new { x.InstitutionId, x.Id });
                    table.ForeignKey(
                        name: "FK_questions_cohorts_InstitutionId_CohortId",
                        columns: x => new { x.InstitutionId, x.CohortId },
                        principalTable: "cohorts",
                        principalColumns: new[] { "InstitutionId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_questions_institutions_InstitutionId",
                        column: x => x.InstitutionId,
                        principalTable: "institutions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "recommender_invitations",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    InstitutionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    CohortId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Line = table.Column<string>(type: "TEXT", nullable: true),
                    By = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    AnsweredAt = table.Column<long>(type: "INTEGER", nullable: true),
                    RevokedAt = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_recommender_invitations", x => x.Id);
                    table.UniqueConstraint("AK_recommender_invitations_InstitutionId_Id", x => new { x.InstitutionId, x.Id });
                    table.ForeignKey(
                        name: "FK_recommender_invitations_cohorts_InstitutionId_CohortId",
                        columns: x => new { x.InstitutionId, x.CohortId },
                        principalTable: "cohorts",
                        principalColumns: new[] { "InstitutionId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_recommender_invitations_institutions_InstitutionId",
                        column: x => x.InstitutionId,
                        principalTable: "institutions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_recommender_invitations_people_InstitutionId_PersonId",
                        columns: x => new { x.InstitutionId, x.PersonId },
                        principalTable: "people",
                        principalColumns: new[] { "InstitutionId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "recommenders",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    InstitutionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    CohortId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_recommenders", x => x.Id);
                    table.ForeignKey(
                        name: "FK_recommenders_cohorts_InstitutionId_CohortId",
                        columns: x => new { x.InstitutionId, x.CohortId },
                        principalTable: "cohorts",
                        principalColumns: new[] { "InstitutionId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_recommenders_institutions_InstitutionId",
                        column: x => x.InstitutionId,
                        principalTable: "institutions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_recommenders_people_InstitutionId_PersonId",
                        columns: x => new { x.InstitutionId, x.PersonId },
                        principalTable: "people",
                        principalColumns: new[] { "InstitutionId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "rounds",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    InstitutionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ProgrammeId = table.Column<Guid>(type: "TEXT", nullable: false),
                    CohortId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Seed = table.Column<long>(type: "INTEGER", nullable: false),
                    Mode = table.Column<int>(type: "INTEGER", nullable: false),
                    State = table.Column<int>(type: "INTEGER", nullable: false),
                    RanAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Standing = table.Column<int>(type: "INTEGER", nullable: false),
                    FirstWish = table.Column<int>(type: "INTEGER", nullable: false),
                    FirstThree = table.Column<int>(type: "INTEGER", nullable: false),
                    Faults = table.Column<int>(type: "INTEGER", nullable: false),
                    PublishedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    MailsLeaveAt = table.Column<long>(type: "INTEGER", nullable: true),
                    PublishedBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_rounds", x => x.Id);
                    table.UniqueConstraint("AK_rounds_InstitutionId_Id", x => new { x.InstitutionId, x.Id });
                    table.ForeignKey(
                        name: "FK_rounds_cohorts_InstitutionId_CohortId",
                        columns: x => new { x.InstitutionId, x.CohortId },
                        principalTable: "cohorts",
                        principalColumns: new[] { "InstitutionId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_rounds_institutions_InstitutionId",
                        column: x => x.InstitutionId,
                        principalTable: "institutions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_rounds_programmes_InstitutionId_ProgrammeId",
                        columns: x => new { x.InstitutionId, x.ProgrammeId },
                        principalTable: "programmes",
                        principalColumns: new[] { "InstitutionId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "unsorted_recommendations",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    InstitutionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    CohortId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Mentee = table.Column<string>(type: "TEXT", nullable: false),
                    Mentor = table.Column<string>(type: "TEXT", nullable: false),
                    Why = table.Column<string>(type: "TEXT", nullable: false),
                    By = table.Column<string>(type: "TEXT", nullable: false),
                    ByPerson = table.Column<Guid>(type: "TEXT", nullable: true),
                    MayBeNamed = table.Column<bool>(type: "INTEGER", nullable: false),
                    WhyMayBeRead = table.Column<bool>(type: "INTEGER", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    SettledAt = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_unsorted_recommendations", x => x.Id);
                    table.ForeignKey(
                        name: "FK_unsorted_recommendations_cohorts_InstitutionId_CohortId",
                        columns: x => new { x.InstitutionId, x.CohortId },
                        principalTable: "cohorts",
                        principalColumns: new[] { "InstitutionId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_unsorted_recommendations_institutions_InstitutionId",
                        column: x => x.InstitutionId,
                        principalTable: "institutions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "wishes",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    InstitutionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    CohortId = table.Column<Guid>(type: "TEXT", nullable: false),
                    From = table.Column<Guid>(type: "TEXT", nullable: false),
                    FromPart = table.Column<int>(type: "INTEGER", nullable: false),
                    To = table.Column<Guid>(type: "TEXT", nullable: false),
                    Rank = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_wishes", x => x.Id);
                    table.ForeignKey(
                        name: "FK_wishes_cohorts_InstitutionId_CohortId",
                        columns: x => new { x.InstitutionId, x.CohortId },
                        principalTable: "cohorts",
                        principalColumns: new[] { "InstitutionId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_wishes_institutions_InstitutionId",
                        column: x => x.InstitutionId,
                        principalTable: "institutions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_wishes_people_InstitutionId_From",
                        columns: x => new { x.InstitutionId, x.From },
                        principalTable: "people",
                        principalColumns: new[] { "InstitutionId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_wishes_people_InstitutionId_To",
                        columns: x => new { x.InstitutionId, x.To },
                        principalTable: "people",
                        principalColumns: new[] { "InstitutionId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "change_requests",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    InstitutionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    MentorshipId = table.Column<Guid>(type: "TEXT", nullable: false),
                    By = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", nullable: true),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    SettledAt = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_change_requests", x => x.Id);
                    table.ForeignKey(
                        name: "FK_change_requests_institutions_InstitutionId",
                        column: x => x.InstitutionId,
                        principalTable: "institutions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_change_requests_mentorships_InstitutionId_MentorshipId",
                        columns: x => new { x.InstitutionId, x.MentorshipId },
                        principalTable: "mentorships",
                        principalColumns: new[] { "InstitutionId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_change_requests_people_InstitutionId_By",
                        columns: x => new { x.InstitutionId, x.By },
                        principalTable: "people",
                        principalColumns: new[] { "InstitutionId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "goals",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    InstitutionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    MentorshipId = table.Column<Guid>(type: "TEXT", nullable: false),
                    MenteeId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Text = table.Column<string>(type: "TEXT", nullable: false),
                    By = table.Column<string>(type: "TEXT", nullable: true),
                    Steps = table.Column<string>(type: "TEXT", nullable: false),
                    State = table.Column<int>(type: "INTEGER", nullable: false),
                    WrittenAt = table.Column<long>(type: "INTEGER", nullable: false),
                    ChangedAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_goals", x => x.Id);
                    table.UniqueConstraint("AK_goals_InstitutionId_Id", x => new { x.InstitutionId, x.Id });
                    table.ForeignKey(
                        name: "FK_goals_institutions_InstitutionId",
                        column: x => x.InstitutionId,
                        principalTable: "institutions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_goals_mentorships_InstitutionId_MentorshipId",
                        columns: x => new { x.InstitutionId, x.MentorshipId },
                        principalTable: "mentorships",
                        principalColumns: new[] { "InstitutionId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_goals_people_InstitutionId_MenteeId",
                        columns: x => new { x.InstitutionId, x.MenteeId },
                        principalTable: "people",
                        principalColumns: new[] { "InstitutionId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "meetings",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    InstitutionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    MentorshipId = table.Column<Guid>(type: "TEXT", nullable: false),
                    State = table.Column<int>(type: "INTEGER", nullable: false),
                    Mode = table.Column<int>(type: "INTEGER", nullable: false),
                    Place = table.Column<string>(type: "TEXT", nullable: true),
                    Link = table.Column<string>(type: "TEXT", nullable: true),
                    Line = table.Column<string>(type: "TEXT", nullable: true),
                    Times = table.Column<string>(type: "TEXT", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: true),
                    By = table.Column<Guid>(type: "TEXT", nullable: false),
                    ChangedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false),
                    MadeAt = table.Column<long>(type: "INTEGER", nullable: false),
                    ClosedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    FollowedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    MentorLateAt = table.Column<long>(type: "INTEGER", nullable: true),
                    MenteeLateAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Outcome = table.Column<int>(type: "INTEGER", nullable: true),
                    ModeThatHappened = table.Column<int>(type: "INTEGER", nullable: true),
                    RememberedDifferently = table.Column<bool>(type: "INTEGER", nullable: false),
                    WasHeld = table.Column<bool>(type: "INTEGER", nullable: false),
                    SharedNote = table.Column<string>(type: "TEXT", nullable: true),
                    SharedNoteBy = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_meetings", x => x.Id);
                    table.UniqueConstraint("AK_meetings_InstitutionId_Id", x => new { x.InstitutionId, x.Id });
                    table.ForeignKey(
                        name: "FK_meetings_institutions_InstitutionId",
                        column: x => x.InstitutionId,
                        principalTable: "institutions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_meetings_mentorships_InstitutionId_MentorshipId",
                        columns: x => new { x.InstitutionId, x.MentorshipId },
                        principalTable: "mentorships",
                        principalColumns: new[] { "InstitutionId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_meetings_people_InstitutionId_By",
                        columns: x => new { x.InstitutionId, x.By },
                        principalTable: "people",
                        principalColumns: new[] { "InstitutionId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "phone_shares",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    InstitutionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    MentorshipId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_phone_shares", x => x.Id);
                    table.ForeignKey(
                        name: "FK_phone_shares_institutions_InstitutionId",
                        column: x => x.InstitutionId,
                        principalTable: "institutions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_phone_shares_mentorships_InstitutionId_MentorshipId",
                        columns: x => new { x.InstitutionId, x.MentorshipId },
                        principalTable: "mentorships",
                        principalColumns: new[] { "InstitutionId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_phone_shares_people_InstitutionId_PersonId",
                        columns: x => new { x.InstitutionId, x.PersonId },
                        principalTable: "people",
                        principalColumns: new[] { "InstitutionId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "reminders",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    InstitutionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    MentorshipId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    By = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_reminders", x => x.Id);
                    table.ForeignKey(
                        name: "FK_reminders_institutions_InstitutionId",
                        column: x => x.InstitutionId,
                        principalTable: "institutions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_reminders_mentorships_InstitutionId_MentorshipId",
                        columns: x => new { x.InstitutionId, x.MentorshipId },
                        principalTable: "mentorships",
                        principalColumns: new[] { "InstitutionId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_reminders_people_InstitutionId_PersonId",
                        columns: x => new { x.InstitutionId, x.PersonId },
                        principalTable: "people",
                        principalColumns: new[] { "InstitutionId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "talking_points",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    InstitutionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    MentorshipId = table.Column<Guid>(type: "TEXT", nullable: false),
                    By = table.Column<Guid>(type: "TEXT", nullable: false),
                    Text = table.Column<string>(type: "TEXT", nullable: true),
                    Ready = table.Column<string>(type: "TEXT", nullable: true),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    TalkedAt = table.Column<Guid>(type: "TEXT", nullable: true),
                    RemovedAt = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_talking_points", x => x.Id);
                    table.ForeignKey(
                        name: "FK_talking_points_institutions_InstitutionId",
                        column: x => x.InstitutionId,
                        principalTable: "institutions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_talking_points_mentorships_InstitutionId_MentorshipId",
                        columns: x => new { x.InstitutionId, x.MentorshipId },
                        principalTable: "mentorships",
                        principalColumns: new[] { "InstitutionId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_talking_points_people_InstitutionId_By",
                        columns: x => new { x.InstitutionId, x.By },
                        principalTable: "people",
                        principalColumns: new[] { "InstitutionId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "answers",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    InstitutionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    EnrolmentId = table.Column<Guid>(type: "TEXT", nullable: false),
                    QuestionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Values = table.Column<string>(type: "TEXT", nullable: false),
                    PrivateValues = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_answers", x => x.Id);
                    table.ForeignKey(
                        name: "FK_answers_enrolments_InstitutionId_EnrolmentId",
                        columns: x => new { x.InstitutionId, x.EnrolmentId },
                        principalTable: "enrolments",
                        principalColumns: new[] { "InstitutionId", "Id" },
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_answers_institutions_InstitutionId",
                        column: x => x.InstitutionId,
                        principalTable: "institutions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_answers_questions_InstitutionId_QuestionId",
                        columns: x => new { x.InstitutionId, x.QuestionId },
                        principalTable: "questions",
                        principalColumns: new[] { "InstitutionId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "helps_best",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    InstitutionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    CohortId = table.Column<Guid>(type: "TEXT", nullable: false),
                    MentorId = table.Column<Guid>(type: "TEXT", nullable: false),
                    QuestionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Values = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_helps_best", x => x.Id);
                    table.ForeignKey(
                        name: "FK_helps_best_cohorts_InstitutionId_CohortId",
                        columns: x => new { x.InstitutionId, x.CohortId },
                        principalTable: "cohorts",
                        principalColumns: new[] { "InstitutionId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_helps_best_institutions_InstitutionId",
                        column: x => x.InstitutionId,
                        principalTable: "institutions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_helps_best_people_InstitutionId_MentorId",
                        columns: x => new { x.InstitutionId, x.MentorId },
                        principalTable: "people",
                        principalColumns: new[] { "InstitutionId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_helps_best_questions_InstitutionId_QuestionId",
                        columns: x => new { x.InstitutionId, x.QuestionId },
                        principalTable: "questions",
                        principalColumns: new[] { "InstitutionId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "invitation_links",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    InstitutionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    InvitationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Hash = table.Column<string>(type: "TEXT", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_invitation_links", x => x.Id);
                    table.ForeignKey(
                        name: "FK_invitation_links_institutions_InstitutionId",
                        column: x => x.InstitutionId,
                        principalTable: "institutions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_invitation_links_recommender_invitations_InstitutionId_InvitationId",
                        columns: x => new { x.InstitutionId, x.InvitationId },
                        principalTable: "recommender_invitations",
                        principalColumns: new[] { "InstitutionId", "Id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "recommendations",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    InstitutionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    CohortId = table.Column<Guid>(type: "TEXT", nullable: false),
                    MenteeId = table.Column<Guid>(type: "TEXT", nullable: false),
                    MentorId = table.Column<Guid>(type: "TEXT", nullable: false),
                    By = table.Column<string>(type: "TEXT", nullable: true),
                    Why = table.Column<string>(type: "TEXT", nullable: true),
                    MayBeNamed = table.Column<bool>(type: "INTEGER", nullable: false),
                    WhyMayBeRead = table.Column<bool>(type: "INTEGER", nullable: false),
                    ByPerson = table.Column<Guid>(type: "TEXT", nullable: true),
                    InvitationId = table.Column<Guid>(type: "TEXT", nullable: true),
                    At = table.Column<long>(type: "INTEGER", nullable: true),
                    TakenBackAt = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_recommendations", x => x.Id);
                    table.ForeignKey(
                        name: "FK_recommendations_cohorts_InstitutionId_CohortId",
                        columns: x => new { x.InstitutionId, x.CohortId },
                        principalTable: "cohorts",
                        principalColumns: new[] { "InstitutionId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_recommendations_institutions_InstitutionId",
                        column: x => x.InstitutionId,
                        principalTable: "institutions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_recommendations_people_InstitutionId_MenteeId",
                        columns: x => new { x.InstitutionId, x.MenteeId },
                        principalTable: "people",
                        principalColumns: new[] { "InstitutionId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_recommendations_people_InstitutionId_MentorId",
                        columns: x => new { x.InstitutionId, x.MentorId },
                        principalTable: "people",
                        principalColumns: new[] { "InstitutionId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_recommendations_recommender_invitations_InstitutionId_InvitationId",
                        columns: x => new { x.InstitutionId, x.InvitationId },
                        principalTable: "recommender_invitations",
                        principalColumns: new[] { "InstitutionId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "round_inputs",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    InstitutionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    RoundId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Content = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_round_inputs", x => x.Id);
                    table.ForeignKey(
                        name: "FK_round_inputs_institutions_InstitutionId",
                        column: x => x.InstitutionId,
                        principalTable: "institutions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_round_inputs_rounds_InstitutionId_RoundId",
                        columns: x => new { x.InstitutionId, x.RoundId },
                        principalTable: "rounds",
                        principalColumns: new[] { "InstitutionId", "Id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "round_pairs",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    InstitutionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    RoundId = table.Column<Guid>(type: "TEXT", nullable: false),
                    MentorId = table.Column<Guid>(type: "TEXT", nullable: false),
                    MenteeId = table.Column<Guid>(type: "TEXT", nullable: false),
                    IsPinned = table.Column<bool>(type: "INTEGER", nullable: false),
                    IsMovedByStaff = table.Column<bool>(type: "INTEGER", nullable: false),
                    Why = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_round_pairs", x => x.Id);
                    table.ForeignKey(
                        name: "FK_round_pairs_institutions_InstitutionId",
                        column: x => x.InstitutionId,
                        principalTable: "institutions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_round_pairs_people_InstitutionId_MenteeId",
                        columns: x => new { x.InstitutionId, x.MenteeId },
                        principalTable: "people",
                        principalColumns: new[] { "InstitutionId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_round_pairs_people_InstitutionId_MentorId",
                        columns: x => new { x.InstitutionId, x.MentorId },
                        principalTable: "people",
                        principalColumns: new[] { "InstitutionId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_round_pairs_rounds_InstitutionId_RoundId",
                        columns: x => new { x.InstitutionId, x.RoundId },
                        principalTable: "rounds",
                        principalColumns: new[] { "InstitutionId", "Id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "round_unmatched",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    InstitutionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    RoundId = table.Column<Guid>(type: "TEXT", nullable: false),
                    MenteeId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", nullable: false),
                    AcceptableFull = table.Column<int>(type: "INTEGER", nullable: false),
                    Removals = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_round_unmatched", x => x.Id);
                    table.ForeignKey(
                        name: "FK_round_unmatched_institutions_InstitutionId",
                        column: x => x.InstitutionId,
                        principalTable: "institutions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_round_unmatched_people_InstitutionId_MenteeId",
                        columns: x => new { x.InstitutionId, x.MenteeId },
                        principalTable: "people",
                        principalColumns: new[] { "InstitutionId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_round_unmatched_rounds_InstitutionId_RoundId",
                        columns: x => new { x.InstitutionId, x.RoundId },
                        principalTable: "rounds",
                        principalColumns: new[] { "InstitutionId", "Id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "goal_comments",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    InstitutionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    GoalId = table.Column<Guid>(type: "TEXT", nullable: false),
                    By = table.Column<Guid>(type: "TEXT", nullable: false),
                    Text = table.Column<string>(type: "TEXT", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_goal_comments", x => x.Id);
                    table.ForeignKey(
                        name: "FK_goal_comments_goals_InstitutionId_GoalId",
                        columns: x => new { x.InstitutionId, x.GoalId },
                        principalTable: "goals",
                        principalColumns: new[] { "InstitutionId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_goal_comments_institutions_InstitutionId",
                        column: x => x.InstitutionId,
                        principalTable: "institutions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_goal_comments_people_InstitutionId_By",
                        columns: x => new { x.InstitutionId, x.By },
                        principalTable: "people",
                        principalColumns: new[] { "InstitutionId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "goal_suggestions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    InstitutionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    MentorshipId = table.Column<Guid>(type: "TEXT", nullable: false),
                    By = table.Column<Guid>(type: "TEXT", nullable: false),
                    Text = table.Column<string>(type: "TEXT", nullable: false),
                    Until = table.Column<string>(type: "TEXT", nullable: true),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    AnsweredAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Taken = table.Column<bool>(type: "INTEGER", nullable: true),
                    GoalId = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_goal_suggestions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_goal_suggestions_goals_InstitutionId_GoalId",
                        columns: x => new { x.InstitutionId, x.GoalId },
                        principalTable: "goals",
                        principalColumns: new[] { "InstitutionId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_goal_suggestions_institutions_InstitutionId",
                        column: x => x.InstitutionId,
                        principalTable: "institutions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_goal_suggestions_mentorships_InstitutionId_MentorshipId",
                        columns: x => new { x.InstitutionId, x.MentorshipId },
                        principalTable: "mentorships",
                        principalColumns: new[] { "InstitutionId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_goal_suggestions_people_InstitutionId_By",
                        columns: x => new { x.InstitutionId, x.By },
                        principalTable: "people",
                        principalColumns: new[] { "InstitutionId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "meeting_answers",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    InstitutionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    MeetingId = table.Column<Guid>(type: "TEXT", nullable: false),
                    By = table.Column<Guid>(type: "TEXT", nullable: false),
                    Outcome = table.Column<int>(type: "INTEGER", nullable: false),
                    Mode = table.Column<int>(type: "INTEGER", nullable: true),
                    Again = table.Column<bool>(type: "INTEGER", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_meeting_answers", x => x.Id);
                    table.ForeignKey(
                        name: "FK_meeting_answers_institutions_InstitutionId",
                        column: x => x.InstitutionId,
                        principalTable: "institutions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_meeting_answers_meetings_InstitutionId_MeetingId",
                        columns: x => new { x.InstitutionId, x.MeetingId },
                        principalTable: "meetings",
                        principalColumns: new[] { "InstitutionId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_meeting_answers_people_InstitutionId_By",
                        columns: x => new { x.InstitutionId, x.By },
                        principalTable: "people",
                        principalColumns: new[] { "InstitutionId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "own_notes",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    InstitutionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    MeetingId = table.Column<Guid>(type: "TEXT", nullable: false),
                    By = table.Column<Guid>(type: "TEXT", nullable: false),
                    Text = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_own_notes", x => x.Id);
                    table.ForeignKey(
                        name: "FK_own_notes_institutions_InstitutionId",
                        column: x => x.InstitutionId,
                        principalTable: "institutions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_own_notes_meetings_InstitutionId_MeetingId",
                        columns: x => new { x.InstitutionId, x.MeetingId },
                        principalTable: "meetings",
                        principalColumns: new[] { "InstitutionId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_own_notes_people_InstitutionId_By",
                        columns: x => new { x.InstitutionId, x.By },
                        principalTable: "people",
                        principalColumns: new[] { "InstitutionId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_acceptances_InstitutionId_PersonId",
                table: "acceptances",
                columns: new[] { "InstitutionId", "PersonId" });

            migrationBuilder.CreateIndex(
                name: "IX_acceptances_InstitutionId_ProgrammeId_PersonId_Version",
                table: "acceptances",
                columns: new[] { "InstitutionId", "ProgrammeId", "PersonId", "Version" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_account_claims_UserId",
                table: "account_claims",
                column: "UserId");

            migrationBuilder.CreateIndex(
                name: "IX_account_logins_UserId",
                table: "account_logins",
                column: "UserId");

            migrationBuilder.CreateIndex(
                name: "IX_account_passkeys_UserId",
                table: "account_passkeys",
                column: "UserId");

            migrationBuilder.CreateIndex(
                name: "IX_accounts_InstitutionId_PersonId",
                table: "accounts",
                columns: new[] { "InstitutionId", "PersonId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_accounts_NormalizedUserName",
                table: "accounts",
                column: "NormalizedUserName",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_answers_InstitutionId_EnrolmentId_QuestionId",
                table: "answers",
                columns: new[] { "InstitutionId", "EnrolmentId", "QuestionId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_answers_InstitutionId_QuestionId",
                table: "answers",
                columns: new[] { "InstitutionId", "QuestionId" });

            migrationBuilder.CreateIndex(
                name: "IX_change_requests_InstitutionId_By",
                table: "change_requests",
                columns: new[] { "InstitutionId", "By" });

            migrationBuilder.CreateIndex(
                name: "IX_change_requests_InstitutionId_MentorshipId",
                table: "change_requests",
                columns: new[] { "InstitutionId", "MentorshipId" });

            migrationBuilder.CreateIndex(
                name: "IX_cohorts_InstitutionId_ProgrammeId",
                table: "cohorts",
                columns: new[] { "InstitutionId", "ProgrammeId" });

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
                name: "IX_conflicts_InstitutionId_CohortId_One_Other",
                table: "conflicts",
                columns: new[] { "InstitutionId", "CohortId", "One", "Other" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_conflicts_InstitutionId_One",
                table: "conflicts",
                columns: new[] { "InstitutionId", "One" });

            migrationBuilder.CreateIndex(
                name: "IX_conflicts_InstitutionId_Other",
                table: "conflicts",
                columns: new[] { "InstitutionId", "Other" });

            migrationBuilder.CreateIndex(
                name: "IX_door_knocks_InstitutionId_At",
                table: "door_knocks",
                columns: new[] { "InstitutionId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_enrolments_InstitutionId_CohortId_PersonId_Part",
                table: "enrolments",
                columns: new[] { "InstitutionId", "CohortId", "PersonId", "Part" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_enrolments_InstitutionId_PersonId",
                table: "enrolments",
                columns: new[] { "InstitutionId", "PersonId" });

            migrationBuilder.CreateIndex(
                name: "IX_forbids_InstitutionId_CohortId_MenteeId_MentorId",
                table: "forbids",
                columns: new[] { "InstitutionId", "CohortId", "MenteeId", "MentorId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_forbids_InstitutionId_MenteeId",
                table: "forbids",
                columns: new[] { "InstitutionId", "MenteeId" });

            migrationBuilder.CreateIndex(
                name: "IX_forbids_InstitutionId_MentorId",
                table: "forbids",
                columns: new[] { "InstitutionId", "MentorId" });

            migrationBuilder.CreateIndex(
                name: "IX_goal_comments_InstitutionId_By",
                table: "goal_comments",
                columns: new[] { "InstitutionId", "By" });

            migrationBuilder.CreateIndex(
                name: "IX_goal_comments_InstitutionId_GoalId",
                table: "goal_comments",
                columns: new[] { "InstitutionId", "GoalId" });

            migrationBuilder.CreateIndex(
                name: "IX_goal_suggestions_InstitutionId_By",
                table: "goal_suggestions",
                columns: new[] { "InstitutionId", "By" });

            migrationBuilder.CreateIndex(
                name: "IX_goal_suggestions_InstitutionId_GoalId",
                table: "goal_suggestions",
                columns: new[] { "InstitutionId", "GoalId" });

            migrationBuilder.CreateIndex(
                name: "IX_goal_suggestions_InstitutionId_MentorshipId",
                table: "goal_suggestions",
                columns: new[] { "InstitutionId", "MentorshipId" });

            migrationBuilder.CreateIndex(
                name: "IX_goals_InstitutionId_MenteeId",
                table: "goals",
                columns: new[] { "InstitutionId", "MenteeId" });

            migrationBuilder.CreateIndex(
                name: "IX_goals_InstitutionId_MentorshipId",
                table: "goals",
                columns: new[] { "InstitutionId", "MentorshipId" });

            migrationBuilder.CreateIndex(
                name: "IX_ground_rules_InstitutionId_ProgrammeId_Version",
                table: "ground_rules",
                columns: new[] { "InstitutionId", "ProgrammeId", "Version" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_helps_best_InstitutionId_CohortId_MentorId_QuestionId",
                table: "helps_best",
                columns: new[] { "InstitutionId", "CohortId", "MentorId", "QuestionId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_helps_best_InstitutionId_MentorId",
                table: "helps_best",
                columns: new[] { "InstitutionId", "MentorId" });

            migrationBuilder.CreateIndex(
                name: "IX_helps_best_InstitutionId_QuestionId",
                table: "helps_best",
                columns: new[] { "InstitutionId", "QuestionId" });

            migrationBuilder.CreateIndex(
                name: "IX_import_drafts_InstitutionId_By",
                table: "import_drafts",
                columns: new[] { "InstitutionId", "By" });

            migrationBuilder.CreateIndex(
                name: "IX_import_files_InstitutionId_DraftId",
                table: "import_files",
                columns: new[] { "InstitutionId", "DraftId" });

            migrationBuilder.CreateIndex(
                name: "IX_institutions_Host",
                table: "institutions",
                column: "Host",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_invitation_links_InstitutionId_Hash",
                table: "invitation_links",
                columns: new[] { "InstitutionId", "Hash" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_invitation_links_InstitutionId_InvitationId",
                table: "invitation_links",
                columns: new[] { "InstitutionId", "InvitationId" });

            migrationBuilder.CreateIndex(
                name: "IX_journal_InstitutionId_Subject",
                table: "journal",
                columns: new[] { "InstitutionId", "Subject" });

            migrationBuilder.CreateIndex(
                name: "IX_meeting_answers_InstitutionId_By",
                table: "meeting_answers",
                columns: new[] { "InstitutionId", "By" });

            migrationBuilder.CreateIndex(
                name: "IX_meeting_answers_InstitutionId_MeetingId_By_Again",
                table: "meeting_answers",
                columns: new[] { "InstitutionId", "MeetingId", "By", "Again" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_meetings_InstitutionId_At",
                table: "meetings",
                columns: new[] { "InstitutionId", "At" },
                filter: "\"ClosedAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_meetings_InstitutionId_By",
                table: "meetings",
                columns: new[] { "InstitutionId", "By" });

            migrationBuilder.CreateIndex(
                name: "IX_meetings_InstitutionId_MentorshipId",
                table: "meetings",
                columns: new[] { "InstitutionId", "MentorshipId" },
                unique: true,
                filter: "\"FollowedAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_meetings_InstitutionId_MentorshipId_MadeAt",
                table: "meetings",
                columns: new[] { "InstitutionId", "MentorshipId", "MadeAt" });

            migrationBuilder.CreateIndex(
                name: "IX_mentor_requests_InstitutionId_CohortId_MenteeId_MentorId",
                table: "mentor_requests",
                columns: new[] { "InstitutionId", "CohortId", "MenteeId", "MentorId" },
                unique: true,
                filter: "\"State\" = 0");

            migrationBuilder.CreateIndex(
                name: "IX_mentor_requests_InstitutionId_MenteeId",
                table: "mentor_requests",
                columns: new[] { "InstitutionId", "MenteeId" });

            migrationBuilder.CreateIndex(
                name: "IX_mentor_requests_InstitutionId_MentorId",
                table: "mentor_requests",
                columns: new[] { "InstitutionId", "MentorId" });

            migrationBuilder.CreateIndex(
                name: "IX_mentor_requests_InstitutionId_State_At",
                table: "mentor_requests",
                columns: new[] { "InstitutionId", "State", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_mentorships_InstitutionId_BeganAt",
                table: "mentorships",
                columns: new[] { "InstitutionId", "BeganAt" },
                filter: "\"EndedAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_mentorships_InstitutionId_CohortId_MenteeId",
                table: "mentorships",
                columns: new[] { "InstitutionId", "CohortId", "MenteeId" },
                unique: true,
                filter: "\"EndedAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_mentorships_InstitutionId_MenteeId",
                table: "mentorships",
                columns: new[] { "InstitutionId", "MenteeId" });

            migrationBuilder.CreateIndex(
                name: "IX_mentorships_InstitutionId_MentorId",
                table: "mentorships",
                columns: new[] { "InstitutionId", "MentorId" });

            migrationBuilder.CreateIndex(
                name: "IX_mentorships_InstitutionId_ProgrammeId",
                table: "mentorships",
                columns: new[] { "InstitutionId", "ProgrammeId" });

            migrationBuilder.CreateIndex(
                name: "IX_notices_InstitutionId_Batch",
                table: "notices",
                columns: new[] { "InstitutionId", "Batch" });

            migrationBuilder.CreateIndex(
                name: "IX_notices_InstitutionId_PersonId_MadeAt",
                table: "notices",
                columns: new[] { "InstitutionId", "PersonId", "MadeAt" });

            migrationBuilder.CreateIndex(
                name: "IX_notices_InstitutionId_Travel_NotBefore",
                table: "notices",
                columns: new[] { "InstitutionId", "Travel", "NotBefore" });

            migrationBuilder.CreateIndex(
                name: "IX_own_notes_InstitutionId_By",
                table: "own_notes",
                columns: new[] { "InstitutionId", "By" });

            migrationBuilder.CreateIndex(
                name: "IX_own_notes_InstitutionId_MeetingId_By",
                table: "own_notes",
                columns: new[] { "InstitutionId", "MeetingId", "By" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_people_InstitutionId_AddressKey",
                table: "people",
                columns: new[] { "InstitutionId", "AddressKey" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_people_InstitutionId_Number",
                table: "people",
                columns: new[] { "InstitutionId", "Number" });

            migrationBuilder.CreateIndex(
                name: "IX_phone_shares_InstitutionId_MentorshipId_PersonId",
                table: "phone_shares",
                columns: new[] { "InstitutionId", "MentorshipId", "PersonId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_phone_shares_InstitutionId_PersonId",
                table: "phone_shares",
                columns: new[] { "InstitutionId", "PersonId" });

            migrationBuilder.CreateIndex(
                name: "IX_pins_InstitutionId_CohortId_MenteeId",
                table: "pins",
                columns: new[] { "InstitutionId", "CohortId", "MenteeId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_pins_InstitutionId_MenteeId",
                table: "pins",
                columns: new[] { "InstitutionId", "MenteeId" });

            migrationBuilder.CreateIndex(
                name: "IX_pins_InstitutionId_MentorId",
                table: "pins",
                columns: new[] { "InstitutionId", "MentorId" });

            migrationBuilder.CreateIndex(
                name: "IX_questions_InstitutionId_CohortId_Key",
                table: "questions",
                columns: new[] { "InstitutionId", "CohortId", "Key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_recommendations_InstitutionId_CohortId_MenteeId_MentorId_ByPerson",
                table: "recommendations",
                columns: new[] { "InstitutionId", "CohortId", "MenteeId", "MentorId", "ByPerson" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_recommendations_InstitutionId_InvitationId",
                table: "recommendations",
                columns: new[] { "InstitutionId", "InvitationId" });

            migrationBuilder.CreateIndex(
                name: "IX_recommendations_InstitutionId_MenteeId",
                table: "recommendations",
                columns: new[] { "InstitutionId", "MenteeId" });

            migrationBuilder.CreateIndex(
                name: "IX_recommendations_InstitutionId_MentorId",
                table: "recommendations",
                columns: new[] { "InstitutionId", "MentorId" });

            migrationBuilder.CreateIndex(
                name: "IX_recommender_invitations_InstitutionId_CohortId",
                table: "recommender_invitations",
                columns: new[] { "InstitutionId", "CohortId" });

            migrationBuilder.CreateIndex(
                name: "IX_recommender_invitations_InstitutionId_PersonId",
                table: "recommender_invitations",
                columns: new[] { "InstitutionId", "PersonId" });

            migrationBuilder.CreateIndex(
                name: "IX_recommenders_InstitutionId_CohortId_PersonId",
                table: "recommenders",
                columns: new[] { "InstitutionId", "CohortId", "PersonId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_recommenders_InstitutionId_PersonId",
                table: "recommenders",
                columns: new[] { "InstitutionId", "PersonId" });

            migrationBuilder.CreateIndex(
                name: "IX_reminders_InstitutionId_MentorshipId",
                table: "reminders",
                columns: new[] { "InstitutionId", "MentorshipId" });

            migrationBuilder.CreateIndex(
                name: "IX_reminders_InstitutionId_PersonId_At",
                table: "reminders",
                columns: new[] { "InstitutionId", "PersonId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_round_inputs_InstitutionId_RoundId",
                table: "round_inputs",
                columns: new[] { "InstitutionId", "RoundId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_round_pairs_InstitutionId_MenteeId",
                table: "round_pairs",
                columns: new[] { "InstitutionId", "MenteeId" });

            migrationBuilder.CreateIndex(
                name: "IX_round_pairs_InstitutionId_MentorId",
                table: "round_pairs",
                columns: new[] { "InstitutionId", "MentorId" });

            migrationBuilder.CreateIndex(
                name: "IX_round_pairs_InstitutionId_RoundId_MenteeId",
                table: "round_pairs",
                columns: new[] { "InstitutionId", "RoundId", "MenteeId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_round_unmatched_InstitutionId_MenteeId",
                table: "round_unmatched",
                columns: new[] { "InstitutionId", "MenteeId" });

            migrationBuilder.CreateIndex(
                name: "IX_round_unmatched_InstitutionId_RoundId_MenteeId",
                table: "round_unmatched",
                columns: new[] { "InstitutionId", "RoundId", "MenteeId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_rounds_InstitutionId_CohortId",
                table: "rounds",
                columns: new[] { "InstitutionId", "CohortId" },
                unique: true,
                filter: "\"State\" <> 2");

            migrationBuilder.CreateIndex(
                name: "IX_rounds_InstitutionId_ProgrammeId",
                table: "rounds",
                columns: new[] { "InstitutionId", "ProgrammeId" });

            migrationBuilder.CreateIndex(
                name: "IX_sign_in_links_InstitutionId_Hash",
                table: "sign_in_links",
                columns: new[] { "InstitutionId", "Hash" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_sign_in_links_InstitutionId_PersonId",
                table: "sign_in_links",
                columns: new[] { "InstitutionId", "PersonId" });

            migrationBuilder.CreateIndex(
                name: "IX_signed_in_devices_InstitutionId_PersonId",
                table: "signed_in_devices",
                columns: new[] { "InstitutionId", "PersonId" });

            migrationBuilder.CreateIndex(
                name: "IX_talking_points_InstitutionId_By",
                table: "talking_points",
                columns: new[] { "InstitutionId", "By" });

            migrationBuilder.CreateIndex(
                name: "IX_talking_points_InstitutionId_MentorshipId_At",
                table: "talking_points",
                columns: new[] { "InstitutionId", "MentorshipId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_term_dates_InstitutionId_Until",
                table: "term_dates",
                columns: new[] { "InstitutionId", "Until" });

            migrationBuilder.CreateIndex(
                name: "IX_unsorted_recommendations_InstitutionId_CohortId",
                table: "unsorted_recommendations",
                columns: new[] { "InstitutionId", "CohortId" });

            migrationBuilder.CreateIndex(
                name: "IX_wishes_InstitutionId_CohortId_From_FromPart_To",
                table: "wishes",
                columns: new[] { "InstitutionId", "CohortId", "From", "FromPart", "To" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_wishes_InstitutionId_From",
                table: "wishes",
                columns: new[] { "InstitutionId", "From" });

            migrationBuilder.CreateIndex(
                name: "IX_wishes_InstitutionId_To",
                table: "wishes",
                columns: new[] { "InstitutionId", "To" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "acceptances");

            migrationBuilder.DropTable(
                name: "account_claims");

            migrationBuilder.DropTable(
                name: "account_logins");

            migrationBuilder.DropTable(
                name: "account_passkeys");

            migrationBuilder.DropTable(
                name: "account_tokens");

            migrationBuilder.DropTable(
                name: "answers");

            migrationBuilder.DropTable(
                name: "change_requests");

            migrationBuilder.DropTable(
                name: "comforts");

            migrationBuilder.DropTable(
                name: "conflicts");

            migrationBuilder.DropTable(
                name: "data_protection_keys");

            migrationBuilder.DropTable(
                name: "door_knocks");

            migrationBuilder.DropTable(
                name: "forbids");

            migrationBuilder.DropTable(
                name: "goal_comments");

            migrationBuilder.DropTable(
                name: "goal_suggestions");

            migrationBuilder.DropTable(
                name: "ground_rules");

            migrationBuilder.DropTable(
                name: "helps_best");

            migrationBuilder.DropTable(
                name: "import_files");

            migrationBuilder.DropTable(
                name: "invitation_links");

            migrationBuilder.DropTable(
                name: "journal");

            migrationBuilder.DropTable(
                name: "meeting_answers");

            migrationBuilder.DropTable(
                name: "mentor_requests");

            migrationBuilder.DropTable(
                name: "notices");

            migrationBuilder.DropTable(
                name: "own_notes");

            migrationBuilder.DropTable(
                name: "phone_shares");

            migrationBuilder.DropTable(
                name: "pins");

            migrationBuilder.DropTable(
                name: "recommendations");

            migrationBuilder.DropTable(
                name: "recommenders");

            migrationBuilder.DropTable(
                name: "reminders");

            migrationBuilder.DropTable(
                name: "round_inputs");

            migrationBuilder.DropTable(
                name: "round_pairs");

            migrationBuilder.DropTable(
                name: "round_unmatched");

            migrationBuilder.DropTable(
                name: "sign_in_links");

            migrationBuilder.DropTable(
                name: "signed_in_devices");

            migrationBuilder.DropTable(
                name: "talking_points");

            migrationBuilder.DropTable(
                name: "term_dates");

            migrationBuilder.DropTable(
                name: "unsorted_recommendations");

            migrationBuilder.DropTable(
                name: "wishes");

            migrationBuilder.DropTable(
                name: "written_forms");

            migrationBuilder.DropTable(
                name: "accounts");

            migrationBuilder.DropTable(
                name: "enrolments");

            migrationBuilder.DropTable(
                name: "goals");

            migrationBuilder.DropTable(
                name: "questions");

            migrationBuilder.DropTable(
                name: "import_drafts");

            migrationBuilder.DropTable(
                name: "meetings");

            migrationBuilder.DropTable(
                name: "recommender_invitations");

            migrationBuilder.DropTable(
                name: "rounds");

            migrationBuilder.DropTable(
                name: "mentorships");

            migrationBuilder.DropTable(
                name: "cohorts");

            migrationBuilder.DropTable(
                name: "people");

            migrationBuilder.DropTable(
                name: "programmes");

            migrationBuilder.DropTable(
                name: "institutions");
        }
    }
}
