namespace OpsCenter.Domain.Billing.Payments;

/// <summary>The payment provider understood and refuses: asking again the same way is of no use.</summary>
/// <param name="code">The provider's word: <c>resource_missing</c>.</param>
/// <param name="message">For operators.</param>
public sealed class GatewayRefusedException(string code, string message) : Exception(message)
{
    /// <summary>The provider's word.</summary>
    public string Code { get; } = code;
}
