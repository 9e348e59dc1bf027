namespace OpsCenter.Portal.Usage.Holds;

/// <summary>One of the things operators do with holds.</summary>
/// <param name="Action">For the audit rows: <c>hold.written_off</c>.</param>
/// <param name="Reason">In the operator's words; empty where none is asked for.</param>
/// <param name="PlanAsync">What becomes of one open hold, given the newest version in force.</param>
internal sealed record HoldAct(string Action, string Reason, Func<HeldJob, int, CancellationToken, Task<HoldActPlan>> PlanAsync);
