using Microsoft.EntityFrameworkCore;
using OpsCenter.Domain.Accounts;
using OpsCenter.Domain.Organizations;
using OpsCenter.Portal.Audit;
using OpsCenter.Portal.Data;

namespace OpsCenter.Portal.Organizations;

/// <summary>
/// What renaming, suspending and resuming share: the row the reader saw must still be the row that is there, and the audit row is part
/// of the same transaction. The database compares, so the second of two operators never overwrites the first.
/// </summary>
public sealed class CustomerChange(IDbContextFactory<OpsCenterDbContext> contexts, TimeProvider clock)
{
    internal const string SubjectType = "organization";

    /// <summary>Applies one change.</summary>
    /// <param name="actor">Who acts; the command has checked that they may.</param>
    /// <param name="seen">The customer as the reader saw it.</param>
    /// <param name="action">For the audit row.</param>
    /// <param name="apply">Changes the customer; the moment is now.</param>
    /// <param name="cancellationToken">Nothing is changed when it comes before the commit.</param>
    public async Task<ChangeCustomerOutcome> ApplyAsync(
        Actor actor, CustomerRow seen, string action, Action<Organization, DateTimeOffset> apply, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);

        if (await db.Organizations.SingleOrDefaultAsync(o => o.Id == seen.Id, cancellationToken) is not { } customer)
            return new ChangeCustomerOutcome.NotFound();

        if (db.Entry(customer).Property<uint>(CustomerRow.VersionColumn).CurrentValue != seen.Version)
            return await ChangedMeanwhileAsync(seen, cancellationToken);

        var before = StateOf(customer);
        apply(customer, now);

        if (!db.ChangeTracker.HasChanges())
            return new ChangeCustomerOutcome.Done(seen);

        AuditTrail.Append(db, actor, now, new AuditRecord(
            action, SubjectType, customer.Id.ToString(), before, StateOf(customer), OrganizationId: customer.Id));

        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            return await ChangedMeanwhileAsync(seen, cancellationToken);
        }

        return new ChangeCustomerOutcome.Done(await ReadAsync(db, seen.Id, cancellationToken));
    }

    internal static object StateOf(Organization customer) =>
        new { customer.Name, Status = EnumText<OrganizationStatus>.Of(customer.Status) };

    private async Task<ChangeCustomerOutcome> ChangedMeanwhileAsync(CustomerRow seen, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var current = await ReadAsync(db, seen.Id, cancellationToken);

        return new ChangeCustomerOutcome.ChangedMeanwhile(current, WhatChanged(seen, current));
    }

    private static Task<CustomerRow> ReadAsync(OpsCenterDbContext db, Guid id, CancellationToken cancellationToken) =>
        db.Organizations.AsNoTracking().Where(o => o.Id == id).Select(CustomerRow.FromOrganization).SingleAsync(cancellationToken);

    private static string WhatChanged(CustomerRow seen, CustomerRow current) => (seen.Name == current.Name, current.Status) switch
    {
        (false, var status) when status != seen.Status =>
            $"Someone renamed this customer to “{current.Name}” and {Verb(status)} it.",
        (false, _) => $"Someone renamed this customer to “{current.Name}”.",
        (true, var status) when status != seen.Status => $"Someone {Verb(status)} this customer.",
        (true, _) => "Someone changed this customer and changed it back.",
    };

    private static string Verb(OrganizationStatus status) => status switch
    {
        OrganizationStatus.Active => "resumed",
        OrganizationStatus.Suspended => "suspended",
    };
}
