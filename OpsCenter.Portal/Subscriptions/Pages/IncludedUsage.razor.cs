using Microsoft.AspNetCore.Components;
using OpsCenter.Portal.Billing.Periods;
using OpsCenter.Portal.Shell.Widgets;

namespace OpsCenter.Portal.Subscriptions.Pages;

/// <summary>What pays for jobs before overage begins, and how much overage is possible.</summary>
public sealed partial class IncludedUsage
{
    [Parameter, EditorRequired]
    public required SubscriptionView View { get; set; }

    private string? CapText => View.Now switch
    {
        { Entitlements.OverageCap: null } => null,
        { Facts.SetOverageCap: not null } => "At the cap new jobs stop. It was set for you; ask support to change it.",
        _ => "At the cap new jobs stop. It is lifted with the first invoice with overage that is paid.",
    };

    private static string LabelOf(GrantView grant) => $"{MoneyFormat.Rounded(grant.Consumed)} of {MoneyFormat.Rounded(grant.Amount)} used";
}
