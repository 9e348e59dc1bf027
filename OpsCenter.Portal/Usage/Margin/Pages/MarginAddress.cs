using OpsCenter.Portal.Shell.Widgets;
using OpsCenter.Portal.Usage.Jobs;
using OpsCenter.Portal.Usage.Overview;
using OpsCenter.Portal.Usage.Overview.Pages;
using OpsCenter.Portal.Usage.Pages;

namespace OpsCenter.Portal.Usage.Margin.Pages;

/// <summary>The page as it stands in the address.</summary>
/// <param name="Query">The address.</param>
public sealed record MarginAddress(UrlQuery Query)
{
    public const string PeriodName = "period";
    public const string ByName = "by";
    public const string SearchName = "q";
    public const string SortName = "sort";
    public const string OrderName = "order";

    public OverviewPeriod Period => Query.Choice<OverviewPeriod>(PeriodName) ?? OverviewPeriod.Last30Days;

    public MarginDimension By => Query.Choice<MarginDimension>(ByName) ?? MarginDimension.Route;

    public string? Search => Query.Text(SearchName);

    public MarginColumn Sort => Query.Choice<MarginColumn>(SortName) ?? MarginColumn.Revenue;

    /// <summary>Names from A to Z, figures from the largest on, unless said otherwise.</summary>
    public SortOrder Order => Query.Choice<SortOrder>(OrderName) ?? NaturalOrder(Sort);

    public string ClearHref => Query.Without(SearchName).ToHref();

    public string HrefOf(OverviewPeriod period) => Query.With<OverviewPeriod>(PeriodName, period).ToHref();

    public string HrefBy(MarginDimension dimension) => Query.With<MarginDimension>(ByName, dimension).Without(SearchName).ToHref();

    /// <summary>Sorted by a column; the other way round when it already is.</summary>
    public string HrefSortedBy(MarginColumn column)
    {
        var order = column != Sort ? NaturalOrder(column) : Order is SortOrder.Ascending ? SortOrder.Descending : SortOrder.Ascending;

        return Query.With<MarginColumn>(SortName, column).With<SortOrder>(OrderName, order).ToHref();
    }

    /// <summary>The jobs behind a row; null for a tool, by which jobs cannot be sought.</summary>
    public string? HrefOfJobs(MarginRow row)
    {
        var jobs = OverviewWords.Jobs(Period, OverviewScope.All);

        return By switch
        {
            MarginDimension.Route => jobs.With(JobListAddress.RouteName, row.Name).ToHref(),
            MarginDimension.Agent => jobs.With(JobListAddress.AgentName, row.Name).ToHref(),
            MarginDimension.Customer when row.CustomerId is { } id => jobs.With(JobListAddress.CustomerName, id).ToHref(),
            // Whose customer is not known is held for that reason.
            MarginDimension.Customer => jobs.With<JobState>(JobListAddress.StateName, JobState.Held).ToHref(),
            MarginDimension.Tool => null,
        };
    }

    private static SortOrder NaturalOrder(MarginColumn column) => column is MarginColumn.Name ? SortOrder.Ascending : SortOrder.Descending;
}
