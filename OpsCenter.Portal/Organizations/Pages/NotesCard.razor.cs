using Microsoft.AspNetCore.Components;
using MudBlazor;
using OpsCenter.Portal.Data;
using OpsCenter.Portal.Organizations.Notes;
using OpsCenter.Portal.Security;
using OpsCenter.Portal.Shell.Widgets;

namespace OpsCenter.Portal.Organizations.Pages;

/// <summary>What operators want to remember about a customer.</summary>
public sealed partial class NotesCard : IDisposable
{
    private readonly CancellationTokenSource closing = new();
    private IReadOnlyList<CustomerNote>? notes;
    private string body = "";
    private string? problem;
    private bool isBusy;

    [Inject]
    public required NoteQueries Notes { get; init; }

    [Inject]
    public required WriteNote Write { get; init; }

    [Inject]
    public required RemoveNote Remove { get; init; }

    [Inject]
    public required CurrentActor Current { get; init; }

    [Inject]
    public required IDialogService Dialogs { get; init; }

    [Inject]
    public required ISnackbar Snackbar { get; init; }

    [Parameter, EditorRequired]
    public Guid OrganizationId { get; set; }

    [Parameter]
    public bool CanWrite { get; set; }

    public void Dispose()
    {
        closing.Cancel();
        closing.Dispose();
    }

    protected override Task OnInitializedAsync() => LoadAsync();

    private async Task LoadAsync() => notes = await Notes.OfAsync(await Current.GetAsync(closing.Token), OrganizationId, closing.Token);

    private async Task WriteAsync()
    {
        if (isBusy)
            return;

        isBusy = true;
        problem = await DatabaseFailure.AnswerAsync(async () =>
            await Write.HandleAsync(await Current.GetAsync(closing.Token), OrganizationId, body, closing.Token));
        isBusy = false;

        if (problem is null)
        {
            body = "";
            Snackbar.Add("Note added", Severity.Success);
            await LoadAsync();
        }
    }

    private async Task RemoveAsync(CustomerNote note)
    {
        var done = await Dialogs.ConfirmAsync(new Confirmation(
            "Remove this note?", "It is gone for good, for all operators.", "Remove", "Removing…", cancellationToken => RemoveAsync(note.Id, cancellationToken), IsDestructive: true));
        await LoadAsync();

        if (done)
            Snackbar.Add("Note removed", Severity.Success);
    }

    private async Task<string?> RemoveAsync(Guid id, CancellationToken cancellationToken)
    {
        await Remove.HandleAsync(await Current.GetAsync(cancellationToken), OrganizationId, id, cancellationToken);

        return null;
    }
}
