using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Outreach.Storage.Migrations
{
    /// <inheritdoc />
    public partial class FoldersCountedAndAliasKeys : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "alias_key",
                table: "help_cases",
                type: "character varying(48)",
                maxLength: 48,
                nullable: false,
                defaultValue: "");

            // The default was for rows that are there already; help tables have none.
            migrationBuilder.Sql("ALTER TABLE help_cases ALTER COLUMN alias_key DROP DEFAULT;");

            migrationBuilder.CreateIndex(
                name: "IX_help_cases_state_topic_priority_assigned_to",
                table: "help_cases",
                columns: new[] { "state", "topic", "priority", "assigned_to" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_help_cases_state_topic_priority_assigned_to",
                table: "help_cases");

            migrationBuilder.DropColumn(
                name: "alias_key",
                table: "help_cases");
        }
    }
}
