namespace OpsCenter.Portal.Usage.Recording;

/// <summary>The fees of a priced job, in the currency of the answer.</summary>
/// <param name="Llm">Model fee.</param>
/// <param name="Agent">Agent fee.</param>
/// <param name="Tools">Tools fee.</param>
/// <param name="Total">Their sum.</param>
public sealed record RecordedFees(decimal Llm, decimal Agent, decimal Tools, decimal Total);
