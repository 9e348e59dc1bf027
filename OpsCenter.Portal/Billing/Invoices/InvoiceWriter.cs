using Microsoft.Extensions.Options;
using Npgsql;
using OpsCenter.Domain.Billing;
using OpsCenter.Portal.Billing.Accounts;
using OpsCenter.Portal.Billing.Books;
using OpsCenter.Portal.Billing.Documents;
using OpsCenter.Portal.Data;
using OpsCenter.Portal.Organizations;

namespace OpsCenter.Portal.Billing.Invoices;

/// <summary>Issues invoices: a number, who sells and who buys as they are today, and the lines; never changed afterwards.</summary>
public sealed class InvoiceWriter(IOptions<BillingOptions> options, PaymentMode mode)
{
    private const string Insert =
        """
        insert into invoices (id, number, kind, organization_id, subscription_id, billing_period_id, test_mode, currency, issued_at, accounting_date,
            period_start, period_end, seller, buyer, tax_note, subtotal, tax, total, state, settled_at)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20)
        """;

    private const string InsertLines =
        """
        insert into invoice_lines (invoice_id, position, kind, description, period_start, period_end, exact_amount, amount, tax_percent)
        select * from unnest($1::uuid[], $2::integer[], $3::text[], $4::text[], $5::timestamptz[], $6::timestamptz[], $7::numeric[], $8::numeric[], $9::numeric[])
        """;

    /// <summary>Writes one, in the caller's transaction, and carries over what it says. The caller has locked the account.</summary>
    internal async Task<IssuedInvoice> WriteAsync(
        NpgsqlConnection connection, NewInvoice invoice, BillingAccount buyer, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var draft = invoice.Draft;
        var id = Guid.CreateVersion7(now);

        if (draft.Kind is InvoiceKind.Period && draft.CarriedOut.Amount != buyer.Carried)
            await BillingAccountRows.CarryAsync(connection, buyer.OrganizationId, draft.CarriedOut.Amount, now, cancellationToken);

        var name = buyer.LegalName.Length > 0 ? buyer.LegalName : await CustomerNames.OfAsync(connection, buyer.OrganizationId, cancellationToken);
        var date = await AccountingCalendar.DateForAsync(connection, DateOnly.FromDateTime(now.UtcDateTime), cancellationToken);
        var number = await DocumentSeries.NextAsync(connection, DocumentSeries.InvoiceOf(mode.IsTest), cancellationToken);
        var head = new NpgsqlBatchCommand(Insert);
        head.Parameters.AddAll(
            id, number, EnumText<InvoiceKind>.Of(draft.Kind), invoice.OrganizationId, invoice.SubscriptionId, invoice.BillingPeriodId, mode.IsTest,
            draft.Currency.Code, now.UtcDateTime, date, draft.PeriodStart.UtcDateTime, draft.PeriodEnd.UtcDateTime);
        head.Parameters.AddJson(PartySnapshot.Of(options.Value.Seller));
        head.Parameters.AddJson(PartySnapshot.Of(buyer, name));
        head.Parameters.AddAll(
            draft.Tax.Note, draft.Subtotal.Amount, draft.TaxAmount.Amount, draft.Total.Amount, draft.Total.Amount == 0 ? "paid" : "open",
            draft.Total.Amount == 0 ? now.UtcDateTime : null);
        await using var batch = new NpgsqlBatch(connection) { BatchCommands = { head, LinesCommand(id, draft) } };
        await batch.ExecuteNonQueryAsync(cancellationToken);

        return new IssuedInvoice(id, number, draft.Total);
    }

    private static NpgsqlBatchCommand LinesCommand(Guid id, InvoiceDraft draft)
    {
        var rows = new ColumnArrays<(InvoiceLine Line, int Position)>(InsertLines, [.. draft.Lines.Select((line, index) => (line, index + 1))]);
        rows.Add(_ => id);
        rows.Add(l => l.Position);
        rows.Add(l => EnumText<InvoiceLineKind>.Of(l.Line.Kind));
        rows.Add(l => l.Line.Description);
        rows.Add(l => l.Line.PeriodStart.UtcDateTime);
        rows.Add(l => l.Line.PeriodEnd.UtcDateTime);
        rows.Add(l => l.Line.Exact.Amount);
        rows.Add(l => l.Line.Amount.Amount);
        rows.Add(l => l.Line.TaxPercent);

        return rows.Command;
    }
}
