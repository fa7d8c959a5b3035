using System.Collections.Generic;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Rabta.Platform.Database.Migrations.Postgres
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
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Names",
                table: "people",
                type: "text",
                nullable: false,
                defaultValue: "{}");

            // Until now the name in the other script was the Urdu one. The keys are filled by our code (FillKeys): SQL can't fold letters.
            migrationBuilder.Sql("""UPDATE people SET "Names" = json_build_object('ur', "NameUrdu")::text WHERE "NameUrdu" <> '' """);
            migrationBuilder.RenameColumn(
                name: "NameUrdu",
                table: "people",
                newName: "NumberKey");
            migrationBuilder.Sql("""UPDATE people SET "NumberKey" = NULL""");

            // Until now a notice said everything twice, for English and for Urdu; a last one by itself was a number or a reason.
            migrationBuilder.RenameColumn(
                name: "Values",
                table: "notices",
                newName: "Twice");
            migrationBuilder.AddColumn<string>(
                name: "Values",
                table: "notices",
                type: "text",
                nullable: false,
                defaultValue: "[]");
            migrationBuilder.Sql("""UPDATE notices SET "Values" = (SELECT coalesce(json_agg(CASE WHEN 2 * i + 2 > cardinality("Twice") THEN json_build_object('', "Twice"[2 * i + 1]) ELSE json_build_object('en', "Twice"[2 * i + 1], 'ur', "Twice"[2 * i + 2]) END ORDER BY i), '[]')::text FROM generate_series(0, (cardinality("Twice") - 1) / 2) i WHERE 2 * i + 1 <= cardinality("Twice"))""");
            migrationBuilder.DropColumn(
                name: "Twice",
                table: "notices");
            migrationBuilder.AlterColumn<string>(
                name: "Values",
                table: "notices",
                type: "text",
                nullable: false,
                oldClrType: typeof(string),
                oldType: "text",
                oldDefaultValue: "[]");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "NameKeys",
                table: "people");

            migrationBuilder.Sql("""UPDATE people SET "NumberKey" = "Names"::json ->> 'ur'""");
            migrationBuilder.RenameColumn(
                name: "NumberKey",
                table: "people",
                newName: "NameUrdu");

            migrationBuilder.DropColumn(
                name: "Names",
                table: "people");

            migrationBuilder.RenameColumn(
                name: "Values",
                table: "notices",
                newName: "Once");
            migrationBuilder.AddColumn<List<string>>(
                name: "Values",
                table: "notices",
                type: "text[]",
                nullable: false,
                defaultValueSql: "'{}'");
            migrationBuilder.Sql("""UPDATE notices SET "Values" = (SELECT coalesce(array_agg(said ORDER BY at, nth), '{}') FROM (SELECT at, 0 AS nth, coalesce(v ->> 'en', v ->> '', v ->> 'ur') AS said FROM json_array_elements("Once"::json) WITH ORDINALITY AS e(v, at) UNION ALL SELECT at, 1, coalesce(v ->> 'ur', v ->> '', v ->> 'en') FROM json_array_elements("Once"::json) WITH ORDINALITY AS e(v, at) WHERE v::jsonb - '' <> '{}'::jsonb) each)""");
            migrationBuilder.DropColumn(
                name: "Once",
                table: "notices");
        }
    }
}
