namespace OpsCenter.Domain.RateCards;

/// <summary>What an agent costs. Natural key: <see cref="Name"/>.</summary>
/// <param name="Id">Identity of the row, kept from version to version.</param>
/// <param name="Name">As Brigade reports it: <c>research_pro</c>.</param>
/// <param name="DisplayName">As people read it: <c>Research Pro</c>.</param>
/// <param name="Description">What the agent does; may be empty.</param>
/// <param name="RatePer1K">Per 1,000 tokens, input and output; null: the card's default rate.</param>
/// <param name="MinFee">Least agent fee of a job that succeeded; 0 for none.</param>
/// <param name="MaxJobCost">Ceiling: most that one job may cost the customer; null for none. Brigade enforces it.</param>
/// <param name="FailurePolicy">What failed and aborted jobs cost.</param>
/// <param name="Active">Whether Brigade may start a job with it; a finished job is priced either way.</param>
/// <param name="PreferredClass">House or frontier: the class whose routes are tried first, after the customer's own keys; null: the card's order.</param>
public sealed record AgentPrice(
    Guid Id,
    string Name,
    string DisplayName,
    string Description,
    decimal? RatePer1K,
    decimal MinFee,
    decimal? MaxJobCost,
    FailurePolicy FailurePolicy,
    bool Active,
    RouteClass? PreferredClass = null);
