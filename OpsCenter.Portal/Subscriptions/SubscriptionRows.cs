using Npgsql;
using OpsCenter.Domain.Subscriptions;
using OpsCenter.Portal.Data;

namespace OpsCenter.Portal.Subscriptions;

/// <summary>Subscriptions as rows, within the caller's transaction.</summary>
internal static class SubscriptionRows
{
    /// <summary>The columns, in the order in which they are read.</summary>
    public const string Columns =
        """
        id, organization_id, plan_version_id, billing_interval, created_at, started_at, anchor_at, trial_ends_at, next_plan_version_id,
        next_interval, cancel_at, cancel_reason, past_due_since, ended_at, end_reason, term_from
        """;

    private const string Insert =
        $"""
        insert into subscriptions ({Columns}) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)
        """;

    private const string Update =
        """
        update subscriptions set plan_version_id = $3, billing_interval = $4, created_at = $5, started_at = $6, anchor_at = $7, trial_ends_at = $8,
            next_plan_version_id = $9, next_interval = $10, cancel_at = $11, cancel_reason = $12, past_due_since = $13, ended_at = $14, end_reason = $15,
            term_from = $16
        where id = $1 and organization_id = $2
        """;

    // One that runs comes before one that waits for its first payment.
    private const string Live = $"select {Columns} from subscriptions where organization_id = $1 and ended_at is null order by started_at nulls last limit 1";

    /// <summary>The customer's subscription that has not ended, the running one first; null when there is none.</summary>
    public static Task<Subscription?> FindLiveAsync(NpgsqlConnection connection, Guid organizationId, CancellationToken cancellationToken) =>
        OneAsync(connection, Live, organizationId, cancellationToken);

    /// <summary>The customer's newest subscription, ended or not; null when it never had one.</summary>
    public static Task<Subscription?> FindNewestAsync(NpgsqlConnection connection, Guid organizationId, CancellationToken cancellationToken) =>
        OneAsync(
            connection,
            $"select {Columns} from subscriptions where organization_id = $1 order by ended_at is null desc, started_at nulls last, created_at desc limit 1",
            organizationId,
            cancellationToken);

    /// <summary>A subscription by its id.</summary>
    public static Task<Subscription?> FindAsync(NpgsqlConnection connection, Guid id, CancellationToken cancellationToken) =>
        OneAsync(connection, $"select {Columns} from subscriptions where id = $1", id, cancellationToken);

    /// <summary>The customer's subscription that has not ended, locked until the transaction ends: whoever changes one begins here.</summary>
    public static Task<Subscription?> LockLiveAsync(NpgsqlConnection connection, Guid organizationId, CancellationToken cancellationToken) =>
        OneAsync(connection, $"{Live} for update", organizationId, cancellationToken);

    /// <summary>A subscription by its id, locked until the transaction ends.</summary>
    public static Task<Subscription?> LockAsync(NpgsqlConnection connection, Guid id, CancellationToken cancellationToken) =>
        OneAsync(connection, $"select {Columns} from subscriptions where id = $1 for update", id, cancellationToken);

    /// <summary>Adds one; the database refuses a second one that has not ended.</summary>
    public static Task InsertAsync(NpgsqlConnection connection, Subscription subscription, CancellationToken cancellationToken) =>
        WriteAsync(connection, Insert, subscription, cancellationToken);

    /// <summary>Writes the facts of one that the caller has locked.</summary>
    public static Task SaveAsync(NpgsqlConnection connection, Subscription subscription, CancellationToken cancellationToken) =>
        WriteAsync(connection, Update, subscription, cancellationToken);

    private static async Task<Subscription?> OneAsync(NpgsqlConnection connection, string statement, Guid id, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(statement, connection);
        command.Parameters.AddAll(id);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);

        return await reader.ReadAsync(cancellationToken) ? Read(reader) : null;
    }

    private static async Task WriteAsync(NpgsqlConnection connection, string statement, Subscription s, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(statement, connection);
        command.Parameters.AddAll(
            s.Id,
            s.OrganizationId,
            s.PlanVersionId,
            EnumText<BillingInterval>.Of(s.Interval),
            s.CreatedAt.UtcDateTime,
            s.StartedAt?.UtcDateTime,
            s.AnchorAt?.UtcDateTime,
            s.TrialEndsAt?.UtcDateTime,
            s.NextPlanVersionId,
            s.NextInterval is { } next ? EnumText<BillingInterval>.Of(next) : null,
            s.CancelAt?.UtcDateTime,
            s.CancelReason,
            s.PastDueSince?.UtcDateTime,
            s.EndedAt?.UtcDateTime,
            s.EndReason,
            s.TermFrom);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>Reads <see cref="Columns"/> from the first column on.</summary>
    public static Subscription Read(NpgsqlDataReader reader) => new()
    {
        Id = reader.GetGuid(0),
        OrganizationId = reader.GetGuid(1),
        PlanVersionId = reader.GetGuid(2),
        Interval = EnumText<BillingInterval>.Parse(reader.GetString(3)),
        CreatedAt = reader.GetFieldValue<DateTimeOffset>(4),
        StartedAt = MomentAt(reader, 5),
        AnchorAt = MomentAt(reader, 6),
        TrialEndsAt = MomentAt(reader, 7),
        NextPlanVersionId = reader.IsDBNull(8) ? null : reader.GetGuid(8),
        NextInterval = reader.IsDBNull(9) ? null : EnumText<BillingInterval>.Parse(reader.GetString(9)),
        CancelAt = MomentAt(reader, 10),
        CancelReason = reader.IsDBNull(11) ? null : reader.GetString(11),
        PastDueSince = MomentAt(reader, 12),
        EndedAt = MomentAt(reader, 13),
        EndReason = reader.IsDBNull(14) ? null : reader.GetString(14),
        TermFrom = reader.GetInt32(15),
    };

    private static DateTimeOffset? MomentAt(NpgsqlDataReader reader, int column) =>
        reader.IsDBNull(column) ? null : reader.GetFieldValue<DateTimeOffset>(column);
}
