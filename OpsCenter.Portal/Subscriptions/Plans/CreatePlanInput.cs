using OpsCenter.Domain.Subscriptions;

namespace OpsCenter.Portal.Subscriptions.Plans;

/// <summary>A new plan.</summary>
/// <param name="Code">Its name in files and addresses, for good.</param>
/// <param name="OrganizationId">The only customer who can choose it; null for everybody.</param>
/// <param name="Terms">What its first version says.</param>
public sealed record CreatePlanInput(string Code, Guid? OrganizationId, PlanTerms Terms);
