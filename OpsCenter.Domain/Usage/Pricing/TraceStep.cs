using System.Collections.Immutable;
using System.Text;
using OpsCenter.Domain.Monetary;

namespace OpsCenter.Domain.Usage.Pricing;

/// <summary>One line of a receipt's calculation: a formula whose result can be recalculated from its factors alone.</summary>
/// <param name="Number">Place in the trace, from 1.</param>
/// <param name="Part">The part of the price it belongs to. The last step of a part holds the part's amount.</param>
/// <param name="Label">What is calculated, for people; for a rule, the whole reason.</param>
/// <param name="Factors">The formula; empty for a rule, whose result is 0.</param>
/// <param name="Exact">The exact result, in the card's currency.</param>
/// <param name="Rounded">The result after rounding with <see cref="Rounding.Fee"/>; null where the exact result is carried on.</param>
public sealed record TraceStep(int Number, PricePart Part, string Label, ImmutableArray<TraceFactor> Factors, decimal Exact, decimal? Rounded)
{
    /// <summary>What later steps use: the rounded result where there is one, else the exact one.</summary>
    public decimal Result => Rounded ?? Exact;

    /// <summary>Whether a rule without a formula decided, such as BYOK.</summary>
    public bool IsRule => Factors.IsEmpty;

    /// <summary>Whether rounding changed the result.</summary>
    public bool RoundingChanged => Result != Exact;

    /// <summary>The formula without its result: <c>0.3 × 1.25</c>; for a rule, <c>0</c>.</summary>
    public string Expression => IsRule ? TraceFactor.Format(Exact) : WriteExpression();

    /// <summary>The formula and its exact result: <c>0.3 × 1.25 = 0.375</c>; where nothing is calculated, the number alone.</summary>
    public string Formula => Factors.Length < 2 ? Expression : $"{Expression} = {TraceFactor.Format(Exact)}";

    /// <summary>Calculates the exact result again, from the factors alone.</summary>
    internal decimal Evaluate()
    {
        (decimal? largest, decimal sum, decimal product) = (null, 0m, 0m);

        foreach (var factor in Factors)
        {
            (largest, sum, product) = factor.Operator switch
            {
                TraceOperator.Add => (largest, sum + product, factor.Value),
                TraceOperator.Subtract => (largest, sum + product, -factor.Value),
                TraceOperator.Multiply => (largest, sum, product * factor.Value),
                TraceOperator.Divide => (largest, sum, product / factor.Value),
                TraceOperator.Max => (Larger(largest, sum + product), 0m, factor.Value),
            };
        }

        return Larger(largest, sum + product);
    }

    private static decimal Larger(decimal? largest, decimal next) => largest > next ? largest.Value : next;

    private string WriteExpression()
    {
        var text = new StringBuilder(Factors[0].Number);

        foreach (var factor in Factors.Skip(1))
        {
            text.Append(factor.Operator is TraceOperator.Max ? "" : " ").Append(factor.Symbol).Append(' ').Append(factor.Number);
        }

        return Factors.Any(f => f.Operator is TraceOperator.Max) ? $"max({text})" : text.ToString();
    }
}
