using System.Collections.Concurrent;

namespace OpsCenter.Portal.Security;

/// <summary>When each credential last called this instance, kept in memory: a write for each call would cost more than the call.</summary>
public sealed class MachineLastUse(TimeProvider clock)
{
    // Marks closer together tell nobody anything, and the fewer writes, the less the processors fight for the line in their caches.
    private static readonly long Grain = TimeSpan.TicksPerSecond;

    private readonly ConcurrentDictionary<Guid, Mark> marks = new();

    /// <summary>Notes a call that happens now, to within a second.</summary>
    /// <param name="credentialId">A credential that was found; invented ones must not come here, for their marks would pile up.</param>
    public void Note(Guid credentialId) =>
        marks.GetOrAdd(credentialId, static _ => new Mark()).Move(clock.GetUtcNow().UtcTicks);

    /// <summary>The uses that are not stored yet.</summary>
    internal IReadOnlyList<MachineUse> Unstored() => [.. marks.Select(m => m.Value.Unstored(m.Key)).OfType<MachineUse>()];

    /// <summary>Remembers that uses were stored; later ones of the same credentials are not.</summary>
    internal void Stored(IEnumerable<MachineUse> uses)
    {
        foreach (var use in uses)
            marks[use.CredentialId].Stored(use.At);
    }

    private sealed class Mark
    {
        private long latest;
        private long stored;

        public void Move(long ticks)
        {
            if (ticks - Volatile.Read(ref latest) >= Grain)
                Volatile.Write(ref latest, ticks);
        }

        public MachineUse? Unstored(Guid id) =>
            Volatile.Read(ref latest) is var ticks && ticks > stored ? new MachineUse(id, new DateTimeOffset(ticks, TimeSpan.Zero)) : null;

        public void Stored(DateTimeOffset at) => stored = at.UtcTicks;
    }
}
