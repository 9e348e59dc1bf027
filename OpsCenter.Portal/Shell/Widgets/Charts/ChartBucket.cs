namespace OpsCenter.Portal.Shell.Widgets.Charts;

/// <summary>One place on the time axis.</summary>
/// <param name="Label">Short, for the axis: <c>3 Nov</c>.</param>
/// <param name="Title">In full, for the hover: <c>Tuesday, 3 November 2026</c>.</param>
public sealed record ChartBucket(string Label, string Title);
