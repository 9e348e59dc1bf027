using Microsoft.EntityFrameworkCore;
using OpsCenter.Domain.Accounts;
using OpsCenter.Portal.Data;

namespace OpsCenter.Portal.Accounts;

/// <summary>Sessions that are neither ended nor expired.</summary>
internal static class LiveSessions
{
    public static IQueryable<Session> Of(OpsCenterDbContext db, DateTimeOffset now) =>
        db.Sessions.AsNoTracking().Where(s => s.RevokedAt == null && s.ExpiresAt > now);

    /// <summary>
    /// A session and its person, with roles as they are now. They act for the first organisation by name; a choice among several is not
    /// offered yet.
    /// </summary>
    public static async Task<LiveSession?> FindAsync(
        OpsCenterDbContext db, IQueryable<Session> session, CancellationToken cancellationToken)
    {
        var found = await (
            from s in session
            join u in db.Users on s.UserId equals u.Id
            select new
            {
                Session = s,
                User = u,
                Membership = (
                    from m in db.Memberships
                    join o in db.Organizations on m.OrganizationId equals o.Id
                    where m.UserId == u.Id
                    orderby o.Name, o.Id
                    select new { o.Id, o.Name, m.Role }).FirstOrDefault(),
            }).SingleOrDefaultAsync(cancellationToken);

        return found is null ? null : new LiveSession(found.Session, new CurrentPerson(
            found.Session.Id,
            found.Session.ExpiresAt,
            found.User.SecurityStamp ?? "",
            new Actor.User(found.User.Id, found.User.PlatformRole, found.Membership?.Id, found.Membership?.Role),
            found.User.DisplayName,
            found.User.Email ?? "",
            found.Membership?.Name));
    }
}
