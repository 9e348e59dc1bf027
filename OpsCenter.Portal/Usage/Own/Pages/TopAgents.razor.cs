using Microsoft.AspNetCore.Components;

namespace OpsCenter.Portal.Usage.Own.Pages;

/// <summary>The agents that bring most of a customer's spend; each opens its jobs.</summary>
public sealed partial class TopAgents
{
    private const int Most = 5;

    [Parameter, EditorRequired]
    public required OwnUsage Usage { get; set; }

    [Parameter, EditorRequired]
    public required OwnCurrency Figures { get; set; }

    [Parameter]
    public Guid? CustomerId { get; set; }

    private string Id => $"agents-{Figures.Currency}";

    private decimal PercentOf(OwnShare share) =>
        Figures.Total.Spend.Amount == 0m ? 0m : share.Figures.Spend.Amount * 100m / Figures.Total.Spend.Amount;
}
