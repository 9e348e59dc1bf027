using FluentAssertions;
using FsCheck.Xunit;
using OpsCenter.Domain.Usage.Pricing;
using OpsCenter.Portal.Tests.Usage.Pricing;
using OpsCenter.Portal.Usage.Receipts;

namespace OpsCenter.Portal.Tests.Usage.Receipts;

[Properties(Arbitrary = [typeof(PricingGenerators)])]
public sealed class CustomerTraceProperties
{
    [Property]
    public void What_a_customer_reads_recomputes_to_the_last_digit(PriceableCase priceable)
    {
        var trace = new PriceTrace(CustomerTrace.Of(JobPricer.Explain(priceable.Card, priceable.Job).Trace));

        trace.Recompute().Should().BeEmpty();
    }

    [Property]
    public void It_arrives_at_the_same_fees(PriceableCase priceable)
    {
        var trace = new PriceTrace(CustomerTrace.Of(JobPricer.Explain(priceable.Card, priceable.Job).Trace));

        (trace.AmountOf(PricePart.LlmFee), trace.AmountOf(PricePart.AgentFee), trace.AmountOf(PricePart.Total))
            .Should().Be((priceable.Price.LlmFee.Amount, priceable.Price.AgentFee.Amount, priceable.Price.Total.Amount));
    }

    [Property]
    public void It_speaks_neither_of_cost_nor_of_markup(PriceableCase priceable)
    {
        var steps = CustomerTrace.Of(JobPricer.Explain(priceable.Card, priceable.Job).Trace);

        steps.Should().OnlyContain(step => step.Part <= PricePart.Total);
        steps.Select(step => $"{step.Label} {step.Formula} {string.Join(' ', step.Factors.Select(factor => factor.Text))}")
            .Should().NotContain(text => text.Contains("markup", StringComparison.OrdinalIgnoreCase));
    }
}
