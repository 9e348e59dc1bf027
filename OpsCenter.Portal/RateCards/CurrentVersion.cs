using Microsoft.EntityFrameworkCore;
using OpsCenter.Portal.Data;

namespace OpsCenter.Portal.RateCards;

/// <summary>
/// The version in force, for those who poll. Asked of the database at most four times a second, however many poll: what another instance
/// published, or what came into force by itself, is seen a quarter of a second later; what this one published, at once. Prices never come from here.
/// </summary>
public sealed class CurrentVersion(IDbContextFactory<OpsCenterDbContext> contexts, TimeProvider clock) : IDisposable
{
    /// <summary>How old an answer may be.</summary>
    public static readonly TimeSpan MaxAge = TimeSpan.FromMilliseconds(250);

    private readonly SemaphoreSlim reading = new(1, 1);
    private volatile Answer? latest;

    /// <inheritdoc />
    public void Dispose() => reading.Dispose();

    /// <summary>Its number.</summary>
    internal async ValueTask<int> NumberAsync(CancellationToken cancellationToken)
    {
        if (Fresh is { } known)
        {
            return known.Version;
        }

        await reading.WaitAsync(cancellationToken);
        try
        {
            return (Fresh ?? (latest = await ReadAsync(cancellationToken))).Version;
        }
        finally
        {
            reading.Release();
        }
    }

    /// <summary>A version was published here: ask again.</summary>
    internal void Forget() => latest = null;

    private Answer? Fresh => latest is { } answer && clock.GetElapsedTime(answer.AskedAt) < MaxAge ? answer : null;

    private async Task<Answer> ReadAsync(CancellationToken cancellationToken)
    {
        // Taken before the question, so that the answer never claims to be younger than it is.
        var askedAt = clock.GetTimestamp();
        var now = clock.GetUtcNow();
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);

        return new Answer(await db.RateCardVersions.Where(v => v.EffectiveFrom <= now).MaxAsync(v => v.Version, cancellationToken), askedAt);
    }

    private sealed record Answer(int Version, long AskedAt);
}
