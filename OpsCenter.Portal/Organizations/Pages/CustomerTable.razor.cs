using Microsoft.AspNetCore.Components;
using OpsCenter.Portal.Shell.Widgets;

namespace OpsCenter.Portal.Organizations.Pages;

/// <summary>Customers as rows; each opens the customer.</summary>
public sealed partial class CustomerTable
{
    [Parameter, EditorRequired]
    public required IReadOnlyList<CustomerRow> Customers { get; set; }

    /// <summary>The address of the list, for the links that sort it.</summary>
    [Parameter, EditorRequired]
    public required UrlQuery Query { get; set; }

    [Parameter, EditorRequired]
    public CustomerSort Sort { get; set; }

    [Parameter]
    public bool CanManage { get; set; }

    [Parameter]
    public EventCallback<CustomerRow> OnRename { get; set; }

    [Parameter]
    public EventCallback<CustomerRow> OnSuspend { get; set; }

    [Parameter]
    public EventCallback<CustomerRow> OnResume { get; set; }

    private string? Order(CustomerSort ascending, CustomerSort descending) =>
        Sort == ascending ? "ascending" : Sort == descending ? "descending" : null;

    private string Arrow(CustomerSort ascending, CustomerSort descending) => Order(ascending, descending) switch
    {
        "ascending" => " ↑",
        "descending" => " ↓",
        _ => "",
    };

    private string Toggle(CustomerSort first, CustomerSort second) =>
        Query.With<CustomerSort>(CustomersPage.SortName, Sort == first ? second : first).Without(CustomersPage.PageName).ToHref();
}
