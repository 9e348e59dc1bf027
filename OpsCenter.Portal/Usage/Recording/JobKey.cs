namespace OpsCenter.Portal.Usage.Recording;

/// <summary>What a report is stored once under. Ordered, because two writers that claim the same keys in different orders would deadlock.</summary>
/// <param name="Source">The name on the machine credential.</param>
/// <param name="JobId">The source's own name of the job.</param>
internal readonly record struct JobKey(string Source, string JobId) : IComparable<JobKey>
{
    public int CompareTo(JobKey other) => string.CompareOrdinal(Source, other.Source) is var source and not 0
        ? source
        : string.CompareOrdinal(JobId, other.JobId);
}
