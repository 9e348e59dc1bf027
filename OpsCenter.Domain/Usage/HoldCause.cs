namespace OpsCenter.Domain.Usage;

/// <summary>One thing that is missing before a job can be priced.</summary>
/// <param name="Reason">What kind of thing.</param>
/// <param name="Subject">Its name, as reported: <c>openai:gpt-9</c>.</param>
public sealed record HoldCause(HoldReason Reason, string Subject);
