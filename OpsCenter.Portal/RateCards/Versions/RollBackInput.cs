namespace OpsCenter.Portal.RateCards.Versions;

/// <summary>Which prices shall come back.</summary>
/// <param name="Version">The version that has them.</param>
/// <param name="OnVersion">The version in force that the preview compared with.</param>
/// <param name="Terms">Under which terms.</param>
public sealed record RollBackInput(int Version, int OnVersion, PublishTerms Terms);
