using Npgsql;
using OpsCenter.Portal.Data;

namespace OpsCenter.Portal.Billing.Books;

/// <summary>
/// Dates documents. Months are locked in their order, so all up to the last locked one are shut, and a document of a shut month is dated
/// into the first day that is not.
/// </summary>
internal static class AccountingCalendar
{
    // Writers of documents share it, whoever locks a month takes it alone: no document slips into a month while its figures are taken.
    private const long Gate = 0x4f70_7343_426f_6f6b;

    private const string FirstOpen = "select (max(month) + interval '1 month')::date from accounting_months";

    /// <summary>The accounting date of a document that is written now. No month is locked before the caller's transaction ends.</summary>
    /// <param name="connection">In the transaction that writes the document.</param>
    /// <param name="date">The date it would have.</param>
    /// <param name="cancellationToken">Stops waiting for a month that is being locked.</param>
    /// <returns>That date, or the first day of the first open month when its own is locked.</returns>
    public static async Task<DateOnly> DateForAsync(NpgsqlConnection connection, DateOnly date, CancellationToken cancellationToken)
    {
        await EnterAsync(connection, "select pg_advisory_xact_lock_shared($1)", cancellationToken);

        return await FirstOpenAsync(connection, cancellationToken) is { } open && open > date ? open : date;
    }

    /// <summary>Keeps out all who write documents until the transaction ends, and waits for those who are at it.</summary>
    public static Task ShutAsync(NpgsqlConnection connection, CancellationToken cancellationToken) =>
        EnterAsync(connection, "select pg_advisory_xact_lock($1)", cancellationToken);

    /// <summary>The first day that is not in a locked month; null while none is locked.</summary>
    public static async Task<DateOnly?> FirstOpenAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(FirstOpen, connection);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);

        return reader.IsDBNull(0) ? null : reader.GetFieldValue<DateOnly>(0);
    }

    private static async Task EnterAsync(NpgsqlConnection connection, string statement, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(statement, connection);
        command.Parameters.AddAll(Gate);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
