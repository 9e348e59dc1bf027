using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace OpsCenter.Portal.Organizations.Pages;

/// <summary>What can be done with one customer.</summary>
public sealed partial class CustomerMenu
{
    private MudMenu? menu;

    [Parameter, EditorRequired]
    public required CustomerRow Customer { get; set; }

    [Parameter, EditorRequired]
    public required string JobsHref { get; set; }

    [Parameter]
    public bool CanManage { get; set; }

    [Parameter]
    public EventCallback<CustomerRow> OnRename { get; set; }

    [Parameter]
    public EventCallback<CustomerRow> OnSuspend { get; set; }

    [Parameter]
    public EventCallback<CustomerRow> OnResume { get; set; }

    // The menu would stay open behind the dialog, because it waits for the end of what was chosen.
    private async Task ChooseAsync(EventCallback<CustomerRow> act)
    {
        await (menu?.CloseMenuAsync() ?? Task.CompletedTask);
        await act.InvokeAsync(Customer);
    }
}
