namespace OpsCenter.Portal.Billing.Engine;

/// <summary>What became of an upgrade.</summary>
/// <param name="Done">False: the subscription is no longer as it was quoted, and nothing changed.</param>
/// <param name="InvoiceId">The invoice of the difference, open; null when nothing is to be paid.</param>
internal sealed record UpgradeOutcome(bool Done, Guid? InvoiceId);
