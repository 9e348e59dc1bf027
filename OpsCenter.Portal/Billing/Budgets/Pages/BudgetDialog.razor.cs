using System.Globalization;
using Microsoft.AspNetCore.Components;
using MudBlazor;
using OpsCenter.Domain.Monetary;
using OpsCenter.Portal.Data;
using OpsCenter.Portal.Security;

namespace OpsCenter.Portal.Billing.Budgets.Pages;

/// <summary>Asks for the amount and what happens when it is used up.</summary>
public sealed partial class BudgetDialog : IDisposable
{
    private readonly CancellationTokenSource closing = new();
    private string amount = "";
    private bool stops;
    private string? amountProblem;
    private string? problem;
    private bool isBusy;

    [Inject]
    public required SetBudget Set { get; init; }

    [Inject]
    public required CurrentActor Current { get; init; }

    [CascadingParameter]
    public required IMudDialogInstance Dialog { get; set; }

    [Parameter, EditorRequired]
    public Guid Organization { get; set; }

    /// <summary>The budget as it is.</summary>
    [Parameter, EditorRequired]
    public required BudgetView View { get; set; }

    /// <summary>Shows it; returns what was done, in words, or null.</summary>
    public static async Task<string?> ShowAsync(IDialogService dialogs, Guid organization, BudgetView view)
    {
        var parameters = new DialogParameters<BudgetDialog> { { d => d.Organization, organization }, { d => d.View, view } };
        var options = new DialogOptions { MaxWidth = MaxWidth.ExtraSmall, FullWidth = true, BackdropClick = false };
        var shown = await dialogs.ShowAsync<BudgetDialog>("Budget", parameters, options);

        return await shown.Result is { Canceled: false, Data: string done } ? done : null;
    }

    public void Dispose()
    {
        closing.Cancel();
        closing.Dispose();
    }

    protected override void OnInitialized()
    {
        if (View.Budget is { } budget)
            (amount, stops) = (DecimalText.Format(budget.Amount.Amount), budget.Stops);
    }

    private Task SetAsync()
    {
        (amountProblem, problem) = (null, null);

        if (decimal.TryParse(amount, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var value))
            return SaveAsync(value, "Budget saved");

        amountProblem = "Enter a number, for example 250.";

        return Task.CompletedTask;
    }

    private Task RemoveAsync() => SaveAsync(null, "Budget removed");

    private async Task SaveAsync(decimal? value, string done)
    {
        if (isBusy)
            return;

        isBusy = true;
        problem = await DatabaseFailure.AnswerAsync(async () =>
        {
            amountProblem = await Set.HandleAsync(await Current.GetAsync(closing.Token), Organization, value, stops, closing.Token);

            if (amountProblem is null)
                Dialog.Close(done);

            return null;
        });
        isBusy = false;
    }
}
