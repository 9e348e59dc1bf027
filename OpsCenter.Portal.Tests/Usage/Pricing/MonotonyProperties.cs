using FluentAssertions;
using FsCheck.Xunit;
using OpsCenter.Domain.RateCards;

namespace OpsCenter.Portal.Tests.Usage.Pricing;

/// <summary>More use or a higher price never makes a job cheaper, priced or estimated.</summary>
[Properties(Arbitrary = [typeof(PricingGenerators)], MaxTest = 300, QuietOnSuccess = true)]
public sealed class MonotonyProperties
{
    [Property]
    public void Monotone_in_input_tokens(PricingCase given, ushort more)
    {
        var raised = given with { Job = given.Job with { InputTokens = Math.Min(given.Job.InputTokens + more, PriceLimits.MaxTokens) } };

        raised.Charge.Should().BeGreaterThanOrEqualTo(given.Charge);
    }

    [Property]
    public void Monotone_in_output_tokens(PricingCase given, ushort more)
    {
        var raised = given with { Job = given.Job with { OutputTokens = Math.Min(given.Job.OutputTokens + more, PriceLimits.MaxTokens) } };

        raised.Charge.Should().BeGreaterThanOrEqualTo(given.Charge);
    }

    [Property]
    public void Monotone_in_units(PricingCase given, ushort more)
    {
        var tools = given.Job.Tools.Select(t => t with { Units = Math.Min(t.Units + (more / 1_000m), PriceLimits.MaxUnits) });
        var raised = given with { Job = given.Job with { Tools = [.. tools] } };

        raised.Charge.Should().BeGreaterThanOrEqualTo(given.Charge);
    }

    [Property]
    public void Monotone_in_costs_of_routes(PricingCase given, ushort more)
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
    public void Monotone_in_markup(PricingCase given, ushort more)
    {
        var raised = WithRoutes(given, r => r with { MarkupPercent = Math.Min(r.MarkupPercent + (more / 100m), PriceLimits.MaxMarkupPercent) });

        raised.Charge.Should().BeGreaterThanOrEqualTo(given.Charge);
    }

    [Property]
    public void Monotone_in_rates_and_minimum_fees_of_agents(PricingCase given, ushort more)
    {
        var agents = given.Content.Agents.Select(a => a with
        {
            RatePer1K = a.RatePer1K is { } rate ? Rate(rate, more) : null,
            MinFee = Math.Min(a.MinFee + (more / 10_000m), PriceLimits.MaxJobAmount),
        });
        var raised = given with
        {
            Content = given.Content with { DefaultAgentRatePer1K = Rate(given.Content.DefaultAgentRatePer1K, more), Agents = [.. agents] },
        };

        raised.Charge.Should().BeGreaterThanOrEqualTo(given.Charge);
    }

    [Property]
    public void Monotone_in_unit_prices(PricingCase given, ushort more)
    {
        var tools = given.Content.Tools.Select(t => t with { UnitPrice = Math.Min(t.UnitPrice + (more / 1_000_000m), PriceLimits.MaxUnitPrice) });
        var raised = given with { Content = given.Content with { Tools = [.. tools] } };

        raised.Charge.Should().BeGreaterThanOrEqualTo(given.Charge);
    }

    private static PricingCase WithRoutes(PricingCase given, Func<LlmRoute, LlmRoute> change) =>
        given with { Content = given.Content with { Routes = [.. given.Content.Routes.Select(change)] } };

    private static decimal Rate(decimal rate, ushort more) => Math.Min(rate + (more / 10_000_000m), PriceLimits.MaxRatePer1K);
}
