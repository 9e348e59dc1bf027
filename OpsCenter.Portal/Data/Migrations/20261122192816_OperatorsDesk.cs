using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace OpsCenter.Portal.Data.Migrations
{
    /// <inheritdoc />
    public partial class OperatorsDesk : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_rate_card_versions_effective_from",
                table: "rate_card_versions");

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "cancelled_at",
                table: "rate_card_versions",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "cancelled_by",
                table: "rate_card_versions",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "floor_reason",
                table: "rate_card_versions",
                type: "character varying(500)",
                maxLength: 500,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "restored_version",
                table: "rate_card_versions",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "scheduled",
                table: "rate_card_versions",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateIndex(
                name: "ix_rate_card_versions_effective_from",
                table: "rate_card_versions",
                column: "effective_from",
                unique: true,
                filter: "cancelled_at is null");

            migrationBuilder.AddCheckConstraint(
                name: "ck_rate_card_versions_cancelled",
                table: "rate_card_versions",
                sql: "cancelled_at < effective_from and (cancelled_at is null) = (cancelled_by is null)");

            migrationBuilder.AddCheckConstraint(
                name: "ck_rate_card_versions_restored",
                table: "rate_card_versions",
                sql: "restored_version < version");

            migrationBuilder.Sql(MigrationSql.Read("0003_operators_desk.sql"));
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder) =>
            throw new System.NotSupportedException("Migrations go forward only.");
    }
}
