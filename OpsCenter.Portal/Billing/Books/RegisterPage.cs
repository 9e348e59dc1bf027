using OpsCenter.Domain.Monetary;

namespace OpsCenter.Portal.Billing.Books;

/// <summary>One page of a register.</summary>
/// <param name="Rows">The rows, newest first.</param>
/// <param name="Total">How many match in all.</param>
/// <param name="Page">Which page it is, from 1.</param>
/// <param name="Pages">How many there are, at least 1.</param>
/// <param name="Sums">Of all that match, with tax, in each currency.</param>
public sealed record RegisterPage(IReadOnlyList<RegisterRow> Rows, int Total, int Page, int Pages, IReadOnlyList<Money> Sums);
