using FluentAssertions;
using FsCheck.Xunit;
using OpsCenter.Domain.RateCards;
using OpsCenter.Domain.Usage;

namespace OpsCenter.Portal.Tests.Usage.Pricing;

[Properties(Arbitrary = [typeof(PricingGenerators)], MaxTest = 500, QuietOnSuccess = true)]
public sealed class HoldProperties
{
    [Property]
    public void A_job_is_held_exactly_when_the_card_lacks_something_and_says_all_of_it_once(PricingCase given)
    {
        var (content, job) = (given.Content, given.Job);
        var route = job.Byok || content.Routes.Any(r => r.Route == job.Route) ? [] : new[] { job.Route };
        var agent = content.Agents.Any(a => a.Name == job.Agent) ? [] : new[] { job.Agent };
        var tools = job.Tools.Select(t => t.Tool).Where(name => content.Tools.All(t => t.Name != name)).Distinct();
        HoldCause[] missing =
        [
            .. route.Select(name => new HoldCause(HoldReason.UnknownRoute, name)),
            .. agent.Select(name => new HoldCause(HoldReason.UnknownAgent, name)),
            .. tools.Select(name => new HoldCause(HoldReason.UnknownTool, name)),
        ];

        var held = given.Result as PricingResult.Held;

        (held is not null).Should().Be(missing.Length > 0);
        (held?.Causes ?? []).Should().Equal(missing);
    }

    [Property]
    public void The_estimate_is_the_dearest_price_that_rows_of_the_card_could_give_to_what_is_unknown(PricingCase given)
    {
        var (content, job) = (given.Content, given.Job);
        var candidates =
            from route in content.Routes.Any(r => r.Route == job.Route) ? content.Routes.Where(r => r.Route == job.Route) : content.Routes
            from agent in content.Agents.Any(a => a.Name == job.Agent) ? content.Agents.Where(a => a.Name == job.Agent) : Strangers(content)
            select With(given, route, agent).Charge;

        var charge = given.Charge;

        charge.Should().Be(candidates.Max());
    }

    private static IEnumerable<AgentPrice> Strangers(RateCardContent content) =>
        content.Agents.Add(GoldenCard.Agent("default", rate: null)).Select(a => a with { FailurePolicy = FailurePolicy.Bill });

    private static PriceableCase With(PricingCase given, LlmRoute route, AgentPrice agent)
    {
        var dearest = given.Content.Tools.MaxBy(t => t.UnitPrice) ?? throw new InvalidOperationException("The generator makes tools.");
        var names = given.Content.Tools.Select(t => t.Name).ToHashSet();
        var tools = given.Job.Tools.Select(t => names.Contains(t.Tool) ? t : t with { Tool = dearest.Name });

        return new PriceableCase(
            given.Content with { Agents = [agent] },
            given.Job with { Route = route.Route, Agent = agent.Name, Tools = [.. tools] });
    }
}
