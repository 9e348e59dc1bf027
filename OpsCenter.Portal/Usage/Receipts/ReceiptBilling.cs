using OpsCenter.Domain.Monetary;

namespace OpsCenter.Portal.Usage.Receipts;

/// <summary>Who pays for a job.</summary>
/// <param name="Covered">What included usage pays of its total.</param>
/// <param name="Charged">What is charged.</param>
/// <param name="Period">First day of the billing period it is billed in; null: nobody is billed for it.</param>
public sealed record ReceiptBilling(Money Covered, Money Charged, DateOnly? Period);
