namespace OpsCenter.Domain.Billing;

/// <summary>The tax of an invoice. Prices are without tax; this is added.</summary>
/// <param name="Percent">0…100.</param>
/// <param name="Note">What the law wants said about it; empty when nothing.</param>
public sealed record TaxDecision(decimal Percent, string Note)
{
    /// <summary>No tax, nothing to say.</summary>
    public static TaxDecision None { get; } = new(0, "");
}
