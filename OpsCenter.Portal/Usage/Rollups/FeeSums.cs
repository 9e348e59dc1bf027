namespace OpsCenter.Portal.Usage.Rollups;

/// <summary>Sums of one bucket of fees.</summary>
internal sealed class FeeSums
{
    public long Jobs { get; set; }

    public decimal Total { get; set; }
}
