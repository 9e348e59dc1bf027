using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace OpsCenter.Portal.Usage.Holds.Pages;

/// <summary>What else can be done on the page.</summary>
public sealed partial class HoldsMenu
{
    private MudMenu? menu;

    [Parameter]
    public EventCallback OnVerify { get; set; }

    // The menu would stay open behind the dialog, because it waits for the end of what was chosen.
    private async Task ChooseAsync()
    {
        await (menu?.CloseMenuAsync() ?? Task.CompletedTask);
        await OnVerify.InvokeAsync();
    }
}
