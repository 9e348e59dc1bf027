using Microsoft.AspNetCore.Components;
using OpsCenter.Domain.Monetary;
using OpsCenter.Portal.Usage.Overview.Pages;

namespace OpsCenter.Portal.Usage.Own.Pages;

/// <summary>The figures of a period as cards with their charts, and the same data as a table.</summary>
public sealed partial class UsageCharts
{
    [Parameter, EditorRequired]
    public required OwnUsage Usage { get; set; }

    [Parameter, EditorRequired]
    public required OwnCurrency Figures { get; set; }

    private string IdOf(OwnFigure figure) => $"{figure.Title.Replace(' ', '-')}-{Figures.Currency}";

    private Comparison? Compare(OwnFigure figure) => Usage.Span.CompleteUntil > Usage.Span.From
        ? new Comparison(figure.Of(Figures.Complete), figure.Of(Figures.Previous), figure.InFull)
        : null;

    private string Average(OwnFigure figure)
    {
        var days = Math.Max(1, Figures.Points.Count(point => !point.Layers.IsEmpty));

        return figure.InFull(Rounding.To(figure.Of(Figures.Total) / days, figure.IsWhole ? 1 : Rounding.FeeDecimals));
    }
}
