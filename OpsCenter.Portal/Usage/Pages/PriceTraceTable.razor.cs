using Microsoft.AspNetCore.Components;
using OpsCenter.Domain.Monetary;
using OpsCenter.Domain.Usage.Pricing;
using OpsCenter.Portal.Usage.Receipts;

namespace OpsCenter.Portal.Usage.Pages;

/// <summary>The calculation, step by step: label, formula, exact result, rounding.</summary>
public sealed partial class PriceTraceTable
{
    [Parameter, EditorRequired]
    public required Receipt Receipt { get; set; }

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
        Receipt.Net is { } net ? new Money(part.Last().Result, net.Total.Currency) : null;
}
