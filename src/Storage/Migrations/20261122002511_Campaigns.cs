using System;
using System.Collections.Generic;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Outreach.Storage.Migrations
{
    /// <inheritdoc />
    public partial class Campaigns : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<short>(
                name: "quiet_from",
                table: "subscribers",
                type: "smallint",
                nullable: true);

            migrationBuilder.AddColumn<short>(
                name: "quiet_to",
                table: "subscribers",
                type: "smallint",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "withdrawn_because",
                table: "subscribers",
                type: "character varying(16)",
                maxLength: 16,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "campaigns",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    title = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    content_id = table.Column<string>(type: "character varying(48)", maxLength: 48, nullable: true),
                    state = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    plan = table.Column<string>(type: "text", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    author_id = table.Column<Guid>(type: "uuid", nullable: true),
                    submitted_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    approved_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    changed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_campaigns", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "deliveries",
                columns: table => new
                {
                    broadcast_id = table.Column<Guid>(type: "uuid", nullable: false),
                    subscriber_id = table.Column<Guid>(type: "uuid", nullable: false),
                    channel = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    state = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    cause = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: true),
                    attempts = table.Column<short>(type: "smallint", nullable: false),
                    fence = table.Column<long>(type: "bigint", nullable: true),
                    not_before = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    settled_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    doubted_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_deliveries", x => new { x.broadcast_id, x.subscriber_id });
                });

            migrationBuilder.CreateTable(
                name: "sender_leases",
                columns: table => new
                {
                    channel = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    holder = table.Column<Guid>(type: "uuid", nullable: false),
                    fence = table.Column<long>(type: "bigint", nullable: false),
                    expires_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    backend_pid = table.Column<int>(type: "integer", nullable: false),
                    backend_start = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sender_leases", x => x.channel);
                });

            migrationBuilder.CreateTable(
                name: "broadcasts",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    campaign_id = table.Column<Guid>(type: "uuid", nullable: false),
                    planned_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    state = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    paused_because = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: true),
                    plan = table.Column<string>(type: "text", nullable: false),
                    quiet_from = table.Column<short>(type: "smallint", nullable: true),
                    quiet_to = table.Column<short>(type: "smallint", nullable: true),
                    cap_days = table.Column<short>(type: "smallint", nullable: false),
                    lists_doubts = table.Column<bool>(type: "boolean", nullable: false),
                    started_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    topics = table.Column<List<string>>(type: "text[]", nullable: false),
                    ended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_broadcasts", x => x.id);
                    table.ForeignKey(
                        name: "FK_broadcasts_campaigns_campaign_id",
                        column: x => x.campaign_id,
                        principalTable: "campaigns",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_broadcasts_campaign_id_planned_at",
                table: "broadcasts",
                columns: new[] { "campaign_id", "planned_at" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_deliveries_doubted",
                table: "deliveries",
                column: "broadcast_id",
                filter: "doubted_at IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_deliveries_open",
                table: "deliveries",
                columns: new[] { "broadcast_id", "channel", "state", "not_before" },
                filter: "state IN ('Pending', 'Reserved', 'Sending')");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "broadcasts");

            migrationBuilder.DropTable(
                name: "deliveries");

            migrationBuilder.DropTable(
                name: "sender_leases");

            migrationBuilder.DropTable(
                name: "campaigns");

            migrationBuilder.DropColumn(
                name: "quiet_from",
                table: "subscribers");

            migrationBuilder.DropColumn(
                name: "quiet_to",
                table: "subscribers");

            migrationBuilder.DropColumn(
                name: "withdrawn_because",
                table: "subscribers");
        }
    }
}
