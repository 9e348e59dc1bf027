using System.Collections.Immutable;
using OpsCenter.Domain.Monetary;

namespace OpsCenter.Domain.Usage.Pricing;

/// <summary>How a price came about, step by step. Empty for a job that is held.</summary>
/// <param name="Steps">The calculation in the order of <see cref="PricePart"/>; a step only uses results of steps before it.</param>
public sealed record PriceTrace(ImmutableArray<TraceStep> Steps)
{
    /// <summary>The amount of a part as the trace has it; null when the trace does not tell.</summary>
    public decimal? AmountOf(PricePart part) => Steps.LastOrDefault(s => s.Part == part)?.Result;

    /// <summary>Calculates every step again from its own factors, and compares results, roundings and references to earlier steps.</summary>
    /// <returns>The steps that do not hold; none when the trace is right.</returns>
    public ImmutableArray<TraceStep> Recompute() => [.. Steps.Where((step, index) => !Holds(step, index))];

    private bool Holds(TraceStep step, int index) =>
        step.Number == index + 1
        && step.Evaluate() == step.Exact
        && (step.Rounded is not { } rounded || rounded == Rounding.Fee(step.Exact))
        && step.Factors.All(f => f.FromStep is not { } number || (number <= index && Steps[number - 1].Result == f.Value));
}
