using System.Globalization;
using Npgsql;
using OpsCenter.Domain.Billing.Backend;
using OpsCenter.Domain.Monetary;
using OpsCenter.Portal.Data;

namespace OpsCenter.Portal.Billing.Invoices;

/// <summary>Reads the invoices of one customer.</summary>
internal static class InvoiceRows
{
    private const string Count = $"select count(*) {InvoiceSql.View} {InvoiceSql.Matching}";

    private const string Page =
        $"""
        select {InvoiceSql.HeadColumns} {InvoiceSql.View} {InvoiceSql.Matching}
        order by v.issued_at desc, v.id desc limit $6 offset $7
        """;

    /// <summary>One page of those that match, newest first.</summary>
    public static async Task<InvoicePage> ListAsync(
        NpgsqlConnection connection, Guid organizationId, InvoiceFilter filter, CancellationToken cancellationToken)
    {
        var size = Math.Clamp(filter.PageSize, 1, InvoiceFilter.MaxPageSize);
        await using var count = new NpgsqlCommand(Count, connection);
        AddFilter(count.Parameters, organizationId, filter);
        var total = Convert.ToInt32(await count.ExecuteScalarAsync(cancellationToken), CultureInfo.InvariantCulture);
        var pages = Math.Max(1, (total + size - 1) / size);
        var page = Math.Clamp(filter.Page, 1, pages);
        await using var command = new NpgsqlCommand(Page, connection);
        AddFilter(command.Parameters, organizationId, filter);
        command.Parameters.AddAll(size, (page - 1) * size);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var rows = new List<InvoiceHead>(size);

        while (await reader.ReadAsync(cancellationToken))
            rows.Add(HeadAt(reader));

        return new InvoicePage(rows, total, page, pages);
    }

    /// <summary>Reads <see cref="InvoiceSql.HeadColumns"/> from the first column on.</summary>
    public static InvoiceHead HeadAt(NpgsqlDataReader reader)
    {
        var currency = Currency.Of(reader.GetString(5));

        return new InvoiceHead
        {
            Id = reader.GetGuid(0),
            Number = reader.GetString(1),
            IssuedAt = reader.GetFieldValue<DateTimeOffset>(2),
            PeriodStart = reader.GetFieldValue<DateTimeOffset>(3),
            PeriodEnd = reader.GetFieldValue<DateTimeOffset>(4),
            Total = new Money(reader.GetDecimal(6), currency),
            Paid = new Money(reader.GetDecimal(7), currency),
            Credited = new Money(reader.GetDecimal(8), currency),
            Badge = EnumText<InvoiceBadge>.Parse(reader.GetString(9)),
            FailureCode = reader.IsDBNull(10) ? null : reader.GetString(10),
        };
    }

    private static void AddFilter(NpgsqlParameterCollection parameters, Guid organizationId, InvoiceFilter filter) => parameters.AddAll(
        organizationId,
        filter.Badge is { } badge ? EnumText<InvoiceBadge>.Of(badge) : null,
        Midnight(filter.From),
        filter.To < DateOnly.MaxValue ? Midnight(filter.To.Value.AddDays(1)) : null,
        filter.Number?.Trim().ToLowerInvariant());

    private static DateTime? Midnight(DateOnly? day) => day?.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);
}
