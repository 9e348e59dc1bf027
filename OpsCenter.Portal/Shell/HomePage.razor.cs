using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using OpsCenter.Portal.Shell.Navigation;

namespace OpsCenter.Portal.Shell;

/// <summary>Opens the first page of the reader's rail; operators begin with the platform, also when they belong to a customer.</summary>
public sealed partial class HomePage
{
    [Inject]
    public required NavigationManager Navigation { get; init; }

    [CascadingParameter]
    public required Task<AuthenticationState> Authentication { get; set; }

    private bool HasNothingToOpen { get; set; }

    protected override async Task OnInitializedAsync()
    {
        var items = NavigationCatalog.For(Viewer.From((await Authentication).User));
        if (items.Count > 0)
            Navigation.NavigateTo(items.OrderByDescending(item => item.Group).First().Href, new NavigationOptions { ReplaceHistoryEntry = true });
        else
            HasNothingToOpen = true;
    }
}
