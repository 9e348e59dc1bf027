using Microsoft.AspNetCore.Components;
using MudBlazor;
using OpsCenter.Domain.Accounts;
using OpsCenter.Domain.Monetary;
using OpsCenter.Portal.Security;

namespace OpsCenter.Portal.Billing.Budgets.Pages;

/// <summary>The budget of a customer, how much of it is used, and the way to change it.</summary>
public sealed partial class BudgetCard : IDisposable
{
    private readonly CancellationTokenSource closing = new();
    private BudgetView? view;
    private bool canSet;

    [Inject]
    public required BudgetQueries Budgets { get; init; }

    [Inject]
    public required CurrentActor Current { get; init; }

    [Inject]
    public required IDialogService Dialogs { get; init; }

    [Inject]
    public required ISnackbar Snackbar { get; init; }

    /// <summary>The customer.</summary>
    [Parameter, EditorRequired]
    public Guid Organization { get; set; }

    /// <summary>Whether an operator looks at the customer's page: then it is read-only.</summary>
    [Parameter]
    public bool IsReadOnly { get; set; }

    public void Dispose()
    {
        closing.Cancel();
        closing.Dispose();
    }

    protected override Task OnInitializedAsync() => LoadAsync();

    private static decimal Share(Money spent, Money budget) => Math.Min(100, spent.Amount * 100 / budget.Amount);

    private decimal Percent(Budget budget) => decimal.Truncate(Share(view?.Spent ?? Money.Zero(budget.Amount.Currency), budget.Amount));

    private async Task LoadAsync()
    {
        var actor = await Current.GetAsync(closing.Token);
        canSet = !IsReadOnly && AccessPolicy.AllowsAbout(actor, Organization, Permission.ManageOwnBilling, Permission.ManageSubscriptions);
        view = await Budgets.OfAsync(actor, Organization, closing.Token);
    }

    private async Task EditAsync()
    {
        if (view is not null && await BudgetDialog.ShowAsync(Dialogs, Organization, view) is { } done)
            Snackbar.Add(done, Severity.Success);

        await LoadAsync();
    }
}
