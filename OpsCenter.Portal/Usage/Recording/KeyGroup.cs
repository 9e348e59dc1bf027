namespace OpsCenter.Portal.Usage.Recording;

/// <summary>
/// The keys of jobs that are written together. The first job with a key leads; later ones with the same key get its answer. A job that is out of
/// time claims no key: it can only find its own, as a retry.
/// </summary>
internal sealed class KeyGroup
{
    private readonly SortedDictionary<JobKey, StoredUsage> leaders = [];
    private readonly SortedDictionary<JobKey, StoredUsage> outOfTime = [];

    public KeyGroup(StoredUsage[] jobs)
    {
        foreach (var job in jobs)
        {
            if (job.Key is { } key)
            {
                (job.Report.IsOutOfTime ? outOfTime : leaders).TryAdd(key, job);
            }
        }
    }

    /// <summary>One job for each key, in the order in which keys are claimed.</summary>
    public StoredUsage[] Leaders => [.. leaders.Values];

    /// <summary>One job for each key that an earlier report may have: those of leaders that could not be claimed, and those out of time.</summary>
    public StoredUsage[] MayBeStored(IReadOnlySet<Guid> claimed) =>
    [
        .. leaders.Values.Where(job => !claimed.Contains(job.EventId)),
        .. outOfTime.Where(pair => !leaders.ContainsKey(pair.Key)).Select(pair => pair.Value),
    ];

    /// <summary>The job whose answer counts: the first with the same key, or the job itself.</summary>
    public StoredUsage LeaderOf(StoredUsage job) => job.Key is { } key && leaders.TryGetValue(key, out var leader) ? leader : job;
}
