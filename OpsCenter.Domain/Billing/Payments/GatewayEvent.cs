namespace OpsCenter.Domain.Billing.Payments;

/// <summary>News from the payment provider, verified. It says where to look, not what to believe.</summary>
/// <param name="Id">The provider's id; the same one may come again.</param>
/// <param name="Kind">What it is about.</param>
/// <param name="ObjectId">The provider's id of that thing.</param>
/// <param name="At">When it happened there.</param>
public sealed record GatewayEvent(string Id, GatewayEventKind Kind, string ObjectId, DateTimeOffset At);
