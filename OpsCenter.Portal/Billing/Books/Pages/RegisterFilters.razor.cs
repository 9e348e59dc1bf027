using Microsoft.AspNetCore.Components;

namespace OpsCenter.Portal.Billing.Books.Pages;

/// <summary>The filters above a register.</summary>
public sealed partial class RegisterFilters
{
    [Inject]
    public required NavigationManager Navigation { get; init; }

    [Parameter, EditorRequired]
    public required FinanceAddress Address { get; set; }

    [Parameter, EditorRequired]
    public Register Register { get; set; }

    /// <summary>The name of the customer in the address; null when there is none.</summary>
    [Parameter]
    public string? Customer { get; set; }

    private void Show(string name, string? value) =>
        Navigation.NavigateTo(Address.Change(name, value).ToHref(), new NavigationOptions { ReplaceHistoryEntry = true });
}
