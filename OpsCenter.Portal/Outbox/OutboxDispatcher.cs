using System.Collections.Frozen;
using System.Text.Json;
using Npgsql;

namespace OpsCenter.Portal.Outbox;

/// <summary>Does what transactions left to be done outside.</summary>
internal sealed class OutboxDispatcher(
    IEnumerable<IOutboxHandler> handlers, NpgsqlDataSource database, OutboxBell bell, TimeProvider clock, ILogger<OutboxDispatcher> logger)
    : MessageDispatcher(MessageQueue.Outbox, database, bell, clock, logger)
{
    private readonly FrozenDictionary<string, IOutboxHandler> byKind = handlers.ToFrozenDictionary(h => h.Kind, StringComparer.Ordinal);

    protected override async Task HandleAsync(DueMessage message, CancellationToken cancellationToken)
    {
        if (!byKind.TryGetValue(message.Kind, out var handler))
            throw new InvalidOperationException($"Nobody takes messages of kind {message.Kind}.");

        using var payload = JsonDocument.Parse(message.Payload);
        await handler.HandleAsync(payload.RootElement, cancellationToken);
    }
}
