using OpsCenter.Domain.Monetary;

namespace OpsCenter.Domain.Billing;

/// <summary>The price of a plan for a span of time, in advance.</summary>
/// <param name="PlanName">Name of the plan.</param>
/// <param name="From">First moment it is for.</param>
/// <param name="To">First moment after that.</param>
/// <param name="Price">The price, without tax.</param>
public sealed record PlanFee(string PlanName, DateTimeOffset From, DateTimeOffset To, Money Price);
