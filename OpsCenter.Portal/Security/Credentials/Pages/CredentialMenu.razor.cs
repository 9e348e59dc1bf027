using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace OpsCenter.Portal.Security.Credentials.Pages;

/// <summary>What can be done with one machine credential that was not revoked.</summary>
public sealed partial class CredentialMenu
{
    private MudMenu? menu;

    [Parameter, EditorRequired]
    public required MachineCredentialRow Credential { get; set; }

    [Parameter, EditorRequired]
    public DateTimeOffset Now { get; set; }

    [Parameter]
    public EventCallback<MachineCredentialRow> OnEdit { get; set; }

    [Parameter]
    public EventCallback<MachineCredentialRow> OnRotate { get; set; }

    [Parameter]
    public EventCallback<MachineCredentialRow> OnRevoke { get; set; }

    // During a rotation two rows have one name; the state tells their menus apart.
    private string Status => CredentialWords.Status(Credential, Now);

    // The menu would stay open behind the dialog, because it waits for the end of what was chosen.
    private async Task ChooseAsync(EventCallback<MachineCredentialRow> act)
    {
        await (menu?.CloseMenuAsync() ?? Task.CompletedTask);
        await act.InvokeAsync(Credential);
    }
}
