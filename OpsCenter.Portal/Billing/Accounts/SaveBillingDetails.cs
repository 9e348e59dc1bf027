using Microsoft.EntityFrameworkCore;
using Npgsql;
using OpsCenter.Domain.Accounts;
using OpsCenter.Domain.Billing;
using OpsCenter.Portal.Audit;
using OpsCenter.Portal.Data;

namespace OpsCenter.Portal.Billing.Accounts;

/// <summary>Says who is billed from the next invoice on. The audit row names the fields that changed, not what stands in them.</summary>
public sealed class SaveBillingDetails(IDbContextFactory<OpsCenterDbContext> contexts, TimeProvider clock)
{
    private const string Update =
        """
        update billing_accounts set legal_name = $2, email = $3, line1 = $4, line2 = $5, postal_code = $6, city = $7, country = $8, tax_id = $9, changed_at = $10
        where organization_id = $1
        """;

    /// <summary>Saves them.</summary>
    /// <exception cref="AccessDeniedException">The actor may not change this customer's billing details.</exception>
    public async Task<SaveBillingDetailsOutcome> HandleAsync(Actor actor, Guid organizationId, BillingDetails given, CancellationToken cancellationToken)
    {
        AccessPolicy.DemandAbout(actor, organizationId, Permission.ManageOwnBilling, Permission.ManageBilling);
        var details = BillingDetailsRules.Normalize(given);

        if (BillingDetailsRules.ProblemsOf(details) is { Count: > 0 } problems)
            return new SaveBillingDetailsOutcome.Refused(problems);

        var now = clock.GetUtcNow();
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var connection = (NpgsqlConnection)db.Database.GetDbConnection();
        var before = BillingDetailsOf(await BillingAccountRows.LockAsync(connection, organizationId, now, cancellationToken));
        string[] changed = [.. Changed(before, details).Select(EnumText<BillingDetailsField>.Of)];

        if (changed.Length == 0)
            return new SaveBillingDetailsOutcome.Saved();

        await using var command = new NpgsqlCommand(Update, connection);
        command.Parameters.AddAll(
            organizationId, details.LegalName, details.Email, details.Line1, details.Line2, details.PostalCode, details.City, details.Country, details.TaxId,
            now.UtcDateTime);
        await command.ExecuteNonQueryAsync(cancellationToken);
        AuditTrail.Append(db, actor, now, new AuditRecord(
            "billing_details.saved",
            "organization",
            organizationId.ToString(),
            After: new { Changed = changed, HasTaxId = details.TaxId.Length > 0 },
            OrganizationId: organizationId));
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);

        return new SaveBillingDetailsOutcome.Saved();
    }

    /// <summary>The details of an account.</summary>
    internal static BillingDetails BillingDetailsOf(BillingAccount account) => new()
    {
        LegalName = account.LegalName,
        Email = account.Email,
        Line1 = account.Line1,
        Line2 = account.Line2,
        PostalCode = account.PostalCode,
        City = account.City,
        Country = account.Country,
        TaxId = account.TaxId,
    };

    private static IEnumerable<BillingDetailsField> Changed(BillingDetails before, BillingDetails after) =>
        Enum.GetValues<BillingDetailsField>().Where(field => TextOf(before, field) != TextOf(after, field));

    private static string TextOf(BillingDetails details, BillingDetailsField field) => field switch
    {
        BillingDetailsField.LegalName => details.LegalName,
        BillingDetailsField.Email => details.Email,
        BillingDetailsField.Line1 => details.Line1,
        BillingDetailsField.Line2 => details.Line2,
        BillingDetailsField.PostalCode => details.PostalCode,
        BillingDetailsField.City => details.City,
        BillingDetailsField.Country => details.Country,
        BillingDetailsField.TaxId => details.TaxId,
    };
}
