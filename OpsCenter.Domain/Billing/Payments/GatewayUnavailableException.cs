namespace OpsCenter.Domain.Billing.Payments;

/// <summary>The payment provider did not answer, or not with an outcome. Ask again with the same key.</summary>
/// <param name="message">For operators.</param>
/// <param name="inner">What happened on the way; null when there is nothing to add.</param>
public sealed class GatewayUnavailableException(string message, Exception? inner = null) : Exception(message, inner);
