using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Rabta.Platform.Database.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class NamesByLanguage : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "NameKeys",
                table: "people",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Names",
                table: "people",
                type: "TEXT",
                nullable: false,
                defaultValue: "{}");

            // Until now the name in the other script was the Urdu one. The keys are filled by our code (FillKeys): SQL can't fold letters.
            migrationBuilder.Sql("""UPDATE people SET "Names" = json_object('ur', "NameUrdu") WHERE "NameUrdu" <> '' """);
            migrationBuilder.RenameColumn(
                name: "NameUrdu",
                table: "people",
                newName: "NumberKey");
            migrationBuilder.Sql("""UPDATE people SET "NumberKey" = NULL""");

            // Until now a notice said everything twice, for English and for Urdu; a last one by itself was a number or a reason.
            migrationBuilder.Sql("""UPDATE notices SET "Values" = (SELECT json_group_array(json(CASE WHEN u.value IS NULL THEN json_object('', e.value) ELSE json_object('en', e.value, 'ur', u.value) END) ORDER BY e.key) FROM json_each(notices."Values") e LEFT JOIN json_each(notices."Values") u ON u.key = e.key + 1 WHERE e.key % 2 = 0)""");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "NameKeys",
                table: "people");

            migrationBuilder.Sql("""UPDATE people SET "NumberKey" = json_extract("Names", '$.ur')""");
            migrationBuilder.RenameColumn(
                name: "NumberKey",
                table: "people",
                newName: "NameUrdu");

            migrationBuilder.DropColumn(
                name: "Names",
                table: "people");

            migrationBuilder.Sql("""UPDATE notices SET "Values" = (SELECT json_group_array(said ORDER BY at, nth) FROM (SELECT key AS at, 0 AS nth, coalesce(value ->> '$.en', value ->> '$.""', value ->> '$.ur') AS said FROM json_each(notices."Values") UNION ALL SELECT key, 1, coalesce(value ->> '$.ur', value ->> '$.""', value ->> '$.en') FROM json_each(notices."Values") WHERE json_remove(value, '$.""') <> '{}'))""");
        }
    }
}
