using System.Collections.Immutable;
using System.Data;
using System.Globalization;
using Npgsql;
using OpsCenter.Domain.Monetary;
using OpsCenter.Portal.Data;
using OpsCenter.Portal.Usage.Ledger;

namespace OpsCenter.Portal.Billing.Books;

/// <summary>Compares ledger, periods, documents and payments, as they are at one moment.</summary>
internal sealed class MonthBooks(NpgsqlDataSource database)
{
    private const string UsageLines =
        """
        select i.currency, sum(l.amount) from invoice_lines l join invoices i on i.id = l.invoice_id
        where l.kind in ('llm', 'agent', 'tools', 'usage', 'included', 'credit', 'invoiced') group by i.currency
        """;

    private const string Periods =
        """
        select id, closed_at is not null, llm_fee + agent_fee + tools_fee - covered - credited + residue, invoiced, ends_at from billing_periods
        """;

    private const string Issued = "select currency, sum(total) from invoices group by currency";

    // What went back after an invoice was paid leaves it paid.
    private const string Allocated =
        """
        select i.currency, sum(a.amount) from payment_allocations a join invoices i on i.id = a.invoice_id
        where a.amount > 0 or i.state = 'open' group by i.currency
        """;

    private const string Reduced = "select currency, sum(total) from credit_notes where settlement = 'invoice' group by currency";

    private const string Open =
        """
        select i.currency, sum(i.total
            - coalesce((select sum(a.amount) from payment_allocations a where a.invoice_id = i.id), 0)
            - coalesce((select sum(n.total) from credit_notes n where n.invoice_id = i.id and n.settlement = 'invoice'), 0))
        from invoices i where i.state = 'open' group by i.currency
        """;

    private const string Series =
        """
        select s.name, s.next_number - 1, count(d.number), coalesce(max(substr(d.number, length(s.prefix) + 1)::integer), 0)
        from document_series s
        left join (select number from invoices union all select number from credit_notes) d on d.number ~ ('^' || s.prefix || '[0-9]+$')
        group by s.name, s.next_number order by s.name
        """;

    private const string InvoicesOfMonth = "select currency, sum(total) from invoices where accounting_date >= $1 and accounting_date < $2 group by currency";
    private const string TaxOfMonth = "select currency, sum(tax) from invoices where accounting_date >= $1 and accounting_date < $2 group by currency";
    private const string NotesOfMonth = "select currency, sum(total) from credit_notes where accounting_date >= $1 and accounting_date < $2 group by currency";

    private const string PaymentsOfMonth =
        "select currency, sum(amount) from payments where state = 'succeeded' and settled_at >= $1::date at time zone 'UTC' and settled_at < $2::date at time zone 'UTC' group by currency";

    /// <summary>The figures and checks of a month.</summary>
    public async Task<MonthReport> ReadAsync(DateOnly month, CancellationToken cancellationToken)
    {
        var (from, until) = (month, month.AddMonths(1));
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var snapshot = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellationToken);
        var ledger = await LedgerBalances.ReadAsync(connection, Midnight(from), Midnight(until), cancellationToken);
        var periods = await PeriodsAsync(connection, cancellationToken);
        var sums = new Dictionary<string, Dictionary<string, decimal>>();

        foreach (var statement in (string[])[UsageLines, Issued, Allocated, Reduced, Open])
            sums[statement] = await SumsAsync(connection, statement, cancellationToken);

        foreach (var statement in (string[])[InvoicesOfMonth, TaxOfMonth, NotesOfMonth, PaymentsOfMonth])
            sums[statement] = await SumsAsync(connection, statement, cancellationToken, from, until);

        var figures = ImmutableArray.CreateBuilder<MonthFigure>();
        var checks = ImmutableArray.CreateBuilder<MonthCheck>();
        string[] currencies = [.. sums.Values.SelectMany(s => s.Keys).Concat(ledger.Select(l => l.Currency)).Distinct().Order(StringComparer.Ordinal)];

        foreach (var code in currencies)
        {
            var own = new CurrencyBooks(Currency.Of(code), [.. ledger.Where(l => l.Currency == code)], periods);
            figures.AddRange(FiguresOf(own, sums, code));
            checks.AddRange(own.LedgerChecks(Sum(sums, UsageLines, code)));
            checks.Add(own.Receivables(Sum(sums, Issued, code), Sum(sums, Allocated, code), Sum(sums, Reduced, code), Sum(sums, Open, code)));
        }

        checks.Add(CountersCheck(ledger, periods));
        checks.Add(ClosedCheck(periods, Midnight(until)));
        checks.AddRange(await SeriesAsync(connection, cancellationToken));

        return new MonthReport(month, figures.ToImmutable(), checks.ToImmutable());
    }

    private static IEnumerable<MonthFigure> FiguresOf(CurrencyBooks own, Dictionary<string, Dictionary<string, decimal>> sums, string code) =>
    [
        new("Invoices, with tax", own.Of(Sum(sums, InvoicesOfMonth, code))),
        new("Tax in them", own.Of(Sum(sums, TaxOfMonth, code))),
        new("Credit notes, with tax", own.Of(Sum(sums, NotesOfMonth, code))),
        new("Payments that came", own.Of(Sum(sums, PaymentsOfMonth, code))),
        new("Posted to the ledger", own.Of(own.PostedInAll)),
    ];

    private static decimal Sum(Dictionary<string, Dictionary<string, decimal>> sums, string statement, string code) =>
        sums[statement].GetValueOrDefault(code);

    private static MonthCheck CountersCheck(List<PeriodBalance> ledger, Dictionary<Guid, PeriodCounters> periods)
    {
        var held = ledger.Where(l => l.BillingPeriodId is not null).ToDictionary(l => l.BillingPeriodId!.Value, l => l.Amount); // the filter saw an id
        var differing = periods.Count(p => held.GetValueOrDefault(p.Key) != p.Value.Posted) + held.Keys.Except(periods.Keys).Count();

        return new MonthCheck(
            "Counters of billing periods are the ledger", Count(periods.Count, "period"), $"{periods.Count - differing:N0} agree", differing == 0);
    }

    private static MonthCheck ClosedCheck(Dictionary<Guid, PeriodCounters> periods, DateTimeOffset until)
    {
        var ended = periods.Values.Count(p => p.EndsAt <= until);
        var late = periods.Values.Count(p => !p.IsClosed && p.EndsAt <= until);

        return new MonthCheck("Periods that ended are closed", $"{Count(ended, "period")} ended by then", $"{ended - late:N0} closed", late == 0);
    }

    private static async Task<List<MonthCheck>> SeriesAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(Series, connection);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var checks = new List<MonthCheck>();

        while (await reader.ReadAsync(cancellationToken))
        {
            var (name, taken, count, last) = (reader.GetString(0).Replace('_', ' '), reader.GetInt32(1), reader.GetInt64(2), reader.GetInt32(3));

            if (taken > 0 || count > 0)
                checks.Add(new MonthCheck($"Numbers of the series {name} have no gaps", $"{taken:N0} taken", $"{Count(count, "document")}, the last is {last:N0}", taken == count && taken == last));
        }

        return checks;
    }

    private static async Task<Dictionary<Guid, PeriodCounters>> PeriodsAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(Periods, connection);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var periods = new Dictionary<Guid, PeriodCounters>();

        while (await reader.ReadAsync(cancellationToken))
            periods.Add(reader.GetGuid(0), new PeriodCounters(reader.GetBoolean(1), reader.GetDecimal(2), reader.GetDecimal(3), reader.GetFieldValue<DateTimeOffset>(4)));

        return periods;
    }

    private static async Task<Dictionary<string, decimal>> SumsAsync(
        NpgsqlConnection connection, string statement, CancellationToken cancellationToken, params object?[] values)
    {
        await using var command = new NpgsqlCommand(statement, connection);
        command.Parameters.AddAll(values);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var sums = new Dictionary<string, decimal>();

        while (await reader.ReadAsync(cancellationToken))
            sums.Add(reader.GetString(0), reader.GetDecimal(1));

        return sums;
    }

    private static string Count(long count, string thing) => string.Create(CultureInfo.InvariantCulture, $"{count:N0} {thing}{(count == 1 ? "" : "s")}");

    private static DateTimeOffset Midnight(DateOnly day) => new(day, TimeOnly.MinValue, TimeSpan.Zero);
}
