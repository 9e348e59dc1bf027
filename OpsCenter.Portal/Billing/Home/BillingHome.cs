using OpsCenter.Domain.Billing;
using OpsCenter.Domain.Monetary;
using OpsCenter.Portal.Billing.Periods;

namespace OpsCenter.Portal.Billing.Home;

/// <summary>What stands above the invoices of a customer.</summary>
public sealed record BillingHome
{
    /// <summary>The plan; null for a customer without one.</summary>
    public required PlanLine? Plan { get; init; }

    /// <summary>The running period; null without one.</summary>
    public required PeriodView? Period { get; init; }

    /// <summary>Grants that pay usage now.</summary>
    public required IReadOnlyList<GrantView> Grants { get; init; }

    /// <summary>The next invoice, if nothing more were used; null when there will be none.</summary>
    public required InvoiceDraft? Next { get; init; }

    /// <summary>What the next invoice starts with; null when it starts with nothing.</summary>
    public required Money? Carried { get; init; }

    /// <summary>What is owed on invoices, in each currency.</summary>
    public required IReadOnlyList<Money> Owed { get; init; }

    /// <summary>The card that renewals are charged to; null when there is none.</summary>
    public required DefaultCard? Card { get; init; }

    /// <summary>Who is billed.</summary>
    public required BillingDetails Details { get; init; }
}
