using Microsoft.AspNetCore.Components;
using OpsCenter.Domain.Monetary;
using OpsCenter.Domain.Usage.Pricing;

namespace OpsCenter.Portal.Usage.Pages;

/// <summary>The calculation, step by step: label, formula, exact result, rounding.</summary>
public sealed partial class PriceTraceTable
{
    /// <summary>The calculation.</summary>
    [Parameter, EditorRequired]
    public required IReadOnlyList<TraceStep> Steps { get; set; }

    /// <summary>The currency of its amounts; null when there is none.</summary>
    [Parameter, EditorRequired]
    public required Currency? Currency { get; set; }

    /// <summary>The id of its heading; another one for each of several on a page.</summary>
    [Parameter]
    public string Id { get; set; } = "trace-title";

    [Parameter]
    public string Title { get; set; } = "How it was priced";

    /// <summary>A line about it.</summary>
    [Parameter]
    public string? Lead { get; set; }

    private static string PartTitle(PricePart part) => part switch
    {
        PricePart.LlmFee => "LLM fee",
        PricePart.AgentFee => "Agent fee",
        PricePart.ToolsFee => "Tools fee",
        PricePart.Total => "Total",
        PricePart.LlmCost => "LLM cost",
        PricePart.ToolsCost => "Tools cost",
        PricePart.Cost => "Cost",
        PricePart.Margin => "Margin",
    };

    private Money? AmountOf(IEnumerable<TraceStep> part) =>
        Currency is { } currency ? new Money(part.Last().Result, currency) : null;
}
