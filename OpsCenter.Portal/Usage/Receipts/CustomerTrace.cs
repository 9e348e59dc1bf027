using System.Collections.Immutable;
using OpsCenter.Domain.Usage.Pricing;

namespace OpsCenter.Portal.Usage.Receipts;

/// <summary>
/// The calculation as a customer may see it. Cost and markup are ours, so the model's two steps, tokens at cost and then the markup,
/// become one: tokens at the prices of the rate card. Both are exact products of the same numbers, so the result is the same to the
/// last digit. Steps about our cost and margin are left out.
/// </summary>
internal static class CustomerTrace
{
    /// <summary>The steps up to the total, numbered anew.</summary>
    public static ImmutableArray<TraceStep> Of(PriceTrace trace)
    {
        var numbers = new Dictionary<int, int>();
        var kept = ImmutableArray.CreateBuilder<TraceStep>();

        foreach (var step in trace.Steps.Where(step => step.Part <= PricePart.Total))
        {
            var next = IsMarkup(step) ? AtPrices(kept[^1], step) : step;

            if (IsMarkup(step))
                kept.RemoveAt(kept.Count - 1);

            numbers[step.Number] = kept.Count + 1;
            kept.Add(next with { Number = kept.Count + 1, Factors = Renumbered(next.Factors, numbers) });
        }

        return kept.ToImmutable();
    }

    private static bool IsMarkup(TraceStep step) => step.Part is PricePart.LlmFee && step.Factors.Any(factor => factor.FromStep is not null);

    private static TraceStep AtPrices(TraceStep atCost, TraceStep markup)
    {
        var factor = markup.Factors.Single(f => f.Operator is TraceOperator.Multiply).Value;
        var factors = atCost.Factors.Select(f => f.Operator is TraceOperator.Multiply ? f with { Value = f.Value * factor } : f);

        return markup with { Label = "Model", Factors = [.. factors] };
    }

    private static ImmutableArray<TraceFactor> Renumbered(ImmutableArray<TraceFactor> factors, Dictionary<int, int> numbers) =>
        [.. factors.Select(factor => factor.FromStep is { } step ? factor with { FromStep = numbers[step] } : factor)];
}
