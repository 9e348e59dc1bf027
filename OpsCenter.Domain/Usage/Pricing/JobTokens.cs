namespace OpsCenter.Domain.Usage.Pricing;

/// <summary>The tokens of a job by what they cost: four kinds that do not overlap.</summary>
/// <param name="Uncached">Input that the provider's cache had no part in.</param>
/// <param name="Cached">Input read from the cache.</param>
/// <param name="CacheWrite">Input written to the cache.</param>
/// <param name="Output">Output, reasoning included.</param>
internal readonly record struct JobTokens(long Uncached, long Cached, long CacheWrite, long Output)
{
    /// <summary>All input tokens.</summary>
    public long Input => Uncached + Cached + CacheWrite;

    /// <summary>What an agent's rate counts.</summary>
    public long InputAndOutput => Input + Output;

    /// <summary>All tokens of a job.</summary>
    public static JobTokens Of(JobUsage job) =>
        new(job.InputTokens - job.CachedInputTokens - job.CacheWriteTokens, job.CachedInputTokens, job.CacheWriteTokens, job.OutputTokens);

    /// <summary>The output tokens of a job; every kind of input counts 0.</summary>
    public static JobTokens OutputOf(JobUsage job) => new(0, 0, 0, job.OutputTokens);
}
