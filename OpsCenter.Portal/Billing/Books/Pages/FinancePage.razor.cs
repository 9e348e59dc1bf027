using Microsoft.AspNetCore.Components;
using MudBlazor;
using OpsCenter.Domain.Accounts;
using OpsCenter.Portal.Data;
using OpsCenter.Portal.Organizations;
using OpsCenter.Portal.Security;
using OpsCenter.Portal.Shell;
using OpsCenter.Portal.Shell.Widgets;
using OpsCenter.Portal.Subscriptions.Movements;

namespace OpsCenter.Portal.Billing.Books.Pages;

/// <summary>The books for operators. What is looked at, filters and page stand in the address.</summary>
public sealed partial class FinancePage : IDisposable
{
    private const int RevenueMonths = 12;
    private readonly LatestOnly latest = new();
    private RegisterPage? page;
    private IReadOnlyList<RevenueMonth>? revenue;
    private IReadOnlyList<AgeingRow>? ageing;
    private IReadOnlyList<AccountingMonth>? months;
    private MonthReport? report;
    private Register? loaded;
    private string? customer;
    private bool canLock;
    private bool isForbidden;
    private bool hasFailed;

    [Inject]
    public required RegisterQueries Registers { get; init; }

    [Inject]
    public required RevenueQueries Revenue { get; init; }

    [Inject]
    public required AgeingQueries Ageing { get; init; }

    [Inject]
    public required MonthQueries Months { get; init; }

    [Inject]
    public required LockMonth Lock { get; init; }

    [Inject]
    public required CustomerQueries Customers { get; init; }

    [Inject]
    public required CurrentActor Current { get; init; }

    [Inject]
    public required IDialogService Dialogs { get; init; }

    [Inject]
    public required ISnackbar Snackbar { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    /// <summary>The parts of the address are parameters, so that a change of address is a change of the page.</summary>
    [SupplyParameterFromQuery(Name = FinanceAddress.ViewName)]
    public string? AddressView { get; set; }

    [SupplyParameterFromQuery(Name = FinanceAddress.CustomerName)]
    public string? AddressCustomer { get; set; }

    [SupplyParameterFromQuery(Name = FinanceAddress.StatusName)]
    public string? AddressStatus { get; set; }

    [SupplyParameterFromQuery(Name = FinanceAddress.FromName)]
    public string? AddressFrom { get; set; }

    [SupplyParameterFromQuery(Name = FinanceAddress.ToName)]
    public string? AddressTo { get; set; }

    [SupplyParameterFromQuery(Name = FinanceAddress.PageName)]
    public string? AddressPage { get; set; }

    [SupplyParameterFromQuery(Name = FinanceAddress.SizeName)]
    public string? AddressSize { get; set; }

    [SupplyParameterFromQuery(Name = FinanceAddress.MonthName)]
    public string? AddressMonth { get; set; }

    private FinanceAddress Address => new(UrlQuery.Of(Navigation.Uri));

    private IEnumerable<SegmentLink> Views => Enum.GetValues<FinanceView>()
        .Select(view => new SegmentLink(FinanceWords.Text(view), Address.HrefOf(view), view == Address.View));

    public void Dispose() => latest.Dispose();

    protected override Task OnParametersSetAsync()
    {
        if (Address.Register != loaded)
            page = null;

        return ReloadAsync();
    }

    private Task ReloadAsync() => latest.RunAsync(LoadAsync);

    private async Task LoadAsync(CancellationToken cancellationToken)
    {
        var (actor, address) = (await Current.GetAsync(cancellationToken), Address);
        isForbidden = !AccessPolicy.Allows(actor, Permission.ViewBilling);

        // Before the circuit there is only the shape of the page.
        if (isForbidden || !RendererInfo.IsInteractive)
            return;

        try
        {
            canLock = AccessPolicy.Allows(actor, Permission.ManageBilling);
            await ReadAsync(actor, address, cancellationToken);
            hasFailed = false;
        }
        catch (Exception exception) when (DatabaseFailure.IsAway(exception))
        {
            hasFailed = true;
        }
    }

    private async Task ReadAsync(Actor actor, FinanceAddress address, CancellationToken cancellationToken)
    {
        if (address.Register is { } register)
        {
            customer = address.CustomerId is { } id
                ? (await Customers.NamesAsync(actor, [id], cancellationToken)).GetValueOrDefault(id, id.ToString())
                : null;
            page = await Registers.ListAsync(actor, register, address.Filter, cancellationToken);
            loaded = register;
        }
        else if (address.View is FinanceView.Months)
        {
            months = await Months.ListAsync(actor, cancellationToken);
            report = address.Month is { } month ? await Months.CheckAsync(actor, month, cancellationToken) : null;
        }
        else
        {
            ageing = await Ageing.ListAsync(actor, cancellationToken);
            revenue = await Revenue.MonthsAsync(actor, RevenueMonths, cancellationToken);
        }
    }

    private async Task LockAsync(DateOnly month)
    {
        var name = FinanceWords.Month(month);
        var question = new Confirmation(
            $"Lock {name}?",
            $"Its figures are kept for good. No document is dated into {name} any more: those written from now on go into the month after it. This cannot be undone.",
            "Lock month",
            "Locking…",
            async cancellationToken => await DatabaseFailure.AnswerAsync(
                async () => await Lock.HandleAsync(await Current.GetAsync(cancellationToken), month, cancellationToken)),
            IsDestructive: true);

        if (await Dialogs.ConfirmAsync(question))
            Snackbar.Add($"{name} locked", Severity.Success);

        await ReloadAsync();
    }
}
