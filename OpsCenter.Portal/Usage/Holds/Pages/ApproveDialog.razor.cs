using System.Collections.Immutable;
using Microsoft.AspNetCore.Components;
using MudBlazor;
using OpsCenter.Portal.Security;
using OpsCenter.Portal.Shell.Widgets;

namespace OpsCenter.Portal.Usage.Holds.Pages;

/// <summary>Shows what approving charges, approves.</summary>
public sealed partial class ApproveDialog : IDisposable
{
    private readonly HoldSession session = new();

    [Inject]
    public required ApproveHoldPrices Approve { get; init; }

    [Inject]
    public required CurrentActor Current { get; init; }

    [Inject]
    public required ISnackbar Snackbar { get; init; }

    [CascadingParameter]
    public required IMudDialogInstance Dialog { get; set; }

    [Parameter, EditorRequired]
    public ImmutableArray<Guid> Jobs { get; set; }

    public void Dispose() => session.Dispose();

    protected override Task OnInitializedAsync() => PreviewAsync();

    private Task PreviewAsync() => session.PreviewAsync(async cancellationToken =>
        await Approve.PreviewAsync(await Current.GetAsync(cancellationToken), Jobs, cancellationToken));

    private async Task ActAsync()
    {
        var done = await session.ActAsync(async (seen, cancellationToken) =>
            await Approve.HandleAsync(await Current.GetAsync(cancellationToken), seen, cancellationToken));

        if (done is null)
        {
            await PreviewAsync();
        }
        else
        {
            Snackbar.Add($"{HoldPageWords.Jobs(done.Jobs)} priced, {MoneyFormat.Exact(done.PricedTotal)}", Severity.Success);
            Dialog.Close();
        }
    }
}
