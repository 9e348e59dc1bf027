using System.Collections.Concurrent;
using Npgsql;
using OpsCenter.Domain.Subscriptions;

namespace OpsCenter.Portal.Subscriptions;

/// <summary>Versions of plans by id. They never change, so each is read once.</summary>
public sealed class PlanVersions(NpgsqlDataSource database)
{
    private readonly ConcurrentDictionary<Guid, PlanVersion> known = new();

    /// <summary>A version that something refers to.</summary>
    /// <exception cref="InvalidOperationException">There is no such version.</exception>
    internal async ValueTask<PlanVersion> GetAsync(Guid id, CancellationToken cancellationToken) =>
        await FindAsync(id, cancellationToken) ?? throw new InvalidOperationException($"There is no plan version {id}.");

    /// <summary>A version whose id came from outside; null when there is none.</summary>
    internal async ValueTask<PlanVersion?> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        if (known.TryGetValue(id, out var version))
            return version;

        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var found = await PlanVersionRows.FindAsync(connection, id, cancellationToken);

        return found is null ? null : known.GetOrAdd(id, found);
    }
}
