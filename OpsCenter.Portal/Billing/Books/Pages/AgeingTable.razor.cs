using Microsoft.AspNetCore.Components;
using OpsCenter.Domain.Monetary;

namespace OpsCenter.Portal.Billing.Books.Pages;

/// <summary>What customers owe, and since when.</summary>
public sealed partial class AgeingTable
{
    [Parameter, EditorRequired]
    public required IReadOnlyList<AgeingRow> Rows { get; set; }

    private IEnumerable<AgeingRow> Sums => Rows.GroupBy(row => row.Total.Currency).Select(group => group.Aggregate((sum, row) => new AgeingRow(
        Guid.Empty, "", sum.Current + row.Current, sum.Month1 + row.Month1, sum.Month2 + row.Month2, sum.Month3 + row.Month3, sum.Older + row.Older)));

    private static Money[] AmountsOf(AgeingRow row) => [row.Current, row.Month1, row.Month2, row.Month3, row.Older, row.Total];
}
