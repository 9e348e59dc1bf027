using System.Collections.Immutable;
using Npgsql;
using OpsCenter.Domain.Billing.Backend;
using OpsCenter.Domain.Billing.CreditNotes;
using OpsCenter.Domain.Monetary;
using OpsCenter.Portal.Data;

namespace OpsCenter.Portal.Billing.CreditNotes;

/// <summary>Credit notes as rows.</summary>
internal static class CreditNoteRows
{
    private const string Select =
        """
        select c.id, c.number, c.invoice_id, i.number, c.issued_at, c.reason, c.test_mode, c.currency, c.subtotal, c.tax, c.settlement, r.state
        from credit_notes c join invoices i on i.id = c.invoice_id left join refunds r on r.credit_note_id = c.id
        """;

    private const string Lines = "select credit_note_id, position, description, amount, tax_percent from credit_note_lines where credit_note_id = any($1) order by position";

    private const string Basis =
        """
        select coalesce((select sum(tax) from credit_notes where invoice_id = $1), 0), coalesce((select sum(total) from credit_notes where invoice_id = $1), 0),
            exists (select from payments where invoice_id = $1 and state in ('pending', 'action_required'))
        """;

    private const string CreditedLines =
        """
        select l.position, sum(l.amount) from credit_note_lines l where l.invoice_id = $1 group by l.position
        """;

    // What a payment still can give back: what it pays here, less what is already on its way back.
    private const string Refundable =
        """
        select p.id, p.amount - coalesce((select sum(r.amount) from refunds r where r.payment_id = p.id and r.state <> 'failed'), 0)
        from payments p
        where p.state = 'succeeded' and p.gateway_payment is not null
            and p.id in (select a.payment_id from payment_allocations a where a.invoice_id = $1 group by a.payment_id having sum(a.amount) > 0)
            and not exists (select from disputes d where d.payment_id = p.id and d.state <> 'won')
        order by 2 desc, p.id limit 1
        """;

    /// <summary>Credit notes that match a condition on <c>c</c>, oldest first.</summary>
    public static async Task<List<CreditNoteView>> ReadAsync(
        NpgsqlConnection connection, string condition, CancellationToken cancellationToken, params object?[] values)
    {
        var notes = new List<CreditNoteView>();

        await using (var command = new NpgsqlCommand($"{Select} {condition} order by c.issued_at, c.number", connection))
        {
            command.Parameters.AddAll(values);
            await using var reader = await command.ExecuteReaderAsync(cancellationToken);

            while (await reader.ReadAsync(cancellationToken))
                notes.Add(ViewAt(reader));
        }

        var lines = await LinesAsync(connection, notes, cancellationToken);

        return notes.ConvertAll(note => note with { Lines = [.. lines[note.Id]] });
    }

    /// <summary>What a further credit note of an invoice can be about, and the payment that can give money back.</summary>
    public static async Task<(CreditBasis Basis, Guid? PaymentId)> BasisAsync(
        NpgsqlConnection connection, BilledInvoice invoice, CancellationToken cancellationToken)
    {
        await using var batch = new NpgsqlBatch(connection)
        {
            BatchCommands = { new NpgsqlBatchCommand(Basis), new NpgsqlBatchCommand(CreditedLines), new NpgsqlBatchCommand(Refundable) },
        };

        for (var index = 0; index < batch.BatchCommands.Count; index++)
            batch.BatchCommands[index].Parameters.AddAll(invoice.Head.Id);

        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        var currency = invoice.Head.Total.Currency;
        var (tax, total, isUnderWay) = (reader.GetDecimal(0), reader.GetDecimal(1), reader.GetBoolean(2));
        await reader.NextResultAsync(cancellationToken);
        var lines = ImmutableDictionary.CreateBuilder<int, decimal>();

        while (await reader.ReadAsync(cancellationToken))
            lines[reader.GetInt32(0)] = reader.GetDecimal(1);

        await reader.NextResultAsync(cancellationToken);
        var hasPayment = await reader.ReadAsync(cancellationToken);
        var basis = new CreditBasis(
            invoice,
            lines.ToImmutable(),
            new Money(tax, currency),
            new Money(total, currency),
            hasPayment ? new Money(reader.GetDecimal(1), currency) : Money.Zero(currency),
            isUnderWay);

        return (basis, hasPayment ? reader.GetGuid(0) : null);
    }

    private static async Task<ILookup<Guid, CreditNoteLine>> LinesAsync(
        NpgsqlConnection connection, List<CreditNoteView> notes, CancellationToken cancellationToken)
    {
        var currencies = notes.ToDictionary(note => note.Id, note => note.Subtotal.Currency);
        await using var command = new NpgsqlCommand(Lines, connection);
        command.Parameters.AddAll(notes.Select(note => note.Id).ToArray());
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var lines = new List<(Guid Note, CreditNoteLine Line)>();

        while (await reader.ReadAsync(cancellationToken))
        {
            var id = reader.GetGuid(0);
            lines.Add((id, new CreditNoteLine(reader.GetInt32(1), reader.GetString(2), new Money(reader.GetDecimal(3), currencies[id]), reader.GetDecimal(4))));
        }

        return lines.ToLookup(line => line.Note, line => line.Line);
    }

    private static CreditNoteView ViewAt(NpgsqlDataReader reader)
    {
        var currency = Currency.Of(reader.GetString(7));

        return new CreditNoteView
        {
            Id = reader.GetGuid(0),
            Number = reader.GetString(1),
            InvoiceId = reader.GetGuid(2),
            InvoiceNumber = reader.GetString(3),
            IssuedAt = reader.GetFieldValue<DateTimeOffset>(4),
            Reason = reader.GetString(5),
            TestMode = reader.GetBoolean(6),
            Subtotal = new Money(reader.GetDecimal(8), currency),
            Tax = new Money(reader.GetDecimal(9), currency),
            Settlement = EnumText<CreditSettlement>.Parse(reader.GetString(10)),
            RefundState = reader.IsDBNull(11) ? null : reader.GetString(11),
            Lines = [],
        };
    }
}
