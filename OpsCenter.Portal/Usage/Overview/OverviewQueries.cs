using System.Collections.Immutable;
using System.Data;
using Npgsql;
using OpsCenter.Domain.Accounts;
using OpsCenter.Portal.Organizations;

namespace OpsCenter.Portal.Usage.Overview;

/// <summary>Reads overviews of the platform, of one customer or of one agent from the roll-ups.</summary>
public sealed class OverviewQueries(NpgsqlDataSource database, CustomerQueries customers, TimeProvider clock)
{
    /// <summary>The overview of a period as it is now.</summary>
    /// <param name="actor">Who asks.</param>
    /// <param name="period">Which period.</param>
    /// <param name="scope">Whose jobs.</param>
    /// <param name="cancellationToken">Stops the query.</param>
    /// <exception cref="AccessDeniedException">The actor may not see the jobs of all customers.</exception>
    public async Task<PlatformOverview> GetAsync(Actor actor, OverviewPeriod period, OverviewScope scope, CancellationToken cancellationToken)
    {
        AccessPolicy.Demand(actor, Permission.ViewAllJobs);
        var now = clock.GetUtcNow();
        var span = OverviewSpan.Of(period, now);
        var currencies = OverviewAssembly.Of(await ReadAsync(span, scope, cancellationToken), span);
        var ids = currencies.SelectMany(currency => currency.Shares).Select(share => share.CustomerId).OfType<Guid>().ToArray();
        var names = ids.Length == 0 ? ImmutableDictionary<Guid, string>.Empty : await customers.NamesAsync(actor, ids, cancellationToken);

        return new PlatformOverview(span, now, [.. currencies.Select(currency => currency with { Shares = [.. currency.Shares.Select(Named)] })]);

        OverviewShare Named(OverviewShare share) =>
            share.CustomerId is { } id ? share with { Name = names.GetValueOrDefault(id, id.ToString()) } : share;
    }

    // One snapshot for all statements: figures beside each other must agree to the last digit, also while jobs pour in.
    private async Task<OverviewRows> ReadAsync(OverviewSpan span, OverviewScope scope, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellationToken);
        await using var batch = OverviewSql.Of(connection, span, scope);
        var rows = await OverviewRows.ReadAsync(batch, cancellationToken);
        await transaction.CommitAsync(cancellationToken);

        return rows;
    }
}
