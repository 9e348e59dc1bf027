using System.Globalization;
using Microsoft.AspNetCore.Components;
using OpsCenter.Portal.Billing.Home;
using OpsCenter.Portal.Billing.Periods;

namespace OpsCenter.Portal.Billing.Pages;

/// <summary>What is left of the included usage, and what the next invoice would say now.</summary>
public sealed partial class CurrentPeriodCard
{
    [Parameter, EditorRequired]
    public required BillingHome Home { get; set; }

    private static string Share(GrantView grant) =>
        (grant.Amount.Amount == 0 ? 0 : grant.Consumed.Amount / grant.Amount.Amount).ToString("0.####", CultureInfo.InvariantCulture);
}
