namespace OpsCenter.Portal.Usage.Corrections;

/// <summary>Which job to correct, as the reader saw it, and why.</summary>
/// <param name="EventId">The job.</param>
/// <param name="SeenSeq">From the preview: the job's last ledger entry then.</param>
/// <param name="Reason">Within <see cref="CorrectionReason"/>; the customer reads it on the receipt.</param>
public sealed record CorrectionRequest(Guid EventId, int SeenSeq, string Reason);
