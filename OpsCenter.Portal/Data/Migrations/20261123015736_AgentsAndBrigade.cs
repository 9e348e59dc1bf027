using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace OpsCenter.Portal.Data.Migrations
{
    /// <inheritdoc />
    public partial class AgentsAndBrigade : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder) =>
            migrationBuilder.Sql(MigrationSql.Read("0005_agents_and_brigade.sql"));

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder) =>
            throw new System.NotSupportedException("Migrations go forward only.");
    }
}
