using System.Collections.Immutable;

namespace OpsCenter.Domain.Billing.Backend;

/// <summary>Usage on its way to the backend: whole jobs, none of them split over two batches.</summary>
public sealed record MeteringBatch
{
    /// <summary>Most events of one batch.</summary>
    public const int MaxEvents = 100;

    /// <param name="events">1…<see cref="MaxEvents"/>, no id twice.</param>
    /// <exception cref="ArgumentException">None, too many, or an id twice.</exception>
    public MeteringBatch(ImmutableArray<MeteringEvent> events)
    {
        if (events is not { Length: > 0 and <= MaxEvents })
            throw new ArgumentException($"A batch has 1 to {MaxEvents} events.", nameof(events));

        if (events.DistinctBy(e => e.Id).Count() < events.Length)
            throw new ArgumentException("An event stands in a batch once.", nameof(events));

        Events = events;
    }

    /// <summary>The events, in order.</summary>
    public ImmutableArray<MeteringEvent> Events { get; }
}
