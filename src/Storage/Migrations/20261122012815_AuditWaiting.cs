using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Outreach.Storage.Migrations
{
    /// <inheritdoc />
    public partial class AuditWaiting : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "audit_waiting",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    on = table.Column<DateOnly>(type: "date", nullable: false),
                    staff_id = table.Column<Guid>(type: "uuid", nullable: true),
                    action = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    source = table.Column<string>(type: "character varying(128)", maxLength: 128, nullable: true),
                    key_id = table.Column<short>(type: "smallint", nullable: false),
                    mac = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_audit_waiting", x => x.id);
                    table.CheckConstraint("ck_audit_waiting_case_id_random", "substr(case_id::text, 15, 1) = '4'");
                    table.CheckConstraint("ck_audit_waiting_id_random", "substr(id::text, 15, 1) = '4'");
                });

            // Lines come and are moved on; none is changed.
            migrationBuilder.Sql("CREATE TRIGGER audit_waiting_is_not_changed BEFORE UPDATE ON audit_waiting FOR EACH ROW EXECUTE FUNCTION refuse_audit_change()");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "audit_waiting");
        }
    }
}
