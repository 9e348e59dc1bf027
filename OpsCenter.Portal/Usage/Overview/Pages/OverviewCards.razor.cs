using System.Collections.Immutable;
using Microsoft.AspNetCore.Components;
using OpsCenter.Domain.Monetary;
using OpsCenter.Portal.Shell.Widgets;

namespace OpsCenter.Portal.Usage.Overview.Pages;

/// <summary>The figures of a period in one currency.</summary>
public sealed partial class OverviewCards
{
    [Parameter, EditorRequired]
    public required OverviewSpan Span { get; set; }

    [Parameter, EditorRequired]
    public required CurrencyOverview Figures { get; set; }

    /// <summary>Whose figures.</summary>
    [Parameter]
    public OverviewScope Scope { get; set; } = OverviewScope.All;

    private string Hint => OverviewWords.Comparison(Span);

    private string JobsHref => OverviewWords.Jobs(Span.Period, Scope).ToHref();

    private string PerJob => Figures.Total.PerJob is { } average ? $"{MoneyFormat.Rounded(average)} a job" : "No jobs in this period";

    private string HeldNote => Figures.Held is { Oldest: { } oldest } held
        ? $"{MoneyFormat.Rounded(held.Exposure)} at stake, oldest of {OverviewWords.Day(oldest)}"
        : "Every job has a price";

    private static string Whole(decimal count) => OverviewWords.Count((long)count);

    private string Rounded(decimal amount) => MoneyFormat.Rounded(new Money(amount, Figures.Currency));

    private Comparison? Compare(Func<UsageFigures, decimal> figure, Func<decimal, string> text) =>
        Span.IsComparable ? new Comparison(figure(Figures.Complete), figure(Figures.Previous), text) : null;

    private ImmutableArray<decimal?> Shape(Func<UsageFigures, decimal> figure) =>
        [.. Figures.Points.Select(point => point.Figures is { } known ? figure(known) : (decimal?)null)];
}
