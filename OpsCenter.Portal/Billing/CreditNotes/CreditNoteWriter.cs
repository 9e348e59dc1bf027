using Npgsql;
using OpsCenter.Domain.Billing.CreditNotes;
using OpsCenter.Portal.Billing.Accounts;
using OpsCenter.Portal.Billing.Books;
using OpsCenter.Portal.Billing.Documents;
using OpsCenter.Portal.Billing.Dunning;
using OpsCenter.Portal.Billing.Invoices;
using OpsCenter.Portal.Billing.Payments;
using OpsCenter.Portal.Data;

namespace OpsCenter.Portal.Billing.CreditNotes;

/// <summary>Writes a credit note and does what it says with the money, in the caller's transaction.</summary>
public sealed class CreditNoteWriter(PaymentMode mode)
{
    private const string Insert =
        """
        insert into credit_notes (id, number, invoice_id, organization_id, test_mode, currency, issued_at, accounting_date, issued_by, reason, subtotal, tax,
            total, settlement)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
        """;

    private const string InsertLines =
        """
        insert into credit_note_lines (credit_note_id, invoice_id, position, description, amount, tax_percent)
        select * from unnest($1::uuid[], $2::uuid[], $3::integer[], $4::text[], $5::numeric[], $6::numeric[])
        """;

    private const string LockPayments =
        "select 1 from payments where id in (select payment_id from payment_allocations where invoice_id = $1) order by id for update";

    /// <summary>Locks an invoice and the payments of it until the transaction ends; false when the customer has none of that id.</summary>
    internal static async Task<bool> LockInvoiceAsync(
        NpgsqlConnection connection, Guid organizationId, Guid invoiceId, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand("select 1 from invoices where id = $1 and organization_id = $2 for update", connection);
        command.Parameters.AddAll(invoiceId, organizationId);

        if (await command.ExecuteScalarAsync(cancellationToken) is null)
            return false;

        await using var payments = new NpgsqlCommand(LockPayments, connection);
        payments.Parameters.AddAll(invoiceId);
        await payments.ExecuteNonQueryAsync(cancellationToken);

        return true;
    }

    /// <summary>Writes it; the caller has locked account and invoice.</summary>
    /// <returns>Its number.</returns>
    internal async Task<string> WriteAsync(NpgsqlConnection connection, NewCreditNote note, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var draft = note.Draft;
        var date = await AccountingCalendar.DateForAsync(connection, DateOnly.FromDateTime(now.UtcDateTime), cancellationToken);
        var number = await DocumentSeries.NextAsync(connection, DocumentSeries.CreditNoteOf(mode.IsTest), cancellationToken);
        var head = new NpgsqlBatchCommand(Insert);
        head.Parameters.AddAll(
            note.Id, number, note.Invoice.Head.Id, note.OrganizationId, mode.IsTest, draft.Total.Currency.Code, now.UtcDateTime, date, note.By, note.Reason,
            draft.Subtotal.Amount, draft.Tax.Amount, draft.Total.Amount, EnumText<CreditSettlement>.Of(draft.Settlement));
        await using var batch = new NpgsqlBatch(connection) { BatchCommands = { head, LinesCommand(note) } };
        await batch.ExecuteNonQueryAsync(cancellationToken);
        await SettleAsync(connection, note, now, cancellationToken);

        return number;
    }

    private static NpgsqlBatchCommand LinesCommand(NewCreditNote note)
    {
        var rows = new ColumnArrays<CreditNoteLine>(InsertLines, [.. note.Draft.Lines]);
        rows.Add(_ => note.Id);
        rows.Add(_ => note.Invoice.Head.Id);
        rows.Add(line => line.Position);
        rows.Add(line => line.Description);
        rows.Add(line => line.Amount.Amount);
        rows.Add(line => line.TaxPercent);

        return rows.Command;
    }

    private static Task SettleAsync(NpgsqlConnection connection, NewCreditNote note, DateTimeOffset now, CancellationToken cancellationToken) =>
        note.Draft.Settlement switch
        {
            CreditSettlement.Invoice when note.Draft.VoidsInvoice => VoidAsync(connection, note.Invoice.Head.Id, now, cancellationToken),
            CreditSettlement.Invoice => InvoicePayments.SettleAsync(connection, note.Invoice.Head.Id, now, cancellationToken),
            CreditSettlement.Refund => RefundAsync(connection, note, now, cancellationToken),
            CreditSettlement.Balance => CarryAsync(connection, note, now, cancellationToken),
        };

    private static async Task VoidAsync(NpgsqlConnection connection, Guid invoiceId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand("update invoices set state = 'void', settled_at = $2 where id = $1", connection);
        command.Parameters.AddAll(invoiceId, now.UtcDateTime);
        await command.ExecuteNonQueryAsync(cancellationToken);
        await Dunnings.EndAsync(connection, invoiceId, now, cancellationToken);
    }

    private static async Task RefundAsync(NpgsqlConnection connection, NewCreditNote note, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var payment = note.PaymentId ?? throw new InvalidOperationException("A refund needs the payment that gives money back.");

        _ = await Refunds.RequestAsync(connection, new RefundRequest(payment, note.Draft.Total, note.Reason, note.Id, note.By), now, cancellationToken)
            ?? throw new InvalidOperationException($"Payment {payment} has less left than the credit note says.");
    }

    // Without tax: the next invoice adds the tax to what it starts with.
    private static async Task CarryAsync(NpgsqlConnection connection, NewCreditNote note, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var account = await BillingAccountRows.FindAsync(connection, note.OrganizationId, cancellationToken);
        await BillingAccountRows.CarryAsync(connection, note.OrganizationId, account.Carried - note.Draft.Subtotal.Amount, now, cancellationToken);
    }
}
