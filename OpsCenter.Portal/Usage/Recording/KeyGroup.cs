namespace OpsCenter.Portal.Usage.Recording;

/// <summary>The keys of jobs that are written together. The first job with a key leads; later ones with the same key get its answer.</summary>
internal sealed class KeyGroup
{
    private readonly SortedDictionary<JobKey, StoredUsage> leaders = [];

    public KeyGroup(StoredUsage[] jobs)
    {
        foreach (var job in jobs)
        {
            if (job.Key is { } key)
            {
                leaders.TryAdd(key, job);
            }
        }
    }

    /// <summary>One job for each key, in the order in which keys are claimed.</summary>
    public StoredUsage[] Leaders => [.. leaders.Values];

    /// <summary>Leaders whose key was taken before.</summary>
    public StoredUsage[] LeadersBut(IReadOnlySet<Guid> claimed) => [.. leaders.Values.Where(job => !claimed.Contains(job.EventId))];

    /// <summary>The job whose answer counts: the first with the same key, or the job itself.</summary>
    public StoredUsage LeaderOf(StoredUsage job) => job.Key is { } key ? leaders[key] : job;
}
