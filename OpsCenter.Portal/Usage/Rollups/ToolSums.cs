namespace OpsCenter.Portal.Usage.Rollups;

/// <summary>Sums of one tool, or what is to be added to them.</summary>
internal sealed class ToolSums
{
    public long Uses { get; set; }

    public decimal Units { get; set; }

    public decimal Fee { get; set; }

    public decimal Cost { get; set; }
}
