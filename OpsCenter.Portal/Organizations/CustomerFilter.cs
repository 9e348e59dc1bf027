using OpsCenter.Domain.Organizations;

namespace OpsCenter.Portal.Organizations;

/// <summary>Which customers a list shows.</summary>
/// <param name="Search">Part of the name in any case, or a whole id; null for all.</param>
/// <param name="Status">Only those with it; null for all.</param>
/// <param name="Sort">Their order.</param>
/// <param name="Page">From 1; a page past the end shows the last one.</param>
/// <param name="PageSize">Rows of a page, at most <see cref="MaxPageSize"/>.</param>
public sealed record CustomerFilter(
    string? Search = null, OrganizationStatus? Status = null, CustomerSort Sort = CustomerSort.Name, int Page = 1, int PageSize = 20)
{
    /// <summary>Most rows of a page.</summary>
    public const int MaxPageSize = 100;
}
