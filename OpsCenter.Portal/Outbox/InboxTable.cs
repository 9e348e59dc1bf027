using Npgsql;
using OpsCenter.Domain.Billing.Payments;
using OpsCenter.Portal.Data;

namespace OpsCenter.Portal.Outbox;

/// <summary>Keeps verified news before anything is done about it. What came is kept without personal data: where to look, not what was said.</summary>
internal static class InboxTable
{
    private const string Insert =
        """
        insert into webhook_inbox (source, event_id, type, payload, received_at, due_at) values ($1, $2, $3, $4, $5, $5)
        on conflict (source, event_id) do nothing
        """;

    /// <summary>Adds news; the same news is added once.</summary>
    /// <returns>Whether it was new.</returns>
    public static async Task<bool> AddAsync(
        NpgsqlDataSource database, string source, GatewayEvent news, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(Insert);
        command.Parameters.AddAll(source, news.Id, EnumText<GatewayEventKind>.Of(news.Kind));
        command.Parameters.AddJson(news);
        command.Parameters.AddAll(now.UtcDateTime);

        return await command.ExecuteNonQueryAsync(cancellationToken) == 1;
    }
}
