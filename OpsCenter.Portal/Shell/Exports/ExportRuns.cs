using OpsCenter.Domain.Accounts;

namespace OpsCenter.Portal.Shell.Exports;

/// <summary>
/// The exports that run on this instance, for the dialogs that watch them. Nothing depends on it but what a dialog shows: a request that
/// comes to another instance exports all the same.
/// </summary>
public sealed class ExportRuns(TimeProvider clock)
{
    /// <summary>Most exports that run for one person at a time.</summary>
    public const int MaxPerPerson = 3;

    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(10);

    private readonly Lock gate = new();
    private readonly Dictionary<Guid, (ExportRun Run, DateTimeOffset Since)> runs = [];

    /// <summary>The export of this name, which page and request may ask for in any order; null when it is somebody else's.</summary>
    public ExportRun? Find(Actor actor, Guid id)
    {
        lock (gate)
        {
            Forget();

            if (!runs.TryGetValue(id, out var known))
                runs[id] = known = (new ExportRun(id, actor.Subject), clock.GetUtcNow());

            return known.Run.Owner == actor.Subject ? known.Run : null;
        }
    }

    /// <summary>Lets an export run; false while as many as one person may have run already, or when it has run before.</summary>
    internal bool TryStart(ExportRun run)
    {
        lock (gate)
        {
            if (run.State is not ExportState.Waiting
                || runs.Values.Count(known => known.Run.Owner == run.Owner && known.Run.State is ExportState.Running) >= MaxPerPerson)
            {
                return false;
            }

            run.Start();

            return true;
        }
    }

    private void Forget()
    {
        var before = clock.GetUtcNow() - Kept;

        foreach (var (id, _) in runs.Where(pair => pair.Value.Since < before && pair.Value.Run.State is not ExportState.Running).ToList())
            runs.Remove(id);
    }
}
