namespace OpsCenter.Portal.Security.Credentials;

/// <summary>Which machine credentials a list shows.</summary>
/// <param name="IncludesEnded">Also those that expired or were revoked.</param>
/// <param name="Page">From 1; a page past the end shows the last one.</param>
/// <param name="PageSize">Rows of a page, at most <see cref="MaxPageSize"/>.</param>
public sealed record MachineCredentialFilter(bool IncludesEnded = false, int Page = 1, int PageSize = 20)
{
    /// <summary>Most rows of a page.</summary>
    public const int MaxPageSize = 100;
}
