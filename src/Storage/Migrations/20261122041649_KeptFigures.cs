using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Outreach.Storage.Migrations
{
    /// <inheritdoc />
    public partial class KeptFigures : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "silent_until",
                table: "sender_leases",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "doubts",
                table: "broadcasts",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "left_asked",
                table: "broadcasts",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "left_blocked",
                table: "broadcasts",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "summed_at",
                table: "broadcasts",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "delivery_sums",
                columns: table => new
                {
                    broadcast_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    state = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    cause = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: true),
                    channel = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    hour = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    count = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_delivery_sums", x => new { x.broadcast_id, x.number });
                    table.ForeignKey(
                        name: "FK_delivery_sums_broadcasts_broadcast_id",
                        column: x => x.broadcast_id,
                        principalTable: "broadcasts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "last_sent",
                columns: table => new
                {
                    subscriber_id = table.Column<Guid>(type: "uuid", nullable: false),
                    sent_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_last_sent", x => x.subscriber_id);
                    table.ForeignKey(
                        name: "FK_last_sent_subscribers_subscriber_id",
                        column: x => x.subscriber_id,
                        principalTable: "subscribers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "delivery_sums");

            migrationBuilder.DropTable(
                name: "last_sent");

            migrationBuilder.DropColumn(
                name: "silent_until",
                table: "sender_leases");

            migrationBuilder.DropColumn(
                name: "doubts",
                table: "broadcasts");

            migrationBuilder.DropColumn(
                name: "left_asked",
                table: "broadcasts");

            migrationBuilder.DropColumn(
                name: "left_blocked",
                table: "broadcasts");

            migrationBuilder.DropColumn(
                name: "summed_at",
                table: "broadcasts");
        }
    }
}
