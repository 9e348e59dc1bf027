using OpsCenter.Domain.Monetary;
using OpsCenter.Domain.Subscriptions;

namespace OpsCenter.Portal.Subscriptions.Plans;

/// <summary>A plan as operators see it.</summary>
/// <param name="Newest">What it says to whoever chooses it now.</param>
/// <param name="OrganizationId">The only customer who can choose it; null for everybody.</param>
/// <param name="CustomerName">That customer's name.</param>
/// <param name="ArchivedAt">Since when it is out of the offer; null while it is in it.</param>
/// <param name="Subscribers">Customers on any of its versions.</param>
/// <param name="OnOlderVersions">Those of them who are not on the newest one.</param>
/// <param name="Monthly">Monthly recurring revenue of its subscribers, each at the price of their version.</param>
public sealed record PlanRow(
    PlanVersion Newest, Guid? OrganizationId, string? CustomerName, DateTimeOffset? ArchivedAt, int Subscribers, int OnOlderVersions, Money Monthly)
{
    /// <summary>Identity.</summary>
    public string Code => Newest.Code;
}
