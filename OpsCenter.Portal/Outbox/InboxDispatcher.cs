using System.Collections.Frozen;
using System.Text.Json;
using Npgsql;
using OpsCenter.Domain.Billing.Payments;

namespace OpsCenter.Portal.Outbox;

/// <summary>Acts on what came from outside. News that nobody waits for is done at once.</summary>
internal sealed class InboxDispatcher(
    IEnumerable<IInboxHandler> handlers, NpgsqlDataSource database, InboxBell bell, TimeProvider clock, ILogger<InboxDispatcher> logger)
    : MessageDispatcher(MessageQueue.Inbox, database, bell, clock, logger)
{
    private readonly FrozenDictionary<GatewayEventKind, IInboxHandler> byKind = handlers.ToFrozenDictionary(h => h.Kind);

    protected override Task HandleAsync(DueMessage message, CancellationToken cancellationToken)
    {
        var news = JsonSerializer.Deserialize<GatewayEvent>(message.Payload)
            ?? throw new InvalidOperationException($"Message {message.Id} of the inbox is empty.");

        return byKind.TryGetValue(news.Kind, out var handler) ? handler.HandleAsync(news, cancellationToken) : Task.CompletedTask;
    }
}
