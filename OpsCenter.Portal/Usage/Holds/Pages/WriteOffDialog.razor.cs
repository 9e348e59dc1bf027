using System.Collections.Immutable;
using Microsoft.AspNetCore.Components;
using MudBlazor;
using OpsCenter.Portal.Security;
using OpsCenter.Portal.Usage.Corrections;

namespace OpsCenter.Portal.Usage.Holds.Pages;

/// <summary>Shows what writing off gives up, asks for a reason, writes off.</summary>
public sealed partial class WriteOffDialog : IDisposable
{
    private readonly HoldSession session = new();
    private string reason = "";
    private string? reasonProblem;

    [Inject]
    public required WriteOffHolds WriteOff { get; init; }

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
        await WriteOff.PreviewAsync(await Current.GetAsync(cancellationToken), Jobs, cancellationToken));

    private async Task ActAsync()
    {
        reasonProblem = CorrectionReason.ProblemWith(reason);

        if (reasonProblem is not null)
            return;

        var done = await session.ActAsync(async (seen, cancellationToken) =>
            await WriteOff.HandleAsync(await Current.GetAsync(cancellationToken), seen, reason, cancellationToken));

        if (done is null)
        {
            await PreviewAsync();
        }
        else
        {
            Snackbar.Add($"{HoldPageWords.Jobs(done.Jobs)} written off", Severity.Success);
            Dialog.Close();
        }
    }
}
