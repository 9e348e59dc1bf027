using Npgsql;
using OpsCenter.Portal.Outbox;

namespace OpsCenter.Portal.Integrations;

/// <summary>Leaves word for Brigade that there is a rate card to fetch.</summary>
internal static class BrigadeRefreshMessage
{
    /// <summary>Kind of the messages.</summary>
    public const string Kind = "brigade.refresh";

    /// <summary>Name of the version in a message.</summary>
    public const string VersionField = "version";

    /// <summary>
    /// Leaves it in the transaction that publishes. When the version is scheduled and called off later, Brigade looks once for nothing.
    /// </summary>
    /// <param name="connection">In the caller's transaction.</param>
    /// <param name="version">The version.</param>
    /// <param name="now">When it is published.</param>
    /// <param name="inForceFrom">When Brigade shall fetch it; null: at once.</param>
    /// <param name="cancellationToken">Nothing is left when it comes before the commit.</param>
    public static Task LeaveAsync(NpgsqlConnection connection, int version, DateTimeOffset now, DateTimeOffset? inForceFrom, CancellationToken cancellationToken) =>
        OutboxTable.EnqueueAsync(connection, Kind, $"rc-{version}", new Dictionary<string, int> { [VersionField] = version }, now, cancellationToken, inForceFrom);
}
