using OpsCenter.Domain.Monetary;

namespace OpsCenter.Portal.Subscriptions.Movements;

/// <summary>What became of monthly recurring revenue in a month.</summary>
public sealed record RevenueMonth
{
    /// <summary>First day of the month, UTC.</summary>
    public required DateOnly Month { get; init; }

    /// <summary>At its beginning.</summary>
    public required Money Start { get; init; }

    /// <summary>New customers.</summary>
    public required Money New { get; init; }

    /// <summary>Customers who pay more.</summary>
    public required Money Expansion { get; init; }

    /// <summary>Customers who pay less; 0 or below.</summary>
    public required Money Contraction { get; init; }

    /// <summary>Customers who left; 0 or below.</summary>
    public required Money Churn { get; init; }

    /// <summary>Paying customers at its beginning.</summary>
    public required long StartCustomers { get; init; }

    /// <summary>Customers who came.</summary>
    public required long NewCustomers { get; init; }

    /// <summary>How many of them left.</summary>
    public required long LostCustomers { get; init; }

    /// <summary>At its end, or now.</summary>
    public Money End => Start + New + Expansion + Contraction + Churn;

    /// <summary>Share of the revenue at the beginning that left, 0…1; null when there was none.</summary>
    public decimal? ChurnRate => Start.Amount > 0 ? -Churn.Amount / Start.Amount : null;
}
