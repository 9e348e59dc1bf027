using FsCheck.Xunit;
using OpsCenter.Domain.Usage.Replays;
using OpsCenter.Portal.Tests.Usage.Pricing;

namespace OpsCenter.Portal.Tests.Usage.Replays;

/// <summary>What holds for every card and every job.</summary>
[Properties(Arbitrary = [typeof(PricingGenerators)])]
public sealed class ReplayProperties
{
    private static readonly Guid Customer = new("00000000-0000-7000-8000-00000000000a");

    [Property]
    public bool The_card_that_charged_a_job_changes_nothing(PriceableCase charged)
    {
        var result = Replay(charged, charged);

        return result.Total is { Jobs: 1, DearerJobs: 0, CheaperJobs: 0, HeldJobs: 0, RevenueDifference.Amount: 0m, CostDifference.Amount: 0m };
    }

    [Property]
    public bool A_voided_job_leaves_no_trace_whatever_the_card(PriceableCase charged, PriceableCase tried)
    {
        var tally = new ReplayTally(tried.Card);
        var entry = EntryOf(charged);
        tally.Add(entry);
        tally.Add(entry with { IsReversal = true, Revenue = -entry.Revenue, Cost = -entry.Cost });

        return tally.ToResult() is { Total.Jobs: 0, Total.RevenueAfter.Amount: 0m, Groups.IsEmpty: true, Missing.IsEmpty: true };
    }

    [Property]
    public bool Every_dimension_adds_up_to_the_total(PriceableCase[] charged, PricingCase tried)
    {
        var tally = new ReplayTally(tried.Card);

        // Amounts are held small enough that many jobs still add up exactly.
        foreach (var one in charged.Where(c => c.Charge.Amount < 1_000_000m))
            tally.Add(EntryOf(one));

        var result = tally.ToResult();

        return Enum.GetValues<ReplayDimension>().All(dimension =>
            result.By(dimension).Aggregate(ReplayFigures.Zero(result.Total.RevenueBefore.Currency), (sum, g) => sum + g.Figures) == result.Total);
    }

    private static ReplayResult Replay(PriceableCase charged, PricingCase tried)
    {
        var tally = new ReplayTally(tried.Card);
        tally.Add(EntryOf(charged));

        return tally.ToResult();
    }

    private static ReplayedEntry EntryOf(PriceableCase charged) => new(false, Customer, charged.Job, charged.Price.Total, charged.Price.Cost);
}
