using Microsoft.AspNetCore.Components;
using OpsCenter.Domain.Accounts;
using OpsCenter.Domain.Organizations;
using OpsCenter.Portal.Security;
using OpsCenter.Portal.Shell;
using OpsCenter.Portal.Shell.Widgets;

namespace OpsCenter.Portal.Organizations.Pages;

/// <summary>The list of customers. Search, status, sort and page stand in the address.</summary>
public sealed partial class CustomersPage : IDisposable
{
    public const string SearchName = "q";
    public const string StatusName = "status";
    public const string SortName = "sort";
    public const string PageName = PageFoot.PageName;
    public const string SizeName = PageFoot.SizeName;
    private readonly LatestOnly latest = new();
    private CustomerList? list;
    private bool isForbidden;
    private bool canManage;

    [Inject]
    public required CustomerQueries Customers { get; init; }

    [Inject]
    public required CustomerActs Acts { get; init; }

    [Inject]
    public required CurrentActor Current { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    /// <summary>The parts of the address are parameters, so that a change of address is a change of the page.</summary>
    [SupplyParameterFromQuery(Name = SearchName)]
    public string? AddressSearch { get; set; }

    [SupplyParameterFromQuery(Name = StatusName)]
    public string? AddressStatus { get; set; }

    [SupplyParameterFromQuery(Name = SortName)]
    public string? AddressSort { get; set; }

    [SupplyParameterFromQuery(Name = PageName)]
    public string? AddressPage { get; set; }

    [SupplyParameterFromQuery(Name = SizeName)]
    public string? AddressSize { get; set; }

    private UrlQuery Query => UrlQuery.Of(Navigation.Uri);

    private string? Search => Query.Text(SearchName);

    private OrganizationStatus? Status => Query.Choice<OrganizationStatus>(StatusName);

    private CustomerSort Sort => Query.Choice<CustomerSort>(SortName) ?? CustomerSort.Name;

    private int PageSize => PageSizeLinks.Of(Query.Number(SizeName));

    private bool IsFiltered => Query.HasAny(SearchName, StatusName);

    public void Dispose() => latest.Dispose();

    protected override Task OnParametersSetAsync() => latest.RunAsync(LoadAsync);

    private async Task LoadAsync(CancellationToken cancellationToken)
    {
        var actor = await Current.GetAsync(cancellationToken);
        isForbidden = !AccessPolicy.Allows(actor, Permission.ViewCustomers);
        canManage = AccessPolicy.Allows(actor, Permission.ManageCustomers);

        // Before the circuit there is only the shape of the page: its rows would be thrown away a moment later.
        if (isForbidden || !RendererInfo.IsInteractive)
            return;

        var filter = new CustomerFilter(Search, Status, Sort, Query.Number(PageName) ?? 1, PageSize);
        list = await Customers.ListAsync(actor, filter, cancellationToken);
    }

    private UrlQuery Change(string name, string? value) => Query.With(name, value).Without(PageName);

    private void Show(UrlQuery query) => Navigation.NavigateTo(query.ToHref(), new NavigationOptions { ReplaceHistoryEntry = true });

    private Task CreateAsync() => ReloadAfterAsync(Acts.CreateAsync());

    private Task RenameAsync(CustomerRow customer) => ReloadAfterAsync(Acts.RenameAsync(customer));

    private Task SuspendAsync(CustomerRow customer) => ReloadAfterAsync(Acts.SuspendAsync(customer));

    private Task ResumeAsync(CustomerRow customer) => ReloadAfterAsync(Acts.ResumeAsync(customer));

    // Also after an act that was given up: what a colleague changed meanwhile should show.
    private async Task ReloadAfterAsync(Task act)
    {
        await act;
        await latest.RunAsync(LoadAsync);
    }
}
