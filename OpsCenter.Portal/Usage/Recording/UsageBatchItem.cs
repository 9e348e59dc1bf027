using OpsCenter.Portal.Security;

namespace OpsCenter.Portal.Usage.Recording;

/// <summary>One element of a batch: a valid report, or what is wrong with it.</summary>
/// <param name="Report">The report; null when it is refused.</param>
/// <param name="Problem">Why it is refused; null when it is valid.</param>
internal readonly record struct UsageBatchItem(UsageReport? Report, MachineProblemDocument? Problem);
