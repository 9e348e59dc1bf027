using OpsCenter.Domain.Monetary;
using OpsCenter.Portal.Shell.Widgets;
using OpsCenter.Portal.Usage.Ledger;

namespace OpsCenter.Portal.Billing.Books;

/// <summary>The books of one currency: what the ledger holds, and where it went.</summary>
/// <param name="currency">The currency.</param>
/// <param name="ledger">What the ledger holds of it, by period.</param>
/// <param name="periods">The counters of all periods.</param>
internal sealed class CurrencyBooks(Currency currency, PeriodBalance[] ledger, Dictionary<Guid, PeriodCounters> periods)
{
    /// <summary>What was posted in the month.</summary>
    public decimal PostedInAll => ledger.Sum(l => l.Posted);

    /// <summary>An amount of the currency.</summary>
    public Money Of(decimal amount) => new(amount, currency);

    /// <summary>Where the ledger went: of the month by what became of the entries, and of all time by what invoices say.</summary>
    /// <param name="usageLines">What invoices bill for usage, net of credits and of what they billed twice.</param>
    public IEnumerable<MonthCheck> LedgerChecks(decimal usageLines)
    {
        var unbilled = ledger.Where(l => l.BillingPeriodId is null).Sum(l => l.Posted);
        var closed = PostedWhere(isClosed: true);
        var open = PostedWhere(isClosed: false);
        yield return new MonthCheck(
            "The ledger of the month is invoiced, open or unbilled",
            Text(PostedInAll),
            $"{Text(closed)} invoiced + {Text(open)} open + {Text(unbilled)} unbilled",
            PostedInAll == closed + open + unbilled);

        var all = ledger.Where(l => l.BillingPeriodId is not null).Sum(l => l.Amount);
        var running = Own.Where(p => !p.IsClosed).Sum(p => p.Posted - p.Invoiced);
        yield return new MonthCheck(
            "Everything billed in the ledger is on invoices or open",
            Text(all),
            $"{Text(usageLines)} on invoices + {Text(running)} open",
            all == usageLines + running);
    }

    /// <summary>Where the money of invoices is.</summary>
    public MonthCheck Receivables(decimal issued, decimal allocated, decimal reduced, decimal open) => new(
        "Invoices are paid, credited or open",
        Text(issued),
        $"{Text(allocated)} paid + {Text(reduced)} credited + {Text(open)} open",
        issued == allocated + reduced + open);

    private IEnumerable<PeriodCounters> Own =>
        ledger.Select(l => l.BillingPeriodId).OfType<Guid>().Where(periods.ContainsKey).Select(id => periods[id]);

    private decimal PostedWhere(bool isClosed) => ledger
        .Where(l => l.BillingPeriodId is { } id && periods.TryGetValue(id, out var period) && period.IsClosed == isClosed)
        .Sum(l => l.Posted);

    private string Text(decimal amount) => MoneyFormat.Exact(Of(DecimalText.Trimmed(amount)));
}
