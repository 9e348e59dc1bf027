using Npgsql;
using OpsCenter.Domain.Accounts;
using OpsCenter.Domain.Integrations;
using OpsCenter.Portal.RateCards;

namespace OpsCenter.Portal.Integrations;

/// <summary>What operators see of Brigade.</summary>
public sealed class BrigadeQueries(IBrigadeGateway gateway, RateCardQueries cards, NpgsqlDataSource database)
{
    /// <summary>Brigade's rate card beside ours, and how Brigade is.</summary>
    /// <exception cref="AccessDeniedException">The actor may not see billing or rate cards.</exception>
    public async Task<BrigadeView> GetAsync(Actor actor, CancellationToken cancellationToken)
    {
        AccessPolicy.Demand(actor, Permission.ViewBilling);
        var seen = await BrigadeStatusTable.FindAsync(database, cancellationToken);
        var inForce = (await cards.VersionsAsync(actor, before: null, take: 1, cancellationToken)).Single();

        return new BrigadeView(gateway.Address, inForce.Version, await BehindSinceAsync(actor, seen?.Status?.CardVersion, inForce.Version, cancellationToken), seen);
    }

    private async Task<DateTimeOffset?> BehindSinceAsync(Actor actor, int? has, int inForce, CancellationToken cancellationToken)
    {
        if (has is null || has >= inForce)
            return null;

        var later = await cards.VersionsAsync(actor, before: null, inForce - has.Value, cancellationToken);

        return later.Where(v => v.Version > has).Min(v => v.Head.EffectiveFrom);
    }
}
