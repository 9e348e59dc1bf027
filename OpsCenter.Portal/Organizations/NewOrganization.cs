using OpsCenter.Domain.Accounts;
using OpsCenter.Domain.Organizations;
using OpsCenter.Portal.Audit;
using OpsCenter.Portal.Data;

namespace OpsCenter.Portal.Organizations;

/// <summary>A customer that somebody makes for themselves by signing up.</summary>
internal static class NewOrganization
{
    /// <summary>Adds it with its owner to the caller's transaction; the caller has checked the name and saves.</summary>
    /// <returns>Its owner as an actor.</returns>
    public static Actor.User Add(OpsCenterDbContext db, Guid ownerId, string name, DateTimeOffset now)
    {
        var organization = new Organization(Guid.CreateVersion7(now), name.Trim(), now);
        var owner = new Actor.User(ownerId, null, organization.Id, OrganizationRole.Owner);
        db.Organizations.Add(organization);
        db.Memberships.Add(new Membership(organization.Id, ownerId, OrganizationRole.Owner, now));
        AuditTrail.Append(db, owner, now, new AuditRecord(
            "customer.signed_up", CustomerChange.SubjectType, organization.Id.ToString(), After: CustomerChange.StateOf(organization), OrganizationId: organization.Id));

        return owner;
    }
}
