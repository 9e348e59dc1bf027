namespace OpsCenter.Domain.RateCards;

/// <summary>One model of one provider, with what it costs us and what we add. Natural key: <see cref="Route"/>.</summary>
/// <param name="Id">Identity of the row, kept from version to version.</param>
/// <param name="Provider">For example <c>openai</c>; no colon.</param>
/// <param name="Model">For example <c>gpt-4</c>; may contain colons.</param>
/// <param name="Class">House or frontier.</param>
/// <param name="InputCostPer1K">What 1,000 input tokens cost us.</param>
/// <param name="OutputCostPer1K">What 1,000 output tokens cost us.</param>
/// <param name="CachedInputCostPer1K">What 1,000 cached input tokens cost us; null: the input cost.</param>
/// <param name="CacheWriteCostPer1K">What 1,000 tokens written to the provider's cache cost us; null: the input cost.</param>
/// <param name="MarkupPercent">Added to the model cost: 25 means × 1.25, 300 means × 4.</param>
/// <param name="ByokEnabled">Whether a customer may use a key of their own for this provider.</param>
/// <param name="Active">Whether Brigade may start a job on it; a finished job is priced either way.</param>
public sealed record LlmRoute(
    Guid Id,
    string Provider,
    string Model,
    RouteClass Class,
    decimal InputCostPer1K,
    decimal OutputCostPer1K,
    decimal? CachedInputCostPer1K,
    decimal? CacheWriteCostPer1K,
    decimal MarkupPercent,
    bool ByokEnabled,
    bool Active)
{
    /// <summary>Provider and model, as Brigade reports it: <c>openai:gpt-4</c>.</summary>
    public string Route { get; } = $"{Provider}:{Model}";

    /// <summary>What the customer pays for each unit of model cost: 1 + markup ÷ 100.</summary>
    public decimal MarkupFactor => 1m + (MarkupPercent / 100m);

    /// <summary>What a customer pays for 1,000 input tokens.</summary>
    public decimal InputPricePer1K => InputCostPer1K * MarkupFactor;

    /// <summary>What a customer pays for 1,000 output tokens.</summary>
    public decimal OutputPricePer1K => OutputCostPer1K * MarkupFactor;
}
