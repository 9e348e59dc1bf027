using FluentAssertions;
using FsCheck.Xunit;
using OpsCenter.Domain.Monetary;
using OpsCenter.Domain.Usage;
using OpsCenter.Domain.Usage.Pricing;

namespace OpsCenter.Portal.Tests.Usage.Pricing;

[Properties(Arbitrary = [typeof(PricingGenerators)], MaxTest = 500, QuietOnSuccess = true)]
public sealed class PricingProperties
{
    [Property]
    public void Every_amount_agrees_with_exact_fractions_to_the_last_digit(PriceableCase given)
    {
        var price = given.Price;

        var exact = ExactOracle.Of(given.Content, given.Job);

        ((Fraction)price.LlmFee.Amount).Should().Be(exact.LlmFee);
        ((Fraction)price.AgentFee.Amount).Should().Be(exact.AgentFee);
        ((Fraction)price.ToolsFee.Amount).Should().Be(exact.ToolsFee);
        ((Fraction)price.LlmCost.Amount).Should().Be(exact.LlmCost);
        ((Fraction)price.ToolsCost.Amount).Should().Be(exact.ToolsCost);
        ((Fraction)price.Total.Amount).Should().Be(exact.Total);
        ((Fraction)price.Margin.Amount).Should().Be(exact.Margin);
    }

    [Property]
    public void No_fee_cost_or_estimate_is_negative(PricingCase given)
    {
        Money[] amounts = given.Result switch
        {
            PricingResult.Priced { Price: var p } => [p.LlmFee, p.AgentFee, p.ToolsFee, p.LlmCost, p.ToolsCost],
            PricingResult.Held held => [held.Exposure],
            var other => throw new InvalidOperationException(other.ToString()),
        };

        amounts.Should().NotContain(a => a.IsNegative);
    }

    [Property]
    public void The_parts_sum_to_the_total_and_cost_and_margin_make_it_up_again(PriceableCase given)
    {
        var price = given.Price;

        var sum = price.LlmFee.Amount + price.AgentFee.Amount + price.ToolsFee.Amount;

        price.Total.Amount.Should().Be(sum);
        (price.Cost + price.Margin).Should().Be(price.Total);
        DecimalText.Decimals(sum).Should().BeLessThanOrEqualTo(Rounding.FeeDecimals);
    }

    [Property]
    public void Under_BYOK_the_total_is_agent_and_tools_as_without_it_and_the_model_costs_nothing(PriceableCase given)
    {
        var house = (given with { Job = given.Job with { Byok = false } }).Price;

        var byok = (given with { Job = given.Job with { Byok = true } }).Price;

        byok.Total.Should().Be(house.AgentFee + house.ToolsFee);
        byok.Cost.Should().Be(house.ToolsCost);
    }

    [Property]
    public void The_order_of_the_tools_does_not_matter(PricingCase given)
    {
        var reversed = given with { Job = given.Job with { Tools = [.. given.Job.Tools.Reverse()] } };

        reversed.Charge.Should().Be(given.Charge);
        (reversed.Result as PricingResult.Priced).Should().Be(given.Result as PricingResult.Priced);
    }

    [Property]
    public void Whether_a_row_is_active_does_not_matter(PricingCase given)
    {
        var inactive = given with
        {
            Content = given.Content with
            {
                Routes = [.. given.Content.Routes.Select(r => r with { Active = !r.Active })],
                Agents = [.. given.Content.Agents.Select(a => a with { Active = !a.Active })],
                Tools = [.. given.Content.Tools.Select(t => t with { Active = !t.Active })],
            },
        };

        inactive.Result.Should().BeOfType(given.Result.GetType());
        inactive.Charge.Should().Be(given.Charge);
    }

    [Property]
    public void Explaining_gives_the_same_result_as_pricing(PricingCase given)
    {
        var explained = JobPricer.Explain(given.Card, given.Job);

        explained.Result.Should().BeEquivalentTo(given.Result, options => options.RespectingRuntimeTypes());
        explained.Trace.Steps.IsEmpty.Should().Be(given.Result is PricingResult.Held);
    }

    [Property]
    public void The_trace_recomputes_and_ends_in_the_amounts_of_the_price(PriceableCase given)
    {
        var trace = JobPricer.Explain(given.Card, given.Job).Trace;

        var (price, parts) = (given.Price, Enum.GetValues<PricePart>());
        trace.Recompute().Should().BeEmpty();
        trace.Steps.Select(s => s.Part).Distinct().Should().Equal(parts);
        parts.Select(trace.AmountOf).Should().Equal(
            price.LlmFee.Amount, price.AgentFee.Amount, price.ToolsFee.Amount, price.Total.Amount,
            price.LlmCost.Amount, price.ToolsCost.Amount, price.Cost.Amount, price.Margin.Amount);
    }
}
