using Microsoft.AspNetCore.Components;
using OpsCenter.Domain.Subscriptions;
using OpsCenter.Portal.Billing.Periods;

namespace OpsCenter.Portal.Usage.Own.Pages;

/// <summary>The four meters against the plan's thresholds, and what happens when one is reached.</summary>
public sealed partial class MetersCard
{
    [Parameter, EditorRequired]
    public required PeriodView Period { get; set; }

    [Parameter, EditorRequired]
    public required PlanVersion Plan { get; set; }

    [Parameter, EditorRequired]
    public DateTimeOffset Now { get; set; }

    private string Effect => Plan.LimitsStop
        ? "At the first limit that is reached, new jobs stop until the next period or a larger plan."
        : "These limits only warn: jobs go on, and what goes beyond the included usage is charged as overage.";

    private static string Part(MeterLine line) => OwnWords.Percent(Math.Floor(line.Percent ?? 0m));

    private string Standing(MeterLine line) => line switch
    {
        { Threshold: null } => "No limit in this plan",
        { IsReached: true } => Plan.LimitsStop ? "Reached: new jobs stop" : "Reached: this only warns",
        { WillBeReached: true } => $"{Part(line)} used, will be reached before the period ends",
        _ => $"{Part(line)} used",
    };
}
