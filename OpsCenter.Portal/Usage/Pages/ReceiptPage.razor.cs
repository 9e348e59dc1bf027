using Microsoft.AspNetCore.Components;
using OpsCenter.Domain.Accounts;
using OpsCenter.Portal.Security;
using OpsCenter.Portal.Shell;
using OpsCenter.Portal.Shell.Widgets;
using OpsCenter.Portal.Usage.Receipts;

namespace OpsCenter.Portal.Usage.Pages;

/// <summary>Why a job costs what it costs.</summary>
public sealed partial class ReceiptPage : IDisposable
{
    private readonly LatestOnly latest = new();
    private Receipt? receipt;
    private RecomputeOutcome? recomputed;
    private bool isForbidden;
    private bool isMissing;
    private bool isBusy;

    [Inject]
    public required ReceiptQueries Receipts { get; init; }

    [Inject]
    public required RecomputeJob Recompute { get; init; }

    [Inject]
    public required CorrectionDialogs Corrections { get; init; }

    [Inject]
    public required CurrentActor Current { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [Parameter]
    public Guid EventId { get; set; }

    [CascadingParameter]
    public TimeZoneInfo? Zone { get; set; }

    private string? Subtitle => receipt is null
        ? null
        : $"{receipt.Usage.Agent} on {receipt.Usage.Route} for {receipt.CustomerName}, {TimeFormat.In(Zone ?? TimeZoneInfo.Utc, receipt.OccurredAt, TimePrecision.Minute)}";

    public void Dispose() => latest.Dispose();

    protected override Task OnParametersSetAsync()
    {
        (receipt, recomputed) = (receipt?.EventId == EventId ? receipt : null, null);

        return latest.RunAsync(LoadAsync);
    }

    private async Task LoadAsync(CancellationToken cancellationToken)
    {
        var actor = await Current.GetAsync(cancellationToken);
        isForbidden = !AccessPolicy.Allows(actor, Permission.ViewAllJobs) && !AccessPolicy.Allows(actor, Permission.ViewOwnJobs);

        if (isForbidden)
            return;

        // Before the circuit only the answer's status matters; the receipt itself would be thrown away a moment later.
        if (!RendererInfo.IsInteractive)
        {
            if (!await Receipts.ExistsAsync(actor, EventId, cancellationToken))
                Navigation.NotFound();

            return;
        }

        receipt = await Receipts.FindAsync(actor, EventId, cancellationToken);
        isMissing = receipt is null;
    }

    private async Task RecomputeAsync()
    {
        isBusy = true;

        try
        {
            await latest.RunAsync(async cancellationToken =>
            {
                recomputed = await Recompute.HandleAsync(await Current.GetAsync(cancellationToken), EventId, cancellationToken);
                await LoadAsync(cancellationToken);
            });
        }
        finally
        {
            isBusy = false;
        }
    }

    private Task VoidAsync() => ReloadAfterAsync(Corrections.VoidAsync(EventId));

    private Task RepriceAsync() => ReloadAfterAsync(Corrections.RepriceAsync(EventId));

    // Also after a correction that was given up: what a colleague posted meanwhile should show.
    private async Task ReloadAfterAsync(Task correction)
    {
        await correction;
        recomputed = null;
        await latest.RunAsync(LoadAsync);
    }
}
