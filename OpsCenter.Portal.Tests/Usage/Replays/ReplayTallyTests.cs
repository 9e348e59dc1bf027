using FluentAssertions;
using OpsCenter.Domain.Monetary;
using OpsCenter.Domain.RateCards;
using OpsCenter.Domain.Usage;
using OpsCenter.Domain.Usage.Pricing;
using OpsCenter.Domain.Usage.Replays;
using OpsCenter.Portal.Tests.Usage.Pricing;
using Xunit;

namespace OpsCenter.Portal.Tests.Usage.Replays;

/// <summary>The brief's job: 0.375 model + 0.064 agent + 0.03 tools = 0.469, and costs 0.3 + 0.015 = 0.315.</summary>
public sealed class ReplayTallyTests
{
    private static readonly Guid Acme = new("00000000-0000-7000-8000-00000000000a");
    private static readonly Guid Globex = new("00000000-0000-7000-8000-00000000000b");

    private static readonly JobUsage Brief = new()
    {
        Agent = "research_pro",
        Route = "openai:gpt-4",
        InputTokens = 6_000,
        OutputTokens = 2_000,
        Tools = [new ToolUse("web.search", 3m)],
    };

    private static RateCardContent Seeded => GoldenCard.Seeded.Content;

    [Fact]
    public void Changed_prices_are_summed_by_customer_agent_and_route()
    {
        // gpt-4 × 1.5 instead of × 1.25, house × 2 instead of × 4, and failed jobs of research_pro cost nothing.
        var card = GoldenCard.Publish(Seeded with
        {
            Routes = [.. Seeded.Routes.Select(r => r.Route switch
            {
                "openai:gpt-4" => r with { MarkupPercent = 50m },
                "house_vllm:default" => r with { MarkupPercent = 100m },
                _ => r,
            })],
            Agents = [.. Seeded.Agents.Select(a => a.Name == "research_pro" ? a with { FailurePolicy = FailurePolicy.Free } : a)],
        });

        var result = Replay(
            card,
            (Acme, Brief),
            (Acme, Brief with { Byok = true }),
            (Acme, Brief with { Status = JobStatus.Failed }),
            (Globex, Brief with { Route = "house_vllm:default", Agent = "code_generator" }));

        Text(result.Total).Should().Be("4 jobs, 1 dearer, 2 cheaper: revenue 1.19 to 0.756, cost 0.68 to 0.68");
        result.Groups.Select(g => $"{g.Dimension} {Name(g)}: {Text(g.Figures)}").Should().Equal(
            "Customer Acme: 3 jobs, 1 dearer, 1 cheaper: revenue 1.032 to 0.638, cost 0.645 to 0.645",
            "Customer Globex: 1 jobs, 0 dearer, 1 cheaper: revenue 0.158 to 0.118, cost 0.035 to 0.035",
            "Agent research_pro: 3 jobs, 1 dearer, 1 cheaper: revenue 1.032 to 0.638, cost 0.645 to 0.645",
            "Agent code_generator: 1 jobs, 0 dearer, 1 cheaper: revenue 0.158 to 0.118, cost 0.035 to 0.035",
            "Route openai:gpt-4: 3 jobs, 1 dearer, 1 cheaper: revenue 1.032 to 0.638, cost 0.645 to 0.645",
            "Route house_vllm:default: 1 jobs, 0 dearer, 1 cheaper: revenue 0.158 to 0.118, cost 0.035 to 0.035");
    }

    [Fact]
    public void A_route_that_would_cost_more_than_it_brings_turns_negative()
    {
        var card = GoldenCard.Publish(Seeded with { Agents = [GoldenCard.Agent("research_pro", 0.008m, 0m, FailurePolicy.Free)] });

        var result = Replay(card, (Acme, Brief with { Status = JobStatus.Failed }));

        var route = result.By(ReplayDimension.Route).Single().Figures;
        (route.MarginBefore.Amount, route.MarginAfter.Amount).Should().Be((0.154m, -0.315m));
        (route.TurnsNegative, route.IsNegativeAfter, route.MarginPercentBefore, route.MarginPercentAfter).Should().Be((true, true, 32.8m, null));
    }

    [Fact]
    public void What_the_card_lacks_is_held_and_told_by_its_name()
    {
        var card = GoldenCard.Publish(Seeded with { Routes = [.. Seeded.Routes.Skip(1)], Tools = [] });

        var result = Replay(card, (Acme, Brief), (Acme, Brief with { Byok = true }), (Globex, Brief with { Byok = true, Tools = [] }));

        Text(result.Total).Should().Be("3 jobs, 0 dearer, 0 cheaper, 2 held: revenue 0.627 to 0.064, cost 0.33 to 0");
        result.Missing.Select(m => $"{m.Cause.Reason} {m.Cause.Subject}: {m.Jobs} jobs, {m.Revenue}").Should().Equal(
            "UnknownTool web.search: 2 jobs, 0.563 USD", "UnknownRoute openai:gpt-4: 1 jobs, 0.469 USD");
    }

    [Fact]
    public void A_voided_job_counts_nothing_and_one_charged_again_counts_once()
    {
        var tally = new ReplayTally(GoldenCard.Seeded);
        var (charge, reversal, dearer) = (Charge(Acme, Brief, 0.469m, 0.315m), Reversal(Acme, Brief, 0.469m, 0.315m), Charge(Acme, Brief, 0.5m, 0.315m));

        foreach (var entry in (ReplayedEntry[])[reversal, dearer, charge, charge with { Customer = Globex }, reversal with { Customer = Globex }])
            tally.Add(entry);

        var result = tally.ToResult();
        Text(result.Total).Should().Be("1 jobs, 0 dearer, 1 cheaper: revenue 0.5 to 0.469, cost 0.315 to 0.315");
        result.By(ReplayDimension.Customer).Should().ContainSingle();
    }

    [Fact]
    public void Held_jobs_are_told_apart()
    {
        var tally = new ReplayTally(GoldenCard.Seeded);

        tally.AddHold(Brief);
        tally.AddHold(Brief with { Route = "openai:gpt-9" });

        var result = tally.ToResult();
        result.Holds.Should().Be(new ReplayedHolds(2, 1, Usd(0.469m), Usd(0.315m)));
        result.Total.Should().Be(ReplayFigures.Zero(Currency.Usd));
    }

    [Fact]
    public void Too_many_customers_are_summed_up_and_the_sum_stays_the_same()
    {
        var card = GoldenCard.Publish(Seeded with { Routes = [.. Seeded.Routes.Select(r => r with { MarkupPercent = 26m })] });
        var jobs = Enumerable.Range(1, ReplayTally.MaxGroups + 3).Select(i => (new Guid(i, 0, 0, new byte[8]), Brief));

        var result = Replay(card, [.. jobs]);

        var customers = result.By(ReplayDimension.Customer).ToList();
        customers.Should().HaveCount(ReplayTally.MaxGroups + 1);
        (customers[^1].Name, customers[^1].Figures.Jobs).Should().Be((null, 3));
        customers.Aggregate(ReplayFigures.Zero(Currency.Usd), (sum, c) => sum + c.Figures).Should().Be(result.Total);
    }

    [Fact]
    public void Another_currency_is_refused()
    {
        var tally = new ReplayTally(GoldenCard.Seeded);

        var add = () => tally.Add(new ReplayedEntry(false, Acme, Brief, new Money(1m, Currency.Of("EUR")), new Money(1m, Currency.Of("EUR"))));

        add.Should().Throw<ArgumentException>().WithMessage("*USD*EUR*");
    }

    private static ReplayResult Replay(RateCard card, params (Guid Customer, JobUsage Usage)[] jobs)
    {
        var tally = new ReplayTally(card);

        foreach (var (customer, usage) in jobs)
        {
            var price = ((PricingResult.Priced)JobPricer.Price(GoldenCard.Seeded, usage)).Price;
            tally.Add(new ReplayedEntry(false, customer, usage, price.Total, price.Cost));
        }

        return tally.ToResult();
    }

    private static ReplayedEntry Charge(Guid customer, JobUsage usage, decimal revenue, decimal cost) =>
        new(false, customer, usage, Usd(revenue), Usd(cost));

    private static ReplayedEntry Reversal(Guid customer, JobUsage usage, decimal revenue, decimal cost) =>
        new(true, customer, usage, Usd(-revenue), Usd(-cost));

    private static Money Usd(decimal amount) => new(amount, Currency.Usd);

    private static string Name(ReplayGroup group) => group.Name == Acme.ToString() ? "Acme" : group.Name == Globex.ToString() ? "Globex" : group.Name!;

    private static string Text(ReplayFigures f) =>
        $"{f.Jobs} jobs, {f.DearerJobs} dearer, {f.CheaperJobs} cheaper{(f.HeldJobs == 0 ? "" : $", {f.HeldJobs} held")}: "
        + $"revenue {Number(f.RevenueBefore)} to {Number(f.RevenueAfter)}, cost {Number(f.CostBefore)} to {Number(f.CostAfter)}";

    private static string Number(Money money) => DecimalText.Format(money.Amount);
}
