using Npgsql;
using OpsCenter.Domain.Subscriptions;
using OpsCenter.Portal.Data;

namespace OpsCenter.Portal.Subscriptions.Plans;

/// <summary>Plans as rows, within the caller's transaction.</summary>
internal static class PlanRows
{
    private const string Insert =
        """
        insert into plans (code, organization_id, position, created_at)
        select $1, $2, coalesce(max(position), 0) + 1, $3 from plans
        on conflict (code) do nothing
        """;

    private const string Newest =
        $"""
        select {PlanVersionRows.Columns} from plan_versions v where v.plan_code = $1 order by v.version desc limit 1
        """;

    /// <summary>Adds a plan after the others; false when the code is taken.</summary>
    public static async Task<bool> InsertAsync(
        NpgsqlConnection connection, string code, Guid? organizationId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(Insert, connection);
        command.Parameters.AddAll(code);
        command.Parameters.Add(new NpgsqlParameter { Value = organizationId ?? (object)DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Uuid });
        command.Parameters.AddAll(now.UtcDateTime);

        return await command.ExecuteNonQueryAsync(cancellationToken) == 1;
    }

    /// <summary>Its newest version; null when there is no such plan.</summary>
    public static async Task<PlanVersion?> FindNewestAsync(NpgsqlConnection connection, string code, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(Newest, connection);
        command.Parameters.AddAll(code);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);

        return await reader.ReadAsync(cancellationToken) ? PlanVersionRows.Read(reader) : null;
    }

    /// <summary>Takes the plan for this transaction, so that its versions are written one after the other; false when there is no such plan.</summary>
    public static async Task<bool> LockAsync(NpgsqlConnection connection, string code, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand("select 1 from plans where code = $1 for update", connection);
        command.Parameters.AddAll(code);

        return await command.ExecuteScalarAsync(cancellationToken) is not null;
    }

    /// <summary>What an audit row keeps of a version.</summary>
    public static object StateOf(PlanVersion version) => new
    {
        version.Code,
        version.Version,
        version.Name,
        Currency = version.Currency.Code,
        Monthly = version.MonthlyPrice?.Amount,
        Yearly = version.YearlyPrice?.Amount,
        Once = version.OncePrice?.Amount,
        version.OnceHours,
        Included = version.Included.Amount,
        version.Limits,
        version.LimitsStop,
        version.Byok,
        version.AuditExport,
        version.Seats,
        MaxJobCost = version.MaxJobCost?.Amount,
    };
}
