using Microsoft.AspNetCore.Components;
using OpsCenter.Domain.Monetary;
using OpsCenter.Domain.Subscriptions;
using OpsCenter.Portal.Billing.Periods;

namespace OpsCenter.Portal.Usage.Own.Pages;

/// <summary>The included usage, in money: what is used, what it covers and what goes beyond.</summary>
public sealed partial class AllowanceCard
{
    [Parameter, EditorRequired]
    public required PeriodView Period { get; set; }

    [Parameter, EditorRequired]
    public required PlanVersion Plan { get; set; }

    [Parameter, EditorRequired]
    public DateTimeOffset Now { get; set; }

    private Money? Projected =>
        LinearProjection.AtEnd(Period.Used.Amount, Period.StartsAt, Period.EndsAt, Now) is { } amount ? new Money(amount, Period.Used.Currency) : null;

    private string Effect => Plan.LimitsStop
        ? "When it is used up, new jobs stop: this plan has no overage."
        : "This limit stops nothing: what goes beyond is overage and comes with the next invoice.";
}
