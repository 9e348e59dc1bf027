using OpsCenter.Domain.Monetary;
using OpsCenter.Domain.RateCards;

namespace OpsCenter.Portal.Usage.Margin;

/// <summary>What one route, agent, customer or tool brings and costs.</summary>
/// <param name="Name">Its name; null for jobs of which nobody knows whose they are, and for what a sum stands for.</param>
/// <param name="CustomerId">The customer, when it is a known one.</param>
/// <param name="Jobs">All stored jobs, held and voided ones too; of a tool, the times that jobs name it.</param>
/// <param name="Revenue">What is charged, net of corrections.</param>
/// <param name="Cost">What it costs us: as the provider reported it where it did, else by the rate card.</param>
public sealed record MarginRow(string? Name, Guid? CustomerId, long Jobs, Money Revenue, Money Cost)
{
    /// <summary>What is left.</summary>
    public Money Margin => Revenue - Cost;

    /// <summary>What is left of a hundred charged, with one decimal; null when nothing is charged.</summary>
    public decimal? Percent => PriceMargin.Percent(Revenue.Amount, Cost.Amount);

    /// <summary>Whether less is left than the floor wants. What costs something and brings nothing is below every floor.</summary>
    public bool IsBelow(MarginFloor floor) => Percent is { } percent ? floor.IsAbove(percent) : Cost.Amount > 0m;
}
