using System.Text.Json;
using Npgsql;
using OpsCenter.Domain.Billing;
using OpsCenter.Domain.Billing.Backend;
using OpsCenter.Domain.Monetary;
using OpsCenter.Portal.Billing.Payments;
using OpsCenter.Portal.Data;

namespace OpsCenter.Portal.Billing.Invoices;

/// <summary>Reads one invoice with its lines and payments.</summary>
internal static class InvoiceReader
{
    private const string Whole =
        $"""
        select {InvoiceSql.HeadColumns}, v.test_mode, v.seller, v.buyer, v.tax_note, v.subtotal, v.tax, v.settled_at, v.billing_period_id
        {InvoiceSql.View} where v.id = $1 and v.organization_id = $2
        """;

    private const string Lines =
        "select position, kind, description, period_start, period_end, exact_amount, amount, tax_percent from invoice_lines where invoice_id = $1 order by position";

    // Also a payment of something else that was then put to this invoice.
    private const string Payments =
        """
        select p.id, p.created_at, p.amount, p.state, p.automatic, p.failure_code, p.failure_message, m.brand, m.last4,
            coalesce((select sum(a.amount) from payment_allocations a where a.payment_id = p.id and a.invoice_id = $1), 0),
            coalesce((select sum(r.amount) from refunds r where r.payment_id = p.id and r.state = 'succeeded'), 0),
            (select d.state from disputes d where d.payment_id = p.id order by d.opened_at desc limit 1)
        from payments p left join payment_methods m on m.id = p.payment_method_id
        where p.invoice_id = $1 or p.id in (select a.payment_id from payment_allocations a where a.invoice_id = $1)
        order by p.created_at, p.id
        """;

    /// <summary>The invoice; null when the customer has none of that id.</summary>
    public static async Task<BilledInvoice?> FindAsync(
        NpgsqlConnection connection, Guid organizationId, Guid invoiceId, CancellationToken cancellationToken)
    {
        await using var batch = new NpgsqlBatch(connection)
        {
            BatchCommands = { new NpgsqlBatchCommand(Whole), new NpgsqlBatchCommand(Lines), new NpgsqlBatchCommand(Payments) },
        };
        batch.BatchCommands[0].Parameters.AddAll(invoiceId, organizationId);
        batch.BatchCommands[1].Parameters.AddAll(invoiceId);
        batch.BatchCommands[2].Parameters.AddAll(invoiceId);
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);

        if (!await reader.ReadAsync(cancellationToken))
            return null;

        var invoice = WholeAt(reader);
        var currency = invoice.Head.Total.Currency;
        await reader.NextResultAsync(cancellationToken);
        var lines = new List<BilledLine>();

        while (await reader.ReadAsync(cancellationToken))
            lines.Add(LineAt(reader, currency));

        await reader.NextResultAsync(cancellationToken);
        var payments = new List<BilledPayment>();

        while (await reader.ReadAsync(cancellationToken))
            payments.Add(PaymentAt(reader, currency));

        return invoice with { Lines = lines, Payments = payments };
    }

    private static BilledInvoice WholeAt(NpgsqlDataReader reader)
    {
        var head = InvoiceRows.HeadAt(reader);
        var currency = head.Total.Currency;

        return new BilledInvoice
        {
            Head = head,
            TestMode = reader.GetBoolean(11),
            Seller = PartyAt(reader, 12),
            Buyer = PartyAt(reader, 13),
            TaxNote = reader.GetString(14),
            Subtotal = new Money(reader.GetDecimal(15), currency),
            Tax = new Money(reader.GetDecimal(16), currency),
            SettledAt = reader.IsDBNull(17) ? null : reader.GetFieldValue<DateTimeOffset>(17),
            BillingPeriodId = reader.IsDBNull(18) ? null : reader.GetGuid(18),
            Lines = [],
            Payments = [],
        };
    }

    private static InvoiceParty PartyAt(NpgsqlDataReader reader, int column) =>
        JsonSerializer.Deserialize<InvoiceParty>(reader.GetString(column))
            ?? throw new InvalidOperationException("A party of an invoice is empty.");

    private static BilledLine LineAt(NpgsqlDataReader reader, Currency currency) => new(
        reader.GetInt32(0),
        EnumText<InvoiceLineKind>.Parse(reader.GetString(1)),
        reader.GetString(2),
        reader.GetFieldValue<DateTimeOffset>(3),
        reader.GetFieldValue<DateTimeOffset>(4),
        new Money(reader.GetDecimal(5), currency),
        new Money(reader.GetDecimal(6), currency),
        reader.GetDecimal(7));

    private static BilledPayment PaymentAt(NpgsqlDataReader reader, Currency currency) => new()
    {
        Id = reader.GetGuid(0),
        CreatedAt = reader.GetFieldValue<DateTimeOffset>(1),
        Amount = new Money(reader.GetDecimal(2), currency),
        State = EnumText<BilledPaymentState>.Parse(reader.GetString(3)),
        Automatic = reader.GetBoolean(4),
        FailureCode = TextAt(reader, 5),
        FailureMessage = TextAt(reader, 6),
        Card = TextAt(reader, 7) is { } brand ? $"{CardWords.Name(brand)} ending in {reader.GetString(8)}" : null,
        Allocated = new Money(reader.GetDecimal(9), currency),
        Refunded = new Money(reader.GetDecimal(10), currency),
        Dispute = TextAt(reader, 11) is { } dispute ? EnumText<DisputeState>.Parse(dispute) : null,
    };

    private static string? TextAt(NpgsqlDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetString(column);
}
