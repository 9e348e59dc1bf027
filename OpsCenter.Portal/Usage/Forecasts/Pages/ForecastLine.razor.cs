using Microsoft.AspNetCore.Components;
using OpsCenter.Domain.Accounts;

namespace OpsCenter.Portal.Usage.Forecasts.Pages;

/// <summary>What the running period will come to, in words; nothing without one.</summary>
public sealed partial class ForecastLine
{
    private ForecastView? view;

    [Inject]
    public required ForecastQueries Forecasts { get; init; }

    /// <summary>The customer.</summary>
    [Parameter, EditorRequired]
    public Guid Organization { get; set; }

    private string Periods => view?.PastPeriods == 1 ? "the period before" : $"the {view?.PastPeriods} periods before";

    /// <inheritdoc />
    protected override async Task LoadAsync(Actor actor, CancellationToken cancellationToken)
    {
        if (RendererInfo.IsInteractive)
            view = await Forecasts.OfAsync(actor, Organization, cancellationToken);
    }
}
