using OpsCenter.Domain.Usage;

namespace OpsCenter.Portal.Usage.Corrections;

/// <summary>What a correction does to a job: shown before it is posted, and again afterwards.</summary>
/// <param name="EventId">The job.</param>
/// <param name="SeenSeq">The job's last ledger entry when this was made. The command takes it back, to notice what was posted since.</param>
/// <param name="Before">What the job costs now; all 0 when it is voided.</param>
/// <param name="BeforeVersion">The version behind <paramref name="Before"/>; null when it is voided.</param>
/// <param name="After">What it will cost; all 0 when it is being voided.</param>
/// <param name="AfterVersion">The version behind <paramref name="After"/>; null when it is being voided.</param>
public sealed record CorrectionPreview(
    Guid EventId, int SeenSeq, JobPrice Before, int? BeforeVersion, JobPrice After, int? AfterVersion)
{
    /// <summary>Whether the correction would post entries that change no amount and no version.</summary>
    public bool ChangesNothing => Before == After && BeforeVersion == AfterVersion;
}
