namespace OpsCenter.Portal.Usage.Rollups;

/// <summary>Sums of the failed and aborted jobs of one row.</summary>
internal sealed class FailureSums
{
    public long Jobs { get; set; }

    public decimal Fee { get; set; }

    public decimal Cost { get; set; }
}
