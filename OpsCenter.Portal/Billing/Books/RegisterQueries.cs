using System.Globalization;
using System.Runtime.CompilerServices;
using Npgsql;
using OpsCenter.Domain.Accounts;
using OpsCenter.Domain.Monetary;
using OpsCenter.Portal.Data;
using OpsCenter.Portal.Organizations;

namespace OpsCenter.Portal.Billing.Books;

/// <summary>Reads the registers of all customers.</summary>
public sealed class RegisterQueries(NpgsqlDataSource database, CustomerQueries customers)
{
    /// <summary>Most rows of a page.</summary>
    public const int MaxPageSize = 100;

    private const int StreamBatch = 1_000;

    /// <summary>One page with the sums of all that match.</summary>
    /// <exception cref="AccessDeniedException">The actor may not see the books.</exception>
    public async Task<RegisterPage> ListAsync(Actor actor, Register register, RegisterFilter filter, CancellationToken cancellationToken)
    {
        AccessPolicy.Demand(actor, Permission.ViewBilling);
        var size = Math.Clamp(filter.PageSize, 1, MaxPageSize);
        var (total, sums) = await SumAsync(register, filter, cancellationToken);
        var pages = Math.Max(1, (total + size - 1) / size);
        var page = Math.Clamp(filter.Page, 1, pages);
        var rows = await ReadAsync(actor, register, filter, size, (page - 1) * size, cancellationToken);

        return new RegisterPage(rows, total, page, pages, sums);
    }

    /// <summary>All that match, newest first, read as they are asked for.</summary>
    /// <exception cref="AccessDeniedException">The actor may not see the books; thrown with the first row.</exception>
    public async IAsyncEnumerable<RegisterRow> StreamAsync(
        Actor actor, Register register, RegisterFilter filter, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        AccessPolicy.Demand(actor, Permission.ViewBilling);

        for (var offset = 0; ; offset += StreamBatch)
        {
            var rows = await ReadAsync(actor, register, filter, StreamBatch, offset, cancellationToken);

            foreach (var row in rows)
                yield return row;

            if (rows.Count < StreamBatch)
                yield break;
        }
    }

    private async Task<(int Total, List<Money> Sums)> SumAsync(Register register, RegisterFilter filter, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(RegisterSql.Sums(register));
        AddFilter(command.Parameters, filter);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var (total, sums) = (0L, new List<Money>());

        while (await reader.ReadAsync(cancellationToken))
        {
            total += reader.GetInt64(1);
            sums.Add(new Money(reader.GetDecimal(2), Currency.Of(reader.GetString(0))));
        }

        return (Convert.ToInt32(total, CultureInfo.InvariantCulture), sums);
    }

    private async Task<List<RegisterRow>> ReadAsync(
        Actor actor, Register register, RegisterFilter filter, int size, int offset, CancellationToken cancellationToken)
    {
        var rows = new List<RegisterRow>(size);

        await using (var command = database.CreateCommand(RegisterSql.Rows(register)))
        {
            AddFilter(command.Parameters, filter);
            command.Parameters.AddAll(size, offset);
            await using var reader = await command.ExecuteReaderAsync(cancellationToken);

            while (await reader.ReadAsync(cancellationToken))
                rows.Add(RowAt(reader));
        }

        var names = await customers.NamesAsync(actor, rows.Select(row => row.CustomerId), cancellationToken);

        return rows.ConvertAll(row => row with { Customer = names.GetValueOrDefault(row.CustomerId, "") });
    }

    private static void AddFilter(NpgsqlParameterCollection parameters, RegisterFilter filter) =>
        parameters.AddAll(filter.CustomerId, filter.Status, filter.From, filter.To);

    private static RegisterRow RowAt(NpgsqlDataReader reader)
    {
        var currency = Currency.Of(reader.GetString(5));

        return new RegisterRow(
            reader.GetGuid(0),
            reader.GetString(1),
            reader.GetFieldValue<DateOnly>(2),
            reader.GetGuid(3),
            "",
            reader.IsDBNull(4) ? null : reader.GetGuid(4),
            AmountAt(6),
            AmountAt(7),
            new Money(reader.GetDecimal(8), currency),
            reader.GetString(9));

        Money? AmountAt(int column) => reader.IsDBNull(column) ? null : new Money(reader.GetDecimal(column), currency);
    }
}
