namespace OpsCenter.Portal.Adapters.Embedded.TestPayments;

/// <summary>A customer in the memory of the test gateway.</summary>
internal sealed record TestCustomer(string Id, Guid OrganizationId, string Name, string Email, string? DefaultCard);
