using Microsoft.AspNetCore.Components;
using MudBlazor;
using OpsCenter.Portal.Security;
using OpsCenter.Portal.Usage.Corrections;

namespace OpsCenter.Portal.Usage.Pages;

/// <summary>Shows what voiding does, asks for a reason, voids.</summary>
public sealed partial class VoidDialog : IDisposable
{
    private readonly CorrectionSession session = new();

    [Inject]
    public required VoidJob Void { get; init; }

    [Inject]
    public required CurrentActor Current { get; init; }

    [Inject]
    public required ISnackbar Snackbar { get; init; }

    [CascadingParameter]
    public required IMudDialogInstance Dialog { get; set; }

    [Parameter, EditorRequired]
    public Guid EventId { get; set; }

    public void Dispose() => session.Dispose();

    protected override Task OnInitializedAsync() => PreviewAsync();

    private Task PreviewAsync() => session.PreviewAsync(async cancellationToken =>
        await Void.PreviewAsync(await Current.GetAsync(cancellationToken), EventId, cancellationToken));

    private async Task PostAsync()
    {
        var posted = await session.PostAsync(async (request, cancellationToken) =>
            await Void.HandleAsync(await Current.GetAsync(cancellationToken), request, cancellationToken));

        if (posted)
        {
            Snackbar.Add("Job voided", Severity.Success);
            Dialog.Close();
        }
        else if (session.IsOutdated)
        {
            await PreviewAsync();
        }
    }
}
