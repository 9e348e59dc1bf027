using FluentAssertions;
using OpsCenter.Domain.Monetary;
using OpsCenter.Domain.RateCards;
using OpsCenter.Domain.Routing;
using OpsCenter.Portal.Tests.Usage.Pricing;
using Xunit;

namespace OpsCenter.Portal.Tests.Routing;

/// <summary>The choices of the seeded card, to be checked with a calculator.</summary>
public sealed class JobRouterTests
{
    private static readonly RateCardContent Seeded = GoldenCard.Seeded.Content with
    {
        Routes = [.. GoldenCard.Seeded.Content.Routes.Select(r => r.Provider == "house_vllm" ? r with { Class = RouteClass.House } : r)],
    };

    private static readonly RoutingRequest Job = new("research_pro", 6_000, 2_000);

    [Fact]
    public void House_comes_before_frontier_although_both_others_would_earn_as_much_or_more()
    {
        var receipt = JobRouter.Choose(GoldenCard.Publish(Seeded), Job);

        receipt.Route!.Route.Should().Be("house_vllm:default");
        (receipt.Reason, receipt.Pick).Should().Be((RoutingReason.ClassOrder, RoutingPick.OnlyRoute));
        (receipt.Price, receipt.Margin).Should().Be((Usd(0.08m), Usd(0.06m)));
        receipt.Alternatives.Select(a => (a.Route.Route, a.Price, a.Margin, a.Verdict)).Should().Equal(
            ("openai:gpt-4", Usd(0.375m), Usd(0.075m), RoutingVerdict.LaterClass),
            ("anthropic:claude-3-opus", Usd(0.3m), Usd(0.06m), RoutingVerdict.LaterClass));
        receipt.Sentence.Should().Be("House routes come before frontier routes. It is the only route of its class.");
    }

    [Theory]
    [InlineData(6_000, 2_000, "openai:gpt-4")] // 0.375 − 0.30 = 0.075 against 0.30 − 0.24 = 0.06
    [InlineData(1_000, 1_000, "anthropic:claude-3-opus")] // 0.0225 each: the lower price; both 0.1125, so the name
    [InlineData(1_000, 2_000, "anthropic:claude-3-opus")] // 0.04125 against 0.0375
    public void The_mix_of_tokens_decides_inside_a_class(long input, long output, string expected)
    {
        var agent = Seeded.Agents[0] with { PreferredClass = RouteClass.Frontier };

        var receipt = JobRouter.Choose(GoldenCard.Publish(Seeded with { Agents = [agent] }), new RoutingRequest("research_pro", input, output));

        receipt.Route!.Route.Should().Be(expected);
        receipt.Reason.Should().Be(RoutingReason.PreferredClass);
    }

    [Fact]
    public void A_key_of_the_customers_comes_first_and_the_model_is_free()
    {
        var receipt = JobRouter.Choose(GoldenCard.Publish(Seeded), Job with { MayUseByok = true, KeyedProviders = ["openai"] });

        (receipt.Route!.Route, receipt.Class, receipt.Reason).Should().Be(("openai:gpt-4", RouteClass.Byok, RoutingReason.OwnKey));
        (receipt.Price, receipt.Margin, receipt.Fallback).Should().Be((Usd(0m), Usd(0m), null));
    }

    [Fact]
    public void A_refused_key_falls_back_and_says_so()
    {
        var request = Job with { MayUseByok = true, KeyedProviders = ["openai"], RefusedProviders = ["openai"] };

        var receipt = JobRouter.Choose(GoldenCard.Publish(Seeded), request);

        (receipt.Route!.Route, receipt.Fallback).Should().Be(("house_vllm:default", ByokFallback.KeyRefused));
    }

    [Fact]
    public void Tokens_out_of_bounds_are_refused_by_name()
    {
        var act = () => JobRouter.Choose(GoldenCard.Publish(Seeded), Job with { OutputTokens = 1_000_000_001 });

        act.Should().Throw<ArgumentOutOfRangeException>().WithParameterName("OutputTokens");
    }

    private static Money Usd(decimal amount) => new(amount, Currency.Usd);
}
