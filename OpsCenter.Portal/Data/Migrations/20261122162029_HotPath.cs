using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace OpsCenter.Portal.Data.Migrations
{
    /// <inheritdoc />
    public partial class HotPath : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "burst",
                table: "machine_credentials",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "last_used_at",
                table: "machine_credentials",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "permits_per_second",
                table: "machine_credentials",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "requires_job_key",
                table: "machine_credentials",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<Guid>(
                name: "rotated_from",
                table: "machine_credentials",
                type: "uuid",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "ix_machine_credentials_rotated_from",
                table: "machine_credentials",
                column: "rotated_from");

            migrationBuilder.AddCheckConstraint(
                name: "ck_machine_credentials_limits",
                table: "machine_credentials",
                sql: "permits_per_second between 1 and 1000000 and burst between 1 and 1000000");

            migrationBuilder.AddForeignKey(
                name: "fk_machine_credentials_machine_credentials_rotated_from",
                table: "machine_credentials",
                column: "rotated_from",
                principalTable: "machine_credentials",
                principalColumn: "id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.Sql(MigrationSql.Read("0002_hot_path.sql"));
            migrationBuilder.Sql(MigrationSql.Read("0002_expected_rollups.sql"));
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder) =>
            throw new System.NotSupportedException("Migrations go forward only.");
    }
}
