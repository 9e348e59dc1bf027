using OpsCenter.Portal.Subscriptions.Plans;

namespace OpsCenter.Portal.Subscriptions.Pages;

/// <summary>The commands that the page about plans offers.</summary>
public sealed record PlanDeskCommands(CreatePlan Create, PublishPlanVersion Publish, ArchivePlan Archive, RestorePlan Restore, MoveSubscribers Move);
