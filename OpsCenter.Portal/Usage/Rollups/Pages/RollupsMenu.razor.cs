using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace OpsCenter.Portal.Usage.Rollups.Pages;

/// <summary>What else can be done with figures: prove them.</summary>
public sealed partial class RollupsMenu
{
    private MudMenu? menu;

    [Inject]
    public required IDialogService Dialogs { get; init; }

    // The menu would stay open behind the dialog, because it waits for the end of what was chosen.
    private async Task VerifyAsync()
    {
        await (menu?.CloseMenuAsync() ?? Task.CompletedTask);
        await VerifyRollupsDialog.ShowAsync(Dialogs);
    }
}
