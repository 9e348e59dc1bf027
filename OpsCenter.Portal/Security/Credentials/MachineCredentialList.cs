namespace OpsCenter.Portal.Security.Credentials;

/// <summary>One page of machine credentials.</summary>
/// <param name="Rows">Those of the page, by name, the newest of a name first.</param>
/// <param name="Total">How many match on all pages.</param>
/// <param name="Page">The page shown, from 1.</param>
/// <param name="PageCount">How many pages there are, at least 1.</param>
/// <param name="HasEnded">Whether any credential has expired or was revoked, shown or not.</param>
public sealed record MachineCredentialList(IReadOnlyList<MachineCredentialRow> Rows, int Total, int Page, int PageCount, bool HasEnded);
