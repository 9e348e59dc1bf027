using Microsoft.EntityFrameworkCore;
using OpsCenter.Portal.Data;

namespace OpsCenter.Portal.Usage.Ledger;

/// <summary>Keeps acts on the money of one job apart: a correction and a credit must not both give it back. Held until the transaction ends.</summary>
internal static class JobLock
{
    public static Task TakeAsync(OpsCenterDbContext db, Guid eventId, CancellationToken cancellationToken) =>
        db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(8200003, hashtext({eventId.ToString()}))", cancellationToken);
}
