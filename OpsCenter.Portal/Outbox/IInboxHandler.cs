using OpsCenter.Domain.Billing.Payments;

namespace OpsCenter.Portal.Outbox;

/// <summary>Acts on news from the payment provider. It reads the thing again at the provider; the same news may come again, late or out of order.</summary>
public interface IInboxHandler
{
    /// <summary>What its news is about.</summary>
    GatewayEventKind Kind { get; }

    /// <summary>Acts. Whatever it throws is kept beside the news, and it is tried again later.</summary>
    Task HandleAsync(GatewayEvent news, CancellationToken cancellationToken);
}
