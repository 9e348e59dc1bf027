using Microsoft.AspNetCore.Components;

namespace OpsCenter.Portal.Billing.Books.Pages;

/// <summary>The months of the books; one of them with its figures and checks.</summary>
public sealed partial class MonthList
{
    [Parameter, EditorRequired]
    public required IReadOnlyList<AccountingMonth> Months { get; set; }

    /// <summary>The month that is looked at; null for none.</summary>
    [Parameter]
    public MonthReport? Report { get; set; }

    [Parameter, EditorRequired]
    public required FinanceAddress Address { get; set; }

    [Parameter]
    public bool CanLock { get; set; }

    [Parameter]
    public EventCallback<DateOnly> OnLock { get; set; }
}
