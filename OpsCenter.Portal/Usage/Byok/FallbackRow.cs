using OpsCenter.Domain.Monetary;

namespace OpsCenter.Portal.Usage.Byok;

/// <summary>A job that was meant for the customer's own key and ran on a paid route.</summary>
/// <param name="EventId">Names its receipt.</param>
/// <param name="OccurredAt">When it happened.</param>
/// <param name="Agent">The agent.</param>
/// <param name="Route">The route that ran.</param>
/// <param name="Reason">Why, as reported.</param>
/// <param name="LlmFee">The model fee that was charged; null while there is no charge.</param>
public sealed record FallbackRow(Guid EventId, DateTimeOffset OccurredAt, string Agent, string Route, string Reason, Money? LlmFee);
