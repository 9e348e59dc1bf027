using OpsCenter.Domain.Monetary;

namespace OpsCenter.Domain.Usage.Replays;

/// <summary>Sums that grow; <see cref="ReplayFigures"/> once they are done.</summary>
internal sealed class ReplaySums
{
    public long Jobs { get; private set; }

    private long DearerJobs { get; set; }

    private long CheaperJobs { get; set; }

    private long HeldJobs { get; set; }

    private decimal RevenueBefore { get; set; }

    private decimal RevenueAfter { get; set; }

    private decimal CostBefore { get; set; }

    private decimal CostAfter { get; set; }

    public void AddBefore(int sign, in ReplayedEntry entry)
    {
        Jobs += sign;
        RevenueBefore += entry.Revenue.Amount;
        CostBefore += entry.Cost.Amount;
    }

    public void AddAfter(int sign, in ReplayedEntry entry, JobPrice price)
    {
        var (revenue, charged) = (price.Total.Amount, sign * entry.Revenue.Amount);
        RevenueAfter += sign * revenue;
        CostAfter += sign * price.Cost.Amount;
        DearerJobs += revenue > charged ? sign : 0;
        CheaperJobs += revenue < charged ? sign : 0;
    }

    public void AddHeld(int sign) => HeldJobs += sign;

    public ReplayFigures ToFigures(Currency currency) => new(
        Jobs,
        DearerJobs,
        CheaperJobs,
        HeldJobs,
        new Money(RevenueBefore, currency),
        new Money(RevenueAfter, currency),
        new Money(CostBefore, currency),
        new Money(CostAfter, currency));
}
