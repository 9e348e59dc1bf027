using OpsCenter.Brigade.Cards;
using OpsCenter.Brigade.Models;
using OpsCenter.Domain.Monetary;
using OpsCenter.Domain.RateCards;
using OpsCenter.Domain.Routing;
using OpsCenter.Domain.Usage;
using OpsCenter.Domain.Usage.Pricing;

namespace OpsCenter.Brigade.Jobs;

/// <summary>Everything that was decided before a job runs. One version of the rate card counts for all of it.</summary>
public sealed record JobPlan
{
    /// <summary>What was asked for.</summary>
    public required JobRequest Request { get; init; }

    /// <summary>The card.</summary>
    public required RateCard Card { get; init; }

    /// <summary>The agent as the card has it.</summary>
    public required AgentPrice Agent { get; init; }

    /// <summary>The route as the card has it.</summary>
    public required LlmRoute Route { get; init; }

    /// <summary>Why that route.</summary>
    public required RoutingReceipt Receipt { get; init; }

    /// <summary>What the job is expected to cost.</summary>
    public required JobEstimate Estimate { get; init; }

    /// <summary>Most that it may cost; null for no limit.</summary>
    public required Ceiling? Ceiling { get; init; }

    /// <summary>The customer's own key; null unless the route runs on it.</summary>
    public required ProviderKey? Key { get; init; }

    /// <summary>When the job began, by Ops-Center's time: it decides which version prices it.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>What the job costs with what it used, as Ops-Center will price it.</summary>
    public JobPrice PriceOf(ModelTokens tokens, JobStatus status) => JobPricer.Price(Card, UsageOf(tokens, status)) switch
    {
        PricingResult.Priced priced => priced.Price,
        _ => throw new InvalidOperationException($"Version {Card.Version} estimated the job {Request.JobId}, but cannot price it."),
    };

    /// <summary>What the job would cost the customer if it succeeded with what it used so far.</summary>
    public Money CostOf(ModelTokens tokens) => PriceOf(tokens, JobStatus.Succeeded).Total;

    private JobUsage UsageOf(ModelTokens tokens, JobStatus status) => new()
    {
        Agent = Agent.Name,
        Route = Route.Route,
        Byok = Receipt.Byok,
        Status = status,
        InputTokens = tokens.Input,
        CachedInputTokens = tokens.CachedInput,
        OutputTokens = tokens.Output,
        Tools = Request.Tools,
    };
}
