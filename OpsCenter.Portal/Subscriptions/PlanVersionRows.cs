using Npgsql;
using OpsCenter.Domain.Monetary;
using OpsCenter.Domain.Subscriptions;
using OpsCenter.Portal.Data;

namespace OpsCenter.Portal.Subscriptions;

/// <summary>Versions of plans as rows: written once, never changed.</summary>
internal static class PlanVersionRows
{
    /// <summary>The columns, in the order in which they are read.</summary>
    public const string Columns =
        """
        v.id, v.plan_code, v.version, v.name, v.summary, v.currency, v.monthly_price, v.yearly_price, v.once_price, v.once_hours, v.included,
        v.input_tokens, v.output_tokens, v.agent_tokens, v.searches, v.limits_stop, v.byok, v.audit_export, v.seats, v.max_job_cost
        """;

    private const string Insert =
        """
        insert into plan_versions (id, plan_code, version, name, summary, currency, monthly_price, yearly_price, once_price, once_hours, included,
            input_tokens, output_tokens, agent_tokens, searches, limits_stop, byok, audit_export, seats, max_job_cost, created_at, created_by)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22)
        """;

    /// <summary>Adds one; the database refuses a number that the plan already has.</summary>
    public static async Task InsertAsync(
        NpgsqlConnection connection, PlanVersion version, DateTimeOffset now, string by, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(Insert, connection);
        command.Parameters.AddAll(
            version.Id,
            version.Code,
            version.Version,
            version.Name,
            version.Summary,
            version.Currency.Code,
            version.MonthlyPrice?.Amount,
            version.YearlyPrice?.Amount,
            version.OncePrice?.Amount,
            version.OnceHours,
            version.Included.Amount,
            version.Limits.InputTokens,
            version.Limits.OutputTokens,
            version.Limits.AgentTokens,
            version.Limits.Searches,
            version.LimitsStop,
            version.Byok,
            version.AuditExport,
            version.Seats,
            version.MaxJobCost?.Amount,
            now.UtcDateTime,
            by);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>One by its id; null when there is none.</summary>
    public static async Task<PlanVersion?> FindAsync(NpgsqlConnection connection, Guid id, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand($"select {Columns} from plan_versions v where v.id = $1", connection);
        command.Parameters.AddAll(id);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);

        return await reader.ReadAsync(cancellationToken) ? Read(reader) : null;
    }

    /// <summary>Reads <see cref="Columns"/>.</summary>
    /// <param name="reader">It stands on a row.</param>
    /// <param name="firstColumn">Where they begin in it.</param>
    public static PlanVersion Read(NpgsqlDataReader reader, int firstColumn = 0)
    {
        var currency = Currency.Of(reader.GetString(firstColumn + 5));

        return new PlanVersion
        {
            Id = reader.GetGuid(firstColumn),
            Code = reader.GetString(firstColumn + 1),
            Version = reader.GetInt32(firstColumn + 2),
            Name = reader.GetString(firstColumn + 3),
            Summary = reader.GetString(firstColumn + 4),
            Currency = currency,
            MonthlyPrice = AmountAt(6),
            YearlyPrice = AmountAt(7),
            OncePrice = AmountAt(8),
            OnceHours = IsNull(9) ? null : reader.GetInt32(firstColumn + 9),
            Included = new Money(reader.GetDecimal(firstColumn + 10), currency),
            Limits = new MeterLimits(CountAt(11), CountAt(12), CountAt(13), CountAt(14)),
            LimitsStop = reader.GetBoolean(firstColumn + 15),
            Byok = reader.GetBoolean(firstColumn + 16),
            AuditExport = reader.GetBoolean(firstColumn + 17),
            Seats = reader.GetInt32(firstColumn + 18),
            MaxJobCost = AmountAt(19),
        };

        bool IsNull(int column) => reader.IsDBNull(firstColumn + column);

        Money? AmountAt(int column) => IsNull(column) ? null : new Money(reader.GetDecimal(firstColumn + column), currency);

        long? CountAt(int column) => IsNull(column) ? null : reader.GetInt64(firstColumn + column);
    }
}
