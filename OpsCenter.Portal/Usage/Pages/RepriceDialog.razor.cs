using System.Globalization;
using Microsoft.AspNetCore.Components;
using MudBlazor;
using OpsCenter.Portal.RateCards;
using OpsCenter.Portal.Security;
using OpsCenter.Portal.Shell.Widgets;
using OpsCenter.Portal.Usage.Corrections;

namespace OpsCenter.Portal.Usage.Pages;

/// <summary>Chooses a version, shows what pricing with it does, asks for a reason, re-prices.</summary>
public sealed partial class RepriceDialog : IDisposable
{
    private readonly CorrectionSession session = new();
    private readonly CancellationTokenSource closing = new();
    private IReadOnlyList<RateCardVersionView> versions = [];
    private int version;

    [Inject]
    public required RepriceJob Reprice { get; init; }

    [Inject]
    public required RateCardQueries RateCards { get; init; }

    [Inject]
    public required CurrentActor Current { get; init; }

    [Inject]
    public required ISnackbar Snackbar { get; init; }

    [CascadingParameter]
    public required IMudDialogInstance Dialog { get; set; }

    [CascadingParameter]
    public TimeZoneInfo? Zone { get; set; }

    [Parameter, EditorRequired]
    public Guid EventId { get; set; }

    public void Dispose()
    {
        session.Dispose();
        closing.Cancel();
        closing.Dispose();
    }

    protected override async Task OnInitializedAsync()
    {
        var actor = await Current.GetAsync(closing.Token);
        versions = await RateCards.VersionsAsync(actor, before: null, RateCardQueries.MaxVersions, closing.Token);
        version = versions[0].Version;
        await PreviewAsync();
    }

    private string Label(RateCardVersionView choice) => choice.Version == 1
        ? "Version 1, in force from the beginning"
        : $"Version {choice.Version}, in force from {TimeFormat.In(Zone ?? TimeZoneInfo.Utc, choice.Head.EffectiveFrom, TimePrecision.Minute)}";

    private Task ChooseAsync(ChangeEventArgs change)
    {
        version = int.Parse((string)(change.Value ?? ""), CultureInfo.InvariantCulture);

        return PreviewAsync();
    }

    private Task PreviewAsync() => session.PreviewAsync(async cancellationToken =>
        await Reprice.PreviewAsync(await Current.GetAsync(cancellationToken), EventId, version, cancellationToken));

    private async Task PostAsync()
    {
        var posted = await session.PostAsync(async (request, cancellationToken) =>
            await Reprice.HandleAsync(await Current.GetAsync(cancellationToken), request, version, cancellationToken));

        if (posted)
        {
            Snackbar.Add($"Job re-priced with version {version}", Severity.Success);
            Dialog.Close();
        }
        else if (session.IsOutdated)
        {
            await PreviewAsync();
        }
    }
}
