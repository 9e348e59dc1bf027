using OpsCenter.Domain.Accounts;

namespace OpsCenter.Domain.Organizations;

/// <summary>A person's place in a customer's organisation.</summary>
/// <param name="OrganizationId">The organisation.</param>
/// <param name="UserId">The person.</param>
/// <param name="Role">What they may do in it.</param>
/// <param name="CreatedAt">Since when.</param>
public sealed record Membership(Guid OrganizationId, Guid UserId, OrganizationRole Role, DateTimeOffset CreatedAt);
