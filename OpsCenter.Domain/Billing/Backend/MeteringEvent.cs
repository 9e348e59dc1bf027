namespace OpsCenter.Domain.Billing.Backend;

/// <summary>One meter of one job.</summary>
/// <param name="Id">Fixed before the first try: a retry has the same.</param>
/// <param name="SubscriptionId">Whose usage.</param>
/// <param name="Meter">The meter: <c>llm.input_tok</c>; <c>usage.amount</c> for the money.</param>
/// <param name="At">When it was used; fixed before the first try.</param>
/// <param name="Units">How many units; below 0 in a correction.</param>
/// <param name="NetAmount">Of the money: what is charged after included usage, in whole units of the currency.</param>
public sealed record MeteringEvent(string Id, Guid SubscriptionId, string Meter, DateTimeOffset At, decimal Units, decimal NetAmount);
