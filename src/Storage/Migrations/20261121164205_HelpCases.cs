using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Outreach.Storage.Migrations
{
    /// <inheritdoc />
    public partial class HelpCases : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "case_aliases",
                columns: table => new
                {
                    alias = table.Column<string>(type: "character varying(48)", maxLength: 48, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_case_aliases", x => x.alias);
                });

            migrationBuilder.CreateTable(
                name: "case_counts",
                columns: table => new
                {
                    month = table.Column<int>(type: "integer", nullable: false),
                    topic = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    outcome = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    priority = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    first_reply = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    count = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_case_counts", x => new { x.month, x.topic, x.outcome, x.priority, x.first_reply });
                });

            migrationBuilder.CreateTable(
                name: "erasures",
                columns: table => new
                {
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    on = table.Column<DateOnly>(type: "date", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_erasures", x => x.case_id);
                    table.CheckConstraint("ck_erasures_case_id_random", "substr(case_id::text, 15, 1) = '4'");
                });

            migrationBuilder.CreateTable(
                name: "help_cases",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    alias = table.Column<string>(type: "character varying(48)", maxLength: 48, nullable: false),
                    colour = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    mode = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    topic = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    language = table.Column<string>(type: "character varying(8)", maxLength: 8, nullable: false),
                    consent = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    danger = table.Column<bool>(type: "boolean", nullable: false),
                    received_on = table.Column<DateOnly>(type: "date", nullable: false),
                    priority = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    state = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    assigned_to = table.Column<Guid>(type: "uuid", nullable: true),
                    urgent_since = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    last_on = table.Column<DateOnly>(type: "date", nullable: false),
                    first_reply = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    outcome = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    closed_on = table.Column<DateOnly>(type: "date", nullable: true),
                    epoch = table.Column<int>(type: "integer", nullable: false),
                    wrapped_key = table.Column<byte[]>(type: "bytea", nullable: false),
                    code_key = table.Column<byte[]>(type: "bytea", nullable: false),
                    alarms = table.Column<int>(type: "integer", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_help_cases", x => x.id);
                    table.CheckConstraint("ck_help_cases_id_random", "substr(id::text, 15, 1) = '4'");
                });

            migrationBuilder.CreateTable(
                name: "receipt_epochs",
                columns: table => new
                {
                    epoch = table.Column<int>(type: "integer", nullable: false),
                    salt = table.Column<byte[]>(type: "bytea", maxLength: 32, nullable: false),
                    public_key = table.Column<byte[]>(type: "bytea", nullable: true),
                    retired_on = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_receipt_epochs", x => x.epoch);
                });

            migrationBuilder.CreateTable(
                name: "case_links",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    @sealed = table.Column<byte[]>(name: "sealed", type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_case_links", x => x.id);
                    table.CheckConstraint("ck_case_links_case_id_random", "substr(case_id::text, 15, 1) = '4'");
                    table.CheckConstraint("ck_case_links_id_random", "substr(id::text, 15, 1) = '4'");
                    table.ForeignKey(
                        name: "FK_case_links_help_cases_case_id",
                        column: x => x.case_id,
                        principalTable: "help_cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "case_readers",
                columns: table => new
                {
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    staff_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_case_readers", x => new { x.case_id, x.staff_id });
                    table.CheckConstraint("ck_case_readers_case_id_random", "substr(case_id::text, 15, 1) = '4'");
                    table.ForeignKey(
                        name: "FK_case_readers_help_cases_case_id",
                        column: x => x.case_id,
                        principalTable: "help_cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "case_referrals",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    partner_id = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    on = table.Column<DateOnly>(type: "date", nullable: false),
                    agreed = table.Column<bool>(type: "boolean", nullable: true),
                    outcome = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_case_referrals", x => x.id);
                    table.CheckConstraint("ck_case_referrals_case_id_random", "substr(case_id::text, 15, 1) = '4'");
                    table.CheckConstraint("ck_case_referrals_id_random", "substr(id::text, 15, 1) = '4'");
                    table.ForeignKey(
                        name: "FK_case_referrals_help_cases_case_id",
                        column: x => x.case_id,
                        principalTable: "help_cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "case_reports",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    rule = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    to = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    on = table.Column<DateOnly>(type: "date", nullable: false),
                    staff_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_case_reports", x => x.id);
                    table.CheckConstraint("ck_case_reports_case_id_random", "substr(case_id::text, 15, 1) = '4'");
                    table.CheckConstraint("ck_case_reports_id_random", "substr(id::text, 15, 1) = '4'");
                    table.ForeignKey(
                        name: "FK_case_reports_help_cases_case_id",
                        column: x => x.case_id,
                        principalTable: "help_cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "case_texts",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    author = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    staff_id = table.Column<Guid>(type: "uuid", nullable: true),
                    @sealed = table.Column<byte[]>(name: "sealed", type: "bytea", nullable: false),
                    on = table.Column<DateOnly>(type: "date", nullable: false),
                    delivery = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_case_texts", x => x.id);
                    table.CheckConstraint("ck_case_texts_case_id_random", "substr(case_id::text, 15, 1) = '4'");
                    table.CheckConstraint("ck_case_texts_id_random", "substr(id::text, 15, 1) = '4'");
                    table.ForeignKey(
                        name: "FK_case_texts_help_cases_case_id",
                        column: x => x.case_id,
                        principalTable: "help_cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "receipts",
                columns: table => new
                {
                    lookup = table.Column<byte[]>(type: "bytea", maxLength: 32, nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    epoch = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_receipts", x => x.lookup);
                    table.CheckConstraint("ck_receipts_case_id_random", "substr(case_id::text, 15, 1) = '4'");
                    table.ForeignKey(
                        name: "FK_receipts_help_cases_case_id",
                        column: x => x.case_id,
                        principalTable: "help_cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_case_links_case_id",
                table: "case_links",
                column: "case_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_case_referrals_case_id",
                table: "case_referrals",
                column: "case_id");

            migrationBuilder.CreateIndex(
                name: "IX_case_reports_case_id",
                table: "case_reports",
                column: "case_id");

            migrationBuilder.CreateIndex(
                name: "IX_case_texts_case_id_number",
                table: "case_texts",
                columns: new[] { "case_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_case_texts_delivery",
                table: "case_texts",
                column: "delivery",
                filter: "delivery IN ('Held', 'Queued', 'InDoubt')");

            migrationBuilder.CreateIndex(
                name: "IX_help_cases_alias",
                table: "help_cases",
                column: "alias",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_help_cases_epoch",
                table: "help_cases",
                column: "epoch");

            migrationBuilder.CreateIndex(
                name: "IX_help_cases_priority_state_last_on_id",
                table: "help_cases",
                columns: new[] { "priority", "state", "last_on", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_help_cases_state_assigned_to_last_on_id",
                table: "help_cases",
                columns: new[] { "state", "assigned_to", "last_on", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_help_cases_state_last_on_id",
                table: "help_cases",
                columns: new[] { "state", "last_on", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_receipts_case_id",
                table: "receipts",
                column: "case_id");

            migrationBuilder.CreateIndex(
                name: "IX_receipts_epoch",
                table: "receipts",
                column: "epoch");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "case_aliases");

            migrationBuilder.DropTable(
                name: "case_counts");

            migrationBuilder.DropTable(
                name: "case_links");

            migrationBuilder.DropTable(
                name: "case_readers");

            migrationBuilder.DropTable(
                name: "case_referrals");

            migrationBuilder.DropTable(
                name: "case_reports");

            migrationBuilder.DropTable(
                name: "case_texts");

            migrationBuilder.DropTable(
                name: "erasures");

            migrationBuilder.DropTable(
                name: "receipt_epochs");

            migrationBuilder.DropTable(
                name: "receipts");

            migrationBuilder.DropTable(
                name: "help_cases");
        }
    }
}
