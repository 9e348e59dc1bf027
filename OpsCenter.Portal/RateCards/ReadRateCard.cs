using Microsoft.EntityFrameworkCore;
using OpsCenter.Domain.Accounts;
using OpsCenter.Domain.Organizations;
using OpsCenter.Domain.RateCards;
using OpsCenter.Portal.Data;

namespace OpsCenter.Portal.RateCards;

/// <summary>What a machine reads: a version of the rate card and, when it asks, one customer.</summary>
public sealed class ReadRateCard(IDbContextFactory<OpsCenterDbContext> contexts, RateCardCache cards, CurrentVersion current, PublishedVersions published)
{
    /// <summary>The version asked for, else the one in force now; null when none of that number is or was in force.</summary>
    public async Task<RateCard?> CardAsync(Actor actor, int? version, CancellationToken cancellationToken)
    {
        AccessPolicy.Demand(actor, Permission.ReadRateCard);

        if (version is not { } asked)
            return await cards.GetAsync(await current.NumberAsync(cancellationToken), cancellationToken);

        return await published.ContainAsync(asked, cancellationToken) ? await cards.GetAsync(asked, cancellationToken) : null;
    }

    /// <summary>The customer, or null when the reference is none of ours.</summary>
    public async Task<Organization?> CustomerAsync(Actor actor, string reference, CancellationToken cancellationToken)
    {
        AccessPolicy.Demand(actor, Permission.ReadRateCard);

        if (!Guid.TryParse(reference, out var id))
        {
            return null;
        }

        await using var db = await contexts.CreateDbContextAsync(cancellationToken);

        return await db.Organizations.AsNoTracking().SingleOrDefaultAsync(o => o.Id == id, cancellationToken);
    }
}
