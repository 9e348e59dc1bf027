using Microsoft.EntityFrameworkCore;
using OpsCenter.Portal.Data;

namespace OpsCenter.Portal.Tests.Browser;

/// <summary>Drafts are out of reach for a while: their table has another name until this is disposed of.</summary>
internal sealed class DraftOutage : IAsyncDisposable
{
    private readonly OpsCenterDbContext db;

    private DraftOutage(OpsCenterDbContext db) => this.db = db;

    public static async Task<DraftOutage> BeginAsync(IDbContextFactory<OpsCenterDbContext> contexts)
    {
        var outage = new DraftOutage(await contexts.CreateDbContextAsync());
        await outage.db.Database.ExecuteSqlAsync($"alter table rate_card_drafts rename to rate_card_drafts_away");

        return outage;
    }

    public async ValueTask DisposeAsync()
    {
        await db.Database.ExecuteSqlAsync($"alter table rate_card_drafts_away rename to rate_card_drafts");
        await db.DisposeAsync();
    }
}
