namespace OpsCenter.Portal.Usage.Rollups;

/// <summary>Sums of the jobs on customers' own keys of one row.</summary>
internal sealed class ByokSums
{
    public long Jobs { get; set; }

    /// <summary>Those on a route that is on no card: what they avoided is not known.</summary>
    public long UnknownJobs { get; set; }

    public decimal PlatformFee { get; set; }

    public decimal AvoidedFee { get; set; }
}
