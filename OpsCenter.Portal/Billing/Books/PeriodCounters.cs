namespace OpsCenter.Portal.Billing.Books;

/// <summary>The counters of a billing period, for comparing.</summary>
/// <param name="IsClosed">Whether its invoice was written.</param>
/// <param name="Posted">What is posted into it, after included usage, with credits and residues.</param>
/// <param name="Invoiced">What interim invoices billed of it.</param>
/// <param name="EndsAt">First moment after it.</param>
internal sealed record PeriodCounters(bool IsClosed, decimal Posted, decimal Invoiced, DateTimeOffset EndsAt);
