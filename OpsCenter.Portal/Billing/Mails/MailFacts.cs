using OpsCenter.Domain.Monetary;

namespace OpsCenter.Portal.Billing.Mails;

/// <summary>What a letter about a payment speaks of.</summary>
/// <param name="Amount">How much.</param>
/// <param name="InvoiceNumber">Which invoice; empty for none.</param>
/// <param name="Failure">Why it failed; empty when it did not.</param>
/// <param name="NextTry">When it is tried again by itself; null when it is not.</param>
internal sealed record MailFacts(Money Amount, string InvoiceNumber, string Failure, DateTimeOffset? NextTry);
