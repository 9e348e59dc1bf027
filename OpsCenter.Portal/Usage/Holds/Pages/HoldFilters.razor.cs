using Microsoft.AspNetCore.Components;

namespace OpsCenter.Portal.Usage.Holds.Pages;

/// <summary>The filters of the list of holds. Each change is a new address.</summary>
public sealed partial class HoldFilters
{
    [Inject]
    public required NavigationManager Navigation { get; init; }

    [Parameter, EditorRequired]
    public required HoldListAddress Address { get; set; }

    /// <summary>What is missing now; names are suggested from it.</summary>
    [Parameter, EditorRequired]
    public required HoldGroups Groups { get; set; }

    private Task<IReadOnlyList<string>> Among(string text, CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<string>>(
        [.. Groups.Groups.Select(group => group.Cause.Subject).Where(name => name.Contains(text, StringComparison.OrdinalIgnoreCase)).Distinct()]);

    private void Show(string name, string? value) =>
        Navigation.NavigateTo(Address.Change(name, value).ToHref(), new NavigationOptions { ReplaceHistoryEntry = true });
}
