using Microsoft.AspNetCore.Components;
using OpsCenter.Domain.Monetary;
using OpsCenter.Domain.Usage.Replays;
using OpsCenter.Portal.Shell.Widgets;
using OpsCenter.Portal.Usage.Overview.Pages;

namespace OpsCenter.Portal.Usage.Replays.Pages;

/// <summary>What came out: the three figures, what to look out for, and who gains and loses.</summary>
public sealed partial class ReplayResultView
{
    private const int MaxRows = 100;
    private const string Hint = "What the jobs are charged and cost now, by the ledger";

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [Parameter, EditorRequired]
    public required ReplayView Replay { get; set; }

    [Parameter, EditorRequired]
    public required ReplayAddress Address { get; set; }

    /// <summary>The customers' names.</summary>
    [Parameter, EditorRequired]
    public required IReadOnlyDictionary<Guid, string> Names { get; set; }

    private ReplayFigures Total => Replay.Result.Total;

    private string Changed => Total is { DearerJobs: 0, CheaperJobs: 0, HeldJobs: 0 }
        ? "no customer would pay more or less for any of them."
        : $"{OverviewWords.Count(Total.DearerJobs)} would cost customers more, {OverviewWords.Count(Total.CheaperJobs)} less.";

    private IEnumerable<SegmentLink> Dimensions => ((ReplayDimension[])[ReplayDimension.Route, ReplayDimension.Agent, ReplayDimension.Customer])
        .Select(dimension => new SegmentLink(ReplayWords.Plural(dimension), Address.HrefBy(dimension), dimension == Address.By));

    private List<ReplayGroup> Matching =>
        [.. Replay.Result.By(Address.By).Where(g => Address.Search is not { } text || NameOf(g).Contains(text, StringComparison.OrdinalIgnoreCase))];

    private List<ReplayGroup> Shown => [.. Sorted(Matching).Take(MaxRows)];

    private string ClearHref => Address.Query.Without(ReplayAddress.SearchName).ToHref();

    private string NameOf(ReplayGroup group) => group switch
    {
        { Name: null } => $"All other {ReplayWords.Plural(group.Dimension).ToLowerInvariant()}",
        { Dimension: ReplayDimension.Customer } when Guid.TryParse(group.Name, out var id) => Names.GetValueOrDefault(id, group.Name),
        _ => group.Name,
    };

    private static Comparison Compare(Money before, Money after) =>
        new(after.Amount, before.Amount, amount => MoneyFormat.Rounded(before with { Amount = amount }));

    // Without a wish the largest differences come first, gains and losses alike: so they are stored.
    private IEnumerable<ReplayGroup> Sorted(List<ReplayGroup> groups) => Address.Sort is { } column ? Sorted(groups, column) : groups;

    private IEnumerable<ReplayGroup> Sorted(List<ReplayGroup> groups, ReplayColumn column) => column switch
    {
        ReplayColumn.Name => Ordered(groups, group => NameOf(group).ToUpperInvariant()),
        ReplayColumn.Jobs => Ordered(groups, group => group.Figures.Jobs),
        ReplayColumn.Before => Ordered(groups, group => group.Figures.RevenueBefore.Amount),
        ReplayColumn.After => Ordered(groups, group => group.Figures.RevenueAfter.Amount),
        ReplayColumn.Difference => Ordered(groups, group => group.Figures.RevenueDifference.Amount),
        ReplayColumn.Margin => Ordered(groups, group => group.Figures.MarginPercentAfter ?? decimal.MinValue),
    };

    private IEnumerable<ReplayGroup> Ordered<TKey>(List<ReplayGroup> groups, Func<ReplayGroup, TKey> key) => Address.Order switch
    {
        SortOrder.Ascending => groups.OrderBy(key),
        SortOrder.Descending => groups.OrderByDescending(key),
    };

    private void Search(string? text) =>
        Navigation.NavigateTo(Address.Query.With(ReplayAddress.SearchName, text).ToHref(), new NavigationOptions { ReplaceHistoryEntry = true });
}
