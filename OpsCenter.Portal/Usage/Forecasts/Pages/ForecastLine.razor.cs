using Microsoft.AspNetCore.Components;
using OpsCenter.Portal.Security;

namespace OpsCenter.Portal.Usage.Forecasts.Pages;

/// <summary>What the running period will come to, in words; nothing without one.</summary>
public sealed partial class ForecastLine : IDisposable
{
    private readonly CancellationTokenSource closing = new();
    private ForecastView? view;

    [Inject]
    public required ForecastQueries Forecasts { get; init; }

    [Inject]
    public required CurrentActor Current { get; init; }

    /// <summary>The customer.</summary>
    [Parameter, EditorRequired]
    public Guid Organization { get; set; }

    private string Periods => view?.PastPeriods == 1 ? "the period before" : $"the {view?.PastPeriods} periods before";

    public void Dispose()
    {
        closing.Cancel();
        closing.Dispose();
    }

    protected override async Task OnInitializedAsync() =>
        view = await Forecasts.OfAsync(await Current.GetAsync(closing.Token), Organization, closing.Token);
}
