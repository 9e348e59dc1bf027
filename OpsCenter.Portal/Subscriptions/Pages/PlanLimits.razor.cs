using System.Globalization;
using Microsoft.AspNetCore.Components;
using OpsCenter.Domain.Usage;

namespace OpsCenter.Portal.Subscriptions.Pages;

/// <summary>The thresholds with what is used of them, and what the plan allows.</summary>
public sealed partial class PlanLimits
{
    [Parameter, EditorRequired]
    public required SubscriptionView View { get; set; }

    private string EffectText => (SubscriptionWords.Thresholds(View.Now.Entitlements.Limits).Any(), View.Now.Entitlements.LimitsStop) switch
    {
        (false, _) => "No thresholds for tokens and searches.",
        (true, true) => "New jobs stop at the first one that is reached.",
        (true, false) => "Thresholds warn; they stop nothing.",
    };

    private static string Number(decimal value) => value.ToString("#,##0.##", CultureInfo.InvariantCulture);

    private decimal UsedOf(string meter) => meter switch
    {
        Meters.InputTokens => View.Now.Facts.Use.InputTokens,
        Meters.OutputTokens => View.Now.Facts.Use.OutputTokens,
        Meters.AgentTokens => View.Now.Facts.Use.AgentTokens,
        Meters.Searches => View.Now.Facts.Use.Searches,
        _ => throw new InvalidOperationException($"Plans have no threshold for {meter}."),
    };
}
