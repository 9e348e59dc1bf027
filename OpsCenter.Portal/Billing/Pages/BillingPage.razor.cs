using Microsoft.AspNetCore.Components;
using MudBlazor;
using OpsCenter.Domain.Accounts;
using OpsCenter.Domain.Billing.Backend;
using OpsCenter.Portal.Billing.Home;
using OpsCenter.Portal.Billing.Invoices;
using OpsCenter.Portal.Data;
using OpsCenter.Portal.Shell.Widgets;

namespace OpsCenter.Portal.Billing.Pages;

/// <summary>The billing of a customer: the running period, who pays and how, and the invoices. Filters and page stand in the address.</summary>
public sealed partial class BillingPage
{
    private BillingHome? home;
    private InvoicePage? list;
    private DateTimeOffset now;
    private bool hasFailed;
    private Actor? reader;

    [Inject]
    public required BillingHomeQueries Homes { get; init; }

    [Inject]
    public required InvoiceQueries Invoices { get; init; }

    [Inject]
    public required IDialogService Dialogs { get; init; }

    [Inject]
    public required ISnackbar Snackbar { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [Inject]
    public required TimeProvider Clock { get; init; }

    /// <summary>The parts of the address are parameters, so that a change of address is a change of the page.</summary>
    [SupplyParameterFromQuery(Name = InvoiceListAddress.StatusName)]
    public string? AddressStatus { get; set; }

    [SupplyParameterFromQuery(Name = InvoiceListAddress.FromName)]
    public string? AddressFrom { get; set; }

    [SupplyParameterFromQuery(Name = InvoiceListAddress.ToName)]
    public string? AddressTo { get; set; }

    [SupplyParameterFromQuery(Name = InvoiceListAddress.NumberName)]
    public string? AddressNumber { get; set; }

    [SupplyParameterFromQuery(Name = InvoiceListAddress.PageName)]
    public string? AddressPage { get; set; }

    [SupplyParameterFromQuery(Name = InvoiceListAddress.SizeName)]
    public string? AddressSize { get; set; }

    /// <inheritdoc />
    public override Permission OwnPermission => Permission.ViewOwnBilling;

    private InvoiceListAddress Address => new(UrlQuery.Of(Navigation.Uri));

    /// <inheritdoc />
    protected override async Task LoadAsync(Actor actor, CancellationToken cancellationToken)
    {
        reader = actor;

        try
        {
            now = Clock.GetUtcNow();
            home = await Homes.GetAsync(actor, OrganizationId, cancellationToken);
            list = await Invoices.ListAsync(actor, OrganizationId, Address.Filter, cancellationToken);
            hasFailed = false;
        }
        catch (Exception exception) when (DatabaseFailure.IsAway(exception))
        {
            hasFailed = true;
        }
    }

    // What changes by itself does not keep a session alive, so nobody is asked who they are.
    private Task ReadAgainAsync() => reader is { } actor ? Latest.RunAsync(token => LoadAsync(actor, token)) : Task.CompletedTask;

    private async Task EditDetailsAsync()
    {
        if (home is not null && await BillingDetailsDialog.ShowAsync(Dialogs, OrganizationId, home.Details))
            Snackbar.Add("Billing details saved", Severity.Success);

        await ReloadAsync();
    }
}
