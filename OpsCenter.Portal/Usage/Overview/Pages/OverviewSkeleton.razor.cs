namespace OpsCenter.Portal.Usage.Overview.Pages;

/// <summary>The shape of the overview while its figures are on their way.</summary>
public sealed partial class OverviewSkeleton;
