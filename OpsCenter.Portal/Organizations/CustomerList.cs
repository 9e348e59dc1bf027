namespace OpsCenter.Portal.Organizations;

/// <summary>One page of customers.</summary>
/// <param name="Rows">The customers of the page.</param>
/// <param name="Total">How many match on all pages.</param>
/// <param name="Page">The page shown, from 1.</param>
/// <param name="PageCount">How many pages there are, at least 1.</param>
public sealed record CustomerList(IReadOnlyList<CustomerRow> Rows, int Total, int Page, int PageCount);
