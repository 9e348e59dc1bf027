namespace OpsCenter.Portal.Adapters.Brigade;

/// <summary>Brigade's answer to a refresh.</summary>
internal sealed record CardJson(int CardVersion, DateTimeOffset FetchedAt, bool Changed = false);
