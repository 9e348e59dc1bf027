using Microsoft.AspNetCore.Components;
using OpsCenter.Domain.Usage.Pricing;

namespace OpsCenter.Portal.Usage.Pages;

/// <summary>One formula with the meaning of every number beside it. A rule has none: its label is the whole reason.</summary>
public sealed partial class TraceFormula
{
    [Parameter, EditorRequired]
    public required TraceStep Step { get; set; }

    private bool HasMaximum => Step.Factors.Any(factor => factor.Operator is TraceOperator.Max);

    private static string Meaning(TraceFactor factor) => factor.Name.Length == 0 ? factor.Unit : $"{factor.Unit} ({factor.Name})".TrimStart();

    private static string Symbol(TraceOperator joining) => joining switch
    {
        TraceOperator.Add => " + ",
        TraceOperator.Subtract => " − ",
        TraceOperator.Multiply => " × ",
        TraceOperator.Divide => " ÷ ",
        TraceOperator.Max => " and ",
    };
}
