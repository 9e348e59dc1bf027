using OpsCenter.Domain.Monetary;

namespace OpsCenter.Portal.Usage.Ledger;

/// <summary>What a version of the rate card earned so far, net of reversals.</summary>
/// <param name="Version">Its number.</param>
/// <param name="Jobs">Jobs it prices.</param>
/// <param name="Revenue">What customers are charged for them.</param>
/// <param name="Cost">What they cost us.</param>
public sealed record VersionEarnings(int Version, long Jobs, Money Revenue, Money Cost)
{
    /// <summary>What is left.</summary>
    public Money Margin => Revenue - Cost;

    /// <summary>What is left of a hundred charged; null when nothing is charged.</summary>
    public decimal? MarginPercent => Revenue.Amount == 0m ? null : Rounding.To(Margin.Amount * 100m / Revenue.Amount, 1);
}
