using Microsoft.EntityFrameworkCore;
using OpsCenter.Domain.RateCards;
using OpsCenter.Portal.Data;

namespace OpsCenter.Portal.RateCards;

/// <summary>Writes and reads whole versions of the rate card.</summary>
public static class RateCardStore
{
    /// <summary>Inserts a version inside the caller's transaction: rows first, then the version that seals them.</summary>
    public static async Task InsertAsync(
        OpsCenterDbContext db, RateCardVersion version, RateCardContent content, CancellationToken cancellationToken)
    {
        AddRows(db, version.Version, content.Routes);
        AddRows(db, version.Version, content.Agents);
        AddRows(db, version.Version, content.Tools);
        await db.SaveChangesAsync(cancellationToken);
        db.RateCardVersions.Add(version);
        await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>Reads a version, or null when there is none of that number. Rows come in the order of their natural keys.</summary>
    public static async Task<RateCard?> LoadAsync(OpsCenterDbContext db, int number, CancellationToken cancellationToken)
    {
        var head = await db.RateCardVersions.IgnoreQueryFilters().AsNoTracking().SingleOrDefaultAsync(v => v.Version == number, cancellationToken);

        if (head is null)
        {
            return null;
        }

        var routes = await RowsOf(db.PricingRules, number).OrderBy(r => r.Provider).ThenBy(r => r.Model).ToListAsync(cancellationToken);
        var agents = await RowsOf(db.AgentPricing, number).OrderBy(a => a.Name).ToListAsync(cancellationToken);
        var tools = await RowsOf(db.ToolPricing, number).OrderBy(t => t.Name).ToListAsync(cancellationToken);
        var content = new RateCardContent(head.Currency, head.DefaultAgentRatePer1K, [.. routes], [.. agents], [.. tools]);

        return new RateCard(head.Version, head.EffectiveFrom, head.PublishedAt, content);
    }

    private static void AddRows<TRow>(OpsCenterDbContext db, int version, IEnumerable<TRow> rows)
        where TRow : class
    {
        foreach (var row in rows)
        {
            db.Entry(row).Property<int>(RateCardConfiguration.Version).CurrentValue = version;
            db.Add(row);
        }
    }

    private static IQueryable<TRow> RowsOf<TRow>(DbSet<TRow> rows, int version)
        where TRow : class =>
        rows.AsNoTracking().Where(row => EF.Property<int>(row, RateCardConfiguration.Version) == version);
}
