using System.Globalization;
using Npgsql;
using OpsCenter.Portal.Data;

namespace OpsCenter.Portal.Billing.Documents;

/// <summary>Numbers of invoices and credit notes: without gaps, because the next one is taken in the transaction that writes the document.</summary>
internal static class DocumentSeries
{
    /// <summary>Invoices.</summary>
    public static string InvoiceOf(bool testMode) => testMode ? "test_invoice" : "invoice";

    /// <summary>Credit notes.</summary>
    public static string CreditNoteOf(bool testMode) => testMode ? "test_credit_note" : "credit_note";

    /// <summary>The next number of a series, such as <c>INV-000042</c>. Others who want one wait until the transaction ends, so ask late.</summary>
    public static async Task<string> NextAsync(NpgsqlConnection connection, string series, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(
            "update document_series set next_number = next_number + 1 where name = $1 returning prefix, next_number - 1", connection);
        command.Parameters.AddAll(series);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);

        return await reader.ReadAsync(cancellationToken)
            ? string.Create(CultureInfo.InvariantCulture, $"{reader.GetString(0)}{reader.GetInt32(1):D6}")
            : throw new InvalidOperationException($"There is no document series {series}.");
    }
}
