using Microsoft.AspNetCore.Components;
using OpsCenter.Domain.Monetary;
using OpsCenter.Portal.Subscriptions.Movements;

namespace OpsCenter.Portal.Billing.Books.Pages;

/// <summary>Monthly recurring revenue now and over months, with what moved it.</summary>
public sealed partial class RevenueView
{
    /// <summary>Newest first, one currency after the other.</summary>
    [Parameter, EditorRequired]
    public required IReadOnlyList<RevenueMonth> Months { get; set; }

    [Parameter, EditorRequired]
    public required IReadOnlyList<AgeingRow> Ageing { get; set; }

    [Parameter, EditorRequired]
    public required string AgeingHref { get; set; }

    private static long CountOf(RevenueMonth month) => month.NewCustomers - month.LostCustomers;

    private Money OwedIn(Currency currency) =>
        Ageing.Where(row => row.Total.Currency == currency).Aggregate(Money.Zero(currency), (sum, row) => sum + row.Total);
}
