using Npgsql;
using OpsCenter.Domain.Integrations;
using OpsCenter.Portal.Data;

namespace OpsCenter.Portal.Integrations;

/// <summary>
/// The one row about Brigade. A question is noted before it is asked, and an answer is kept only while nobody asked later: a slow answer does
/// not cover a newer one.
/// </summary>
internal static class BrigadeStatusTable
{
    private const string Claim =
        """
        insert into brigade_status (asked_at) values ($1)
        on conflict (id) do update set asked_at = excluded.asked_at where brigade_status.asked_at <= $2
        """;

    private const string Ask =
        """
        insert into brigade_status (asked_at, refresh_asked_at, refresh_version) values ($1, $2, $3)
        on conflict (id) do update set
            asked_at = greatest(brigade_status.asked_at, excluded.asked_at),
            refresh_asked_at = coalesce(excluded.refresh_asked_at, brigade_status.refresh_asked_at),
            refresh_version = coalesce(excluded.refresh_version, brigade_status.refresh_version)
        """;

    private const string Answer =
        """
        update brigade_status set
            answered_at = $2, error = null, card_version = $3, card_fetched_at = $4, card_source = $5, is_stale = $6, spooled_reports = $7,
            oldest_spooled_at = $8, started_at = $9, last_report_at = $10, last_error = $11, refused_reports = $12
        where asked_at <= $1
        """;

    private const string Fail = "update brigade_status set error = $2 where asked_at <= $1";

    private const string Read =
        """
        select asked_at, answered_at, error, refresh_asked_at, refresh_version, card_version, card_fetched_at, card_source, is_stale, spooled_reports,
            oldest_spooled_at, started_at, last_report_at, last_error, refused_reports
        from brigade_status
        """;

    /// <summary>Takes the turn to ask, unless somebody asked after a moment.</summary>
    /// <returns>Whether it is the caller's turn.</returns>
    public static async Task<bool> TryClaimAsync(NpgsqlDataSource database, DateTimeOffset now, DateTimeOffset before, CancellationToken cancellationToken) =>
        await ExecuteAsync(database, Claim, cancellationToken, now.UtcDateTime, before.UtcDateTime) == 1;

    /// <summary>Notes that Brigade is asked, and of which version it is told; null: of none.</summary>
    public static Task AskAsync(NpgsqlDataSource database, DateTimeOffset now, int? version, CancellationToken cancellationToken) =>
        ExecuteAsync(database, Ask, cancellationToken, now.UtcDateTime, version is null ? null : now.UtcDateTime, version);

    /// <summary>Keeps what Brigade said.</summary>
    /// <param name="database">Where.</param>
    /// <param name="askedAt">When it was asked.</param>
    /// <param name="now">When it answered.</param>
    /// <param name="status">What it said.</param>
    /// <param name="cancellationToken">Nothing is kept when it comes before the commit.</param>
    public static Task AnswerAsync(NpgsqlDataSource database, DateTimeOffset askedAt, DateTimeOffset now, BrigadeStatus status, CancellationToken cancellationToken) =>
        ExecuteAsync(
            database, Answer, cancellationToken, askedAt.UtcDateTime, now.UtcDateTime, status.CardVersion, status.CardFetchedAt?.UtcDateTime,
            status.CardSource is { } source ? EnumText<BrigadeCardSource>.Of(source) : null, status.IsStale, status.SpooledReports,
            status.OldestSpooledAt?.UtcDateTime, status.StartedAt.UtcDateTime, status.LastReportAt?.UtcDateTime, status.LastError,
            status.RefusedReports);

    /// <summary>Keeps why there was no answer.</summary>
    public static Task FailAsync(NpgsqlDataSource database, DateTimeOffset askedAt, string reason, CancellationToken cancellationToken) =>
        ExecuteAsync(database, Fail, cancellationToken, askedAt.UtcDateTime, reason);

    /// <summary>What is known; null before Brigade was ever asked.</summary>
    public static async Task<BrigadeSeen?> FindAsync(NpgsqlDataSource database, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(Read);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);

        return !await reader.ReadAsync(cancellationToken) ? null : new BrigadeSeen(reader.GetFieldValue<DateTimeOffset>(0))
        {
            AnsweredAt = reader.GetFieldValue<DateTimeOffset?>(1),
            Error = TextAt(reader, 2),
            RefreshAskedAt = reader.GetFieldValue<DateTimeOffset?>(3),
            RefreshVersion = reader.GetFieldValue<int?>(4),
            Status = reader.IsDBNull(1) ? null : StatusAt(reader),
        };
    }

    private static BrigadeStatus StatusAt(NpgsqlDataReader reader) => new(reader.GetInt64(9), reader.GetFieldValue<DateTimeOffset>(11))
    {
        CardVersion = reader.GetFieldValue<int?>(5),
        CardFetchedAt = reader.GetFieldValue<DateTimeOffset?>(6),
        CardSource = TextAt(reader, 7) is { } source ? EnumText<BrigadeCardSource>.Parse(source) : null,
        IsStale = reader.GetBoolean(8),
        OldestSpooledAt = reader.GetFieldValue<DateTimeOffset?>(10),
        LastReportAt = reader.GetFieldValue<DateTimeOffset?>(12),
        LastError = TextAt(reader, 13),
        RefusedReports = reader.GetInt64(14),
    };

    private static string? TextAt(NpgsqlDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetString(column);

    private static async Task<int> ExecuteAsync(NpgsqlDataSource database, string sql, CancellationToken cancellationToken, params object?[] values)
    {
        await using var command = database.CreateCommand(sql);
        command.Parameters.AddAll(values);

        return await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
