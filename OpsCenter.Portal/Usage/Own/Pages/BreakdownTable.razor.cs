using Microsoft.AspNetCore.Components;
using OpsCenter.Domain.Monetary;

namespace OpsCenter.Portal.Usage.Own.Pages;

/// <summary>A period's usage by name, the largest first; each row opens its jobs.</summary>
public sealed partial class BreakdownTable
{
    [Parameter, EditorRequired]
    public required OwnUsage Usage { get; set; }

    [Parameter, EditorRequired]
    public required OwnCurrency Figures { get; set; }

    /// <summary>The customer whom an operator looks at; null for the customer.</summary>
    [Parameter]
    public Guid? CustomerId { get; set; }

    [Parameter, EditorRequired]
    public required OwnUsageAddress Address { get; set; }

    private bool IsTool => Usage.Dimension is OwnDimension.Tool;

    private string Id => $"breakdown-{Figures.Currency}";

    private string EmptyTitle => IsTool ? "No tool was used in this period" : "No jobs in this period";

    private decimal PercentOf(OwnShare share) =>
        Figures.Total.Spend.Amount == 0m ? 0m : Rounding.To(share.Figures.Spend.Amount * 100m / Figures.Total.Spend.Amount, 1);
}
