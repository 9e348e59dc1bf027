namespace OpsCenter.Portal.Billing.Books;

/// <summary>Which rows of a register, and which page. What is null does not restrict.</summary>
/// <param name="CustomerId">The customer.</param>
/// <param name="Status">As it stands in the register.</param>
/// <param name="From">First day.</param>
/// <param name="To">Last day, included.</param>
/// <param name="Page">From 1.</param>
/// <param name="PageSize">Rows, 1…100.</param>
public sealed record RegisterFilter(Guid? CustomerId = null, string? Status = null, DateOnly? From = null, DateOnly? To = null, int Page = 1, int PageSize = 20);
