namespace OpsCenter.Portal.Usage.Recording;

/// <summary>What the database says before a job is priced.</summary>
/// <param name="RateCardVersion">The version in force.</param>
/// <param name="OrganizationId">The customer; null when the reported one is none of ours.</param>
internal sealed record PricingContext(int RateCardVersion, Guid? OrganizationId);
