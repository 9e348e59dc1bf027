using Microsoft.AspNetCore.Components;
using OpsCenter.Domain.Subscriptions;
using OpsCenter.Portal.Subscriptions.Plans;

namespace OpsCenter.Portal.Subscriptions.Pages;

/// <summary>Plans as rows.</summary>
public sealed partial class PlanTable
{
    [Parameter, EditorRequired]
    public required IReadOnlyList<PlanRow> Plans { get; set; }

    [Parameter]
    public bool CanManage { get; set; }

    [Parameter]
    public EventCallback<PlanRow> OnChange { get; set; }

    [Parameter]
    public EventCallback<PlanRow> OnArchive { get; set; }

    [Parameter]
    public EventCallback<PlanRow> OnRestore { get; set; }

    [Parameter]
    public EventCallback<PlanRow> OnMove { get; set; }

    private static IEnumerable<string> PricesOf(PlanVersion plan) =>
        from interval in Enum.GetValues<BillingInterval>()
        let price = plan.PriceOf(interval)
        where price is not null
        select SubscriptionWords.Price(price.Value, interval);
}
