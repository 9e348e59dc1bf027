using Microsoft.EntityFrameworkCore;
using Npgsql;
using OpsCenter.Domain.Accounts;
using OpsCenter.Domain.Billing.CreditNotes;
using OpsCenter.Domain.Monetary;
using OpsCenter.Portal.Audit;
using OpsCenter.Portal.Billing.Accounts;
using OpsCenter.Portal.Billing.Invoices;
using OpsCenter.Portal.Data;

namespace OpsCenter.Portal.Billing.CreditNotes;

/// <summary>Takes back part or all of an invoice: the note, its number, what becomes of the money and the audit row are one transaction.</summary>
public sealed class IssueCreditNote(IDbContextFactory<OpsCenterDbContext> contexts, NpgsqlDataSource database, CreditNoteWriter writer, TimeProvider clock)
{
    /// <summary>What a credit note of an invoice can be about; null when the customer has no such invoice.</summary>
    /// <exception cref="AccessDeniedException">The actor may not issue credit notes.</exception>
    public async Task<CreditBasis?> PreviewAsync(Actor actor, Guid organizationId, Guid invoiceId, CancellationToken cancellationToken)
    {
        AccessPolicy.Demand(actor, Permission.ManageBilling);
        await using var connection = await database.OpenConnectionAsync(cancellationToken);

        return await InvoiceReader.FindAsync(connection, organizationId, invoiceId, cancellationToken) is { } invoice
            ? (await CreditNoteRows.BasisAsync(connection, invoice, cancellationToken)).Basis
            : null;
    }

    /// <summary>Issues it. Trying again with the same id issues nothing more.</summary>
    /// <exception cref="AccessDeniedException">The actor may not issue credit notes.</exception>
    public async Task<IssueCreditNoteOutcome> HandleAsync(Actor actor, IssueCreditNoteInput input, CancellationToken cancellationToken)
    {
        AccessPolicy.Demand(actor, Permission.ManageBilling);
        var reason = input.Reason.Trim();

        if (reason.Length is 0 or > IssueCreditNoteInput.MaxReason)
            return new IssueCreditNoteOutcome.Refused($"Say why, in at most {IssueCreditNoteInput.MaxReason} characters: it is printed on the credit note.");

        var now = clock.GetUtcNow();
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var connection = (NpgsqlConnection)db.Database.GetDbConnection();
        await BillingAccountRows.LockAsync(connection, input.OrganizationId, now, cancellationToken);

        if ((await CreditNoteRows.ReadAsync(connection, "where c.id = $1", cancellationToken, input.Id)).SingleOrDefault() is { } known)
            return new IssueCreditNoteOutcome.Issued(known.Number);

        if (!await CreditNoteWriter.LockInvoiceAsync(connection, input.OrganizationId, input.InvoiceId, cancellationToken)
            || await InvoiceReader.FindAsync(connection, input.OrganizationId, input.InvoiceId, cancellationToken) is not { } invoice)
        {
            return new IssueCreditNoteOutcome.Refused("This customer has no such invoice.");
        }

        var (basis, payment) = await CreditNoteRows.BasisAsync(connection, invoice, cancellationToken);
        var (draft, problem) = input.Amounts is { } amounts
            ? CreditNoteRule.Part(basis, amounts, input.Settlement)
            : CreditNoteRule.Whole(basis, input.Settlement);

        if (draft is null)
            return new IssueCreditNoteOutcome.Refused(problem ?? "This cannot be taken back.");

        var number = await writer.WriteAsync(connection, new NewCreditNote(input.Id, input.OrganizationId, invoice, draft, payment, reason, actor.Subject), now, cancellationToken);
        AuditTrail.Append(db, actor, now, new AuditRecord(
            "credit_note.issued",
            "invoice",
            input.InvoiceId.ToString(),
            After: new
            {
                CreditNote = number,
                Total = DecimalText.Format(draft.Total.Amount),
                Currency = draft.Total.Currency.Code,
                Settlement = EnumText<CreditSettlement>.Of(draft.Settlement),
                Voided = draft.VoidsInvoice,
            },
            Reason: reason,
            OrganizationId: input.OrganizationId));
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);

        return new IssueCreditNoteOutcome.Issued(number);
    }
}
