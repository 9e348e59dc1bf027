using OpsCenter.Portal.Subscriptions.Changes;

namespace OpsCenter.Portal.Subscriptions.Pages;

/// <summary>The commands that the page about a plan offers.</summary>
public sealed record PlanCommands(
    QuoteUpgrade Quote, ScheduleChange Schedule, RevokeChange Revoke, CancelSubscription Cancel, ResumeSubscription Resume, BuyPlan Buy);
