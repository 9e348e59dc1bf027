using Microsoft.AspNetCore.Components;

namespace OpsCenter.Portal.Billing.Pages;

/// <summary>The filters above a customer's invoices.</summary>
public sealed partial class InvoiceFilters
{
    [Inject]
    public required NavigationManager Navigation { get; init; }

    [Parameter, EditorRequired]
    public required InvoiceListAddress Address { get; set; }

    private void Show(string name, object? value)
    {
        var text = name == InvoiceListAddress.StatusName ? (value as string)?.ToLowerInvariant() : value as string;
        Navigation.NavigateTo(Address.Change(name, text).ToHref(), new NavigationOptions { ReplaceHistoryEntry = true });
    }
}
