using Microsoft.AspNetCore.Components;
using OpsCenter.Domain.Monetary;
using OpsCenter.Domain.Usage.Replays;

namespace OpsCenter.Portal.Usage.Replays.Pages;

/// <summary>What was predicted for a version beside what has happened, by job, because the numbers of jobs differ.</summary>
public sealed partial class ComparisonCard
{
    private const int MaxRoutes = 20;

    [Parameter, EditorRequired]
    public required ReplayComparison Comparison { get; set; }

    private static IEnumerable<ComparedRow> Rows(ReplayView prediction, VersionActuals actual)
    {
        var predicted = prediction.Result.By(ReplayDimension.Route)
            .Where(route => route.Name is not null)
            .ToDictionary(route => route.Name!, route => Figures(route.Figures)); // the filter let only names through
        var happened = actual.Routes.ToDictionary();
        var names = actual.Routes.Select(route => route.Key).Concat(predicted.Keys).Distinct(StringComparer.Ordinal).Take(MaxRoutes);

        return
        [
            new ComparedRow("All routes", Figures(prediction.Result.Total), actual.Total, IsTotal: true),
            .. names.Select(name => new ComparedRow(name, predicted.GetValueOrDefault(name), happened.GetValueOrDefault(name), IsTotal: false)),
        ];
    }

    private static ActualFigures Figures(ReplayFigures figures) => new(figures.Jobs, Rounded(figures.RevenueAfter), Rounded(figures.CostAfter));

    private static Money Rounded(Money money) => Money.Fee(money.Amount, money.Currency);

    private sealed record ComparedRow(string Name, ActualFigures? Predicted, ActualFigures? Actual, bool IsTotal);
}
