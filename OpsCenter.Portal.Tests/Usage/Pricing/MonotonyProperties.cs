using FluentAssertions;
using FsCheck.Xunit;
using OpsCenter.Domain.RateCards;

namespace OpsCenter.Portal.Tests.Usage.Pricing;

/// <summary>More use or a higher price never makes a job cheaper, priced or estimated.</summary>
[Properties(Arbitrary = [typeof(PricingGenerators)], MaxTest = 500, QuietOnSuccess = true)]
public sealed class MonotonyProperties
{
    [Property]
    public void Monotone_in_input_tokens(PricingCase given, Increase more)
    {
        var raised = given with { Job = given.Job with { InputTokens = more.Of(given.Job.InputTokens, PriceLimits.MaxTokens) } };

        raised.Charge.Should().BeGreaterThanOrEqualTo(given.Charge);
    }

    [Property]
    public void Monotone_in_output_tokens(PricingCase given, Increase more)
    {
        var raised = given with { Job = given.Job with { OutputTokens = more.Of(given.Job.OutputTokens, PriceLimits.MaxTokens) } };

        raised.Charge.Should().BeGreaterThanOrEqualTo(given.Charge);
    }

    [Property]
    public void Monotone_in_units(PricingCase given, Increase more)
    {
        var tools = given.Job.Tools.Select(t => t with { Units = more.Of(t.Units, PriceLimits.MaxUnits, PriceLimits.UnitDecimals) });
        var raised = given with { Job = given.Job with { Tools = [.. tools] } };

        raised.Charge.Should().BeGreaterThanOrEqualTo(given.Charge);
    }

    [Property]
    public void Monotone_in_costs_of_routes(PricingCase given, Increase more)
    {
        var raised = WithRoutes(given, r => r with
        {
            InputCostPer1K = Rate(r.InputCostPer1K, more),
            OutputCostPer1K = Rate(r.OutputCostPer1K, more),
            CachedInputCostPer1K = r.CachedInputCostPer1K is { } cached ? Rate(cached, more) : null,
            CacheWriteCostPer1K = r.CacheWriteCostPer1K is { } written ? Rate(written, more) : null,
        });

        raised.Charge.Should().BeGreaterThanOrEqualTo(given.Charge);
    }

    [Property]
    public void Monotone_in_markup(PricingCase given, Increase more)
    {
        var raised = WithRoutes(
            given,
            r => r with { MarkupPercent = more.Of(r.MarkupPercent, PriceLimits.MaxMarkupPercent, PriceLimits.MarkupDecimals) });

        raised.Charge.Should().BeGreaterThanOrEqualTo(given.Charge);
    }

    [Property]
    public void Monotone_in_rates_and_minimum_fees_of_agents(PricingCase given, Increase more)
    {
        var agents = given.Content.Agents.Select(a => a with
        {
            RatePer1K = a.RatePer1K is { } rate ? Rate(rate, more) : null,
            MinFee = more.Of(a.MinFee, PriceLimits.MaxJobAmount, PriceLimits.JobAmountDecimals),
        });
        var raised = given with
        {
            Content = given.Content with { DefaultAgentRatePer1K = Rate(given.Content.DefaultAgentRatePer1K, more), Agents = [.. agents] },
        };

        raised.Charge.Should().BeGreaterThanOrEqualTo(given.Charge);
    }

    [Property]
    public void Monotone_in_unit_prices(PricingCase given, Increase more)
    {
        var tools = given.Content.Tools.Select(
            t => t with { UnitPrice = more.Of(t.UnitPrice, PriceLimits.MaxUnitPrice, PriceLimits.UnitPriceDecimals) });
        var raised = given with { Content = given.Content with { Tools = [.. tools] } };

        raised.Charge.Should().BeGreaterThanOrEqualTo(given.Charge);
    }

    private static PricingCase WithRoutes(PricingCase given, Func<LlmRoute, LlmRoute> change) =>
        given with { Content = given.Content with { Routes = [.. given.Content.Routes.Select(change)] } };

    private static decimal Rate(decimal rate, Increase more) => more.Of(rate, PriceLimits.MaxRatePer1K, PriceLimits.RateDecimals);
}
