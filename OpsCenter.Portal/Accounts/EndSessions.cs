using Microsoft.EntityFrameworkCore;
using OpsCenter.Portal.Data;

namespace OpsCenter.Portal.Accounts;

/// <summary>Ends sessions, in the transaction of the act that is the reason.</summary>
internal static class EndSessions
{
    /// <summary>Ends every session of a person.</summary>
    public static Task OfAsync(OpsCenterDbContext db, Guid userId, DateTimeOffset now, CancellationToken cancellationToken) =>
        db.Sessions.Where(s => s.UserId == userId && s.RevokedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(s => s.RevokedAt, now), cancellationToken);
}
