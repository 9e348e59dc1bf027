using System.Collections.Immutable;
using OpsCenter.Domain.RateCards;

namespace OpsCenter.Portal.RateCards;

/// <summary>What became of publishing a draft. Whatever is not <see cref="Published"/> changed nothing.</summary>
public abstract record PublishOutcome
{
    private PublishOutcome()
    {
    }

    /// <summary>The draft is a version now, and the draft is gone.</summary>
    /// <param name="Version">Its number.</param>
    /// <param name="EffectiveFrom">From when on it prices.</param>
    public sealed record Published(int Version, DateTimeOffset EffectiveFrom) : PublishOutcome
    {
        /// <summary>Whether it waits for its time.</summary>
        public bool IsScheduled { get; init; }

        /// <summary>The version that now waits in place of the one that was scheduled before; null when there is none.</summary>
        public int? Follower { get; init; }
    }

    /// <summary>A colleague was first.</summary>
    /// <param name="Latest">The newest version: who, when and why.</param>
    public sealed record Outdated(RateCardVersionView Latest) : PublishOutcome;

    /// <summary>The draft is no longer the one that was reviewed, or says nothing that the base does not say.</summary>
    public sealed record NotAsReviewed : PublishOutcome;

    /// <summary>The card breaks rules.</summary>
    /// <param name="Problems">Each of them, at its cell.</param>
    public sealed record Invalid(ImmutableArray<RateCardProblem> Problems) : PublishOutcome;

    /// <summary>The note is missing or too long.</summary>
    /// <param name="Message">What to do about it.</param>
    public sealed record NoteRefused(string Message) : PublishOutcome;

    /// <summary>The time is over or too far away.</summary>
    /// <param name="Message">What to do about it.</param>
    public sealed record TimeRefused(string Message) : PublishOutcome;

    /// <summary>Another version waits for its time, and nobody said what becomes of it.</summary>
    /// <param name="Version">Its number.</param>
    /// <param name="EffectiveFrom">Its time.</param>
    public sealed record ScheduledInTheWay(int Version, DateTimeOffset EffectiveFrom) : PublishOutcome;

    /// <summary>Prices leave less than the margin floor, and nobody said why.</summary>
    /// <param name="Breaches">The rows.</param>
    public sealed record BelowFloor(ImmutableArray<MarginBreach> Breaches) : PublishOutcome;
}
