using OpsCenter.Brigade.Cards;
using OpsCenter.Brigade.Hosting;
using OpsCenter.Brigade.Models;
using OpsCenter.Domain.Monetary;
using OpsCenter.Domain.RateCards;
using OpsCenter.Domain.Routing;

namespace OpsCenter.Brigade.Jobs;

/// <summary>Decides whether a job may run, on which route, and what it may cost.</summary>
public sealed class JobPlanner(CurrentCard current, KnownCustomers customers, JobOptions options, OpsCenterClock clock)
{
    /// <summary>Plans a job.</summary>
    /// <param name="request">What was asked for.</param>
    /// <param name="unusable">Keys that the job has tried in vain.</param>
    /// <param name="cancellationToken">Gives up waiting for Ops-Center.</param>
    internal async Task<JobPlanning> PlanAsync(JobRequest request, UnusableKeys unusable, CancellationToken cancellationToken)
    {
        if (current.InUse is not { Card: var card })
            return new JobPlanning.Refused(JobRefusals.NoCard);
        if (Check(card, request) is { } problem)
            return new JobPlanning.Refused(problem);

        return await customers.FindAsync(request.CustomerId, withKeys: false, cancellationToken) switch
        {
            CustomerLookup.Found { Account.MayStartJobs: false } stopped => new JobPlanning.Refused(JobRefusals.MayNotStart(stopped.Account)),
            CustomerLookup.Found found => await RouteAsync(request, card, found.Account, unusable, cancellationToken),
            CustomerLookup.Unknown => new JobPlanning.Refused(JobRefusals.UnknownCustomer(request.CustomerId)),
            CustomerLookup.Unavailable away => new JobPlanning.Refused(JobRefusals.CustomerUnavailable(away.Reason)),
            var other => throw new InvalidOperationException($"Unknown answer {other.GetType()}."),
        };
    }

    private static BrigadeProblem? Check(RateCard card, JobRequest request)
    {
        if (card.FindAgent(request.Agent) is not { } agent)
            return JobRefusals.UnknownAgent(request.Agent, card.Version);
        if (!agent.Active)
            return JobRefusals.AgentDisabled(agent.Name);

        foreach (var use in request.Tools)
        {
            if (card.FindTool(use.Tool) is not { } tool)
                return JobRefusals.UnknownTool(use.Tool, card.Version);
            if (!tool.Active)
                return JobRefusals.ToolDisabled(tool.Name);
        }

        return null;
    }

    private async Task<JobPlanning> RouteAsync(
        JobRequest request, RateCard card, CustomerAccount customer, UnusableKeys unusable, CancellationToken cancellationToken)
    {
        var tokens = Expected(request);
        var receipt = JobRouter.Choose(card, new RoutingRequest(request.Agent, tokens.InputTokens, tokens.ExpectedOutput)
        {
            MayUseByok = customer.Byok,
            KeyedProviders = customer.ByokProviders,
            RefusedProviders = unusable.Refused,
            UnreadableProviders = unusable.Unreadable,
        });
        if (receipt.Route is not { } route)
            return new JobPlanning.Refused(JobRefusals.NoRoute);

        var key = receipt.Byok ? await KeyAsync(request.CustomerId, route.Provider, cancellationToken) : null;
        if (receipt.Byok && key is null)
            return await RouteAsync(request, card, customer, unusable with { Unreadable = [.. unusable.Unreadable, route.Provider] }, cancellationToken);

        return Decide(new JobPlan
        {
            Request = request,
            Card = card,
            Agent = card.FindAgent(request.Agent)!, // checked before
            Route = route,
            Receipt = receipt,
            Estimate = Estimate(request, card, tokens, receipt, route),
            Ceiling = CeilingOf(request, card, customer),
            Key = key,
            StartedAt = clock.GetUtcNow(),
        });
    }

    private async Task<ProviderKey?> KeyAsync(string customerId, string provider, CancellationToken cancellationToken) =>
        await customers.FindAsync(customerId, withKeys: true, cancellationToken) is CustomerLookup.Found found
            ? found.Account.ByokKeys.FirstOrDefault(key => key.Provider == provider)
            : null;

    private static JobEstimate Estimate(JobRequest request, RateCard card, TokenEstimate tokens, RoutingReceipt receipt, LlmRoute route) =>
        JobEstimator.EstimateJobCost(card, request.Agent, tokens, request.Tools, route.Route, receipt.Byok) is EstimateResult.Estimated known
            ? known.Estimate
            : throw new InvalidOperationException($"Version {card.Version} lacks what was found in it before.");

    private static Ceiling? CeilingOf(JobRequest request, RateCard card, CustomerAccount customer) => CeilingRule.Of(
        InCurrency(card, card.FindAgent(request.Agent)?.MaxJobCost), InCurrency(card, customer.MaxJobCost), InCurrency(card, request.MaxCost));

    private static Money? InCurrency(RateCard card, decimal? amount) => amount is { } set ? new Money(set, card.Content.Currency) : null;

    private static JobPlanning Decide(JobPlan plan) =>
        plan.Ceiling is { } ceiling && CeilingRule.Refuses(ceiling, plan.Estimate)
            ? new JobPlanning.Refused(JobRefusals.CeilingExceeded(ceiling, plan.Estimate))
            : new JobPlanning.Ready(plan);

    // At least one token of output, at most what the model is allowed; the built-in model writes what is expected.
    private TokenEstimate Expected(JobRequest request)
    {
        var input = TokenCounter.Count(request.Input);
        var expected = Math.Min(BuiltInModel.UsualOutput(input), options.MaxOutputTokens);

        return new TokenEstimate(input, 1, expected, options.MaxOutputTokens);
    }
}
