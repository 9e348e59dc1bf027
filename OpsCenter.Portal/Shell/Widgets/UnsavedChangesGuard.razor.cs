using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using MudBlazor;

namespace OpsCenter.Portal.Shell.Widgets;

/// <summary>Asks before unsaved changes are left behind: by a link with our dialog, by closing the tab with the browser's own.</summary>
public sealed partial class UnsavedChangesGuard
{
    [Inject]
    public required IDialogService Dialogs { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [Parameter, EditorRequired]
    public bool IsDirty { get; set; }

    /// <summary>What would be lost, as a sentence.</summary>
    [Parameter]
    public string Effect { get; set; } = "What you changed on this page is not saved and will be lost.";

    /// <summary>Tries to save before asking; the question is left out when nothing is dirty afterwards.</summary>
    [Parameter]
    public Func<Task>? SaveFirst { get; set; }

    private async Task AskAsync(LocationChangingContext context)
    {
        if (!IsDirty || StaysOnPage(context.TargetLocation))
            return;
        if (SaveFirst is not null)
            await SaveFirst();
        if (!IsDirty)
            return;
        var leave = await Dialogs.ConfirmAsync(new Confirmation(
            "Leave without saving?", Effect, "Leave", "Leaving…", _ => Task.FromResult<string?>(null), IsDestructive: true, CancelVerb: "Stay"));
        if (!leave)
            context.PreventNavigation();
    }

    // A filter or a tab in the query changes the address, not the page.
    private bool StaysOnPage(string target) =>
        Navigation.ToAbsoluteUri(target).AbsolutePath == Navigation.ToAbsoluteUri(Navigation.Uri).AbsolutePath;
}
