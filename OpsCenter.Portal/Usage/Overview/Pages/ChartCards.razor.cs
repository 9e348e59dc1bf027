using Microsoft.AspNetCore.Components;

namespace OpsCenter.Portal.Usage.Overview.Pages;

/// <summary>The charts of one currency and the same data as a table.</summary>
public sealed partial class ChartCards
{
    [Parameter, EditorRequired]
    public required OverviewSpan Span { get; set; }

    [Parameter, EditorRequired]
    public required CurrencyOverview Figures { get; set; }

    private string SpendId => $"spend-{Figures.Currency}";

    private string JobsId => $"jobs-{Figures.Currency}";
}
