using OpsCenter.Domain.Monetary;

namespace OpsCenter.Domain.Routing;

/// <summary>Most that one job may cost the customer.</summary>
/// <param name="Amount">The amount; 0 lets only free jobs through.</param>
/// <param name="Source">Who set it.</param>
public sealed record Ceiling(Money Amount, CeilingSource Source);
