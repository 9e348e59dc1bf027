namespace OpsCenter.Portal.Usage.Recording;

/// <summary>Bounds of a usage report that prices do not depend on (contract, "POST /api/v1/usage/record").</summary>
public static class UsageLimits
{
    /// <summary>Most bytes of one report.</summary>
    public const int MaxReportBytes = 64 * 1024;

    /// <summary>Most bytes of a batch.</summary>
    public const int MaxBatchBytes = 4 * 1024 * 1024;

    /// <summary>Most reports of a batch.</summary>
    public const int MaxBatch = 1_000;

    /// <summary>Longest job key, customer or member reference in characters.</summary>
    public const int MaxReferenceLength = 128;

    /// <summary>Most metadata pairs.</summary>
    public const int MaxMetadataPairs = 20;

    /// <summary>Longest metadata key in characters.</summary>
    public const int MaxMetadataKeyLength = 100;

    /// <summary>Longest metadata value in characters.</summary>
    public const int MaxMetadataValueLength = 1_000;

    /// <summary>The rule of the two below, for people.</summary>
    public const string TimeRule = "Must lie at most 100 days back and 5 minutes ahead.";

    /// <summary>How old a job may be when it is reported.</summary>
    public static readonly TimeSpan MaxAge = TimeSpan.FromDays(100);

    /// <summary>How far a source's clock may be ahead.</summary>
    public static readonly TimeSpan MaxAhead = TimeSpan.FromMinutes(5);
}
