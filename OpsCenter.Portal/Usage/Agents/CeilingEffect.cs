using OpsCenter.Domain.Monetary;

namespace OpsCenter.Portal.Usage.Agents;

/// <summary>What a ceiling would have done.</summary>
/// <param name="Ceiling">The ceiling.</param>
/// <param name="Stopped">Priced jobs that cost as much or more.</param>
/// <param name="Jobs">All priced jobs.</param>
/// <param name="Cost">What the stopped ones cost the customers together.</param>
public sealed record CeilingEffect(Money Ceiling, long Stopped, long Jobs, Money Cost)
{
    /// <summary>Stopped jobs of a hundred, to one decimal; 0 without jobs.</summary>
    public decimal Percent => Jobs == 0 ? 0m : Rounding.To(Stopped * 100m / Jobs, 1);
}
