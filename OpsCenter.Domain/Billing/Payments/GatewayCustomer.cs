namespace OpsCenter.Domain.Billing.Payments;

/// <summary>An organisation as the payment provider gets to know it.</summary>
/// <param name="OrganizationId">Ours; the provider keeps it beside its own id.</param>
/// <param name="Name">Display name.</param>
/// <param name="Email">Where the provider may write to; empty when nobody is known.</param>
public sealed record GatewayCustomer(Guid OrganizationId, string Name, string Email);
