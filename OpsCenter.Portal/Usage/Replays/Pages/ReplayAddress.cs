using OpsCenter.Domain.Usage.Replays;
using OpsCenter.Portal.Shell;
using OpsCenter.Portal.Shell.Widgets;
using OpsCenter.Portal.Usage.Jobs;
using OpsCenter.Portal.Usage.Pages;

namespace OpsCenter.Portal.Usage.Replays.Pages;

/// <summary>The page as it stands in the address: which prices, which period, and how the groups are shown.</summary>
/// <param name="Query">The address.</param>
public sealed record ReplayAddress(UrlQuery Query)
{
    public const string PeriodName = "period";
    public const string FromName = "from";
    public const string ToName = "to";
    public const string ByName = "by";
    public const string SearchName = "q";
    public const string SortName = "sort";
    public const string OrderName = "order";

    /// <summary>The version; null for the reader's draft.</summary>
    public int? Version => Query.Number(PortalUrls.RateCardVersionParameter);

    /// <summary>Days in the address speak for themselves, also when the period is not named.</summary>
    public ReplayPeriod Period =>
        Query.Choice<ReplayPeriod>(PeriodName) ?? (Query.HasAny(FromName, ToName) ? ReplayPeriod.Custom : ReplayPeriod.Last30Days);

    public ReplayDimension By => Query.Choice<ReplayDimension>(ByName) ?? ReplayDimension.Route;

    public string? Search => Query.Text(SearchName);

    public ReplayColumn? Sort => Query.Choice<ReplayColumn>(SortName);

    /// <summary>Names from A to Z, figures from the largest on, unless said otherwise.</summary>
    public SortOrder Order => Query.Choice<SortOrder>(OrderName) ?? NaturalOrder(Sort);

    /// <summary>First moment of the period and first moment after it; null while a custom one lacks a day or ends before it begins.</summary>
    public (DateTimeOffset From, DateTimeOffset Until)? SpanAt(DateTimeOffset now)
    {
        var today = DateOnly.FromDateTime(now.UtcDateTime);

        return Period switch
        {
            ReplayPeriod.Last7Days => Days(today.AddDays(-6), today),
            ReplayPeriod.Last30Days => Days(today.AddDays(-29), today),
            ReplayPeriod.Last90Days => Days(today.AddDays(-89), today),
            ReplayPeriod.Custom => (Query.Day(FromName), Query.Day(ToName)) is ({ } first, { } last) && first <= last ? Days(first, last) : null,
        };
    }

    public UrlQuery WithPeriod(ReplayPeriod period) => Query.With<ReplayPeriod>(PeriodName, period).Without(FromName, ToName);

    public UrlQuery WithDay(string name, string? day) => Query.With<ReplayPeriod>(PeriodName, ReplayPeriod.Custom).With(name, day);

    public string HrefBy(ReplayDimension dimension) => Query.With<ReplayDimension>(ByName, dimension).Without(SearchName).ToHref();

    /// <summary>Sorted by a column; the other way round when it already is.</summary>
    public string HrefSortedBy(ReplayColumn column)
    {
        var order = column != Sort ? NaturalOrder(column) : Order is SortOrder.Ascending ? SortOrder.Descending : SortOrder.Ascending;

        return Query.With<ReplayColumn>(SortName, column).With<SortOrder>(OrderName, order).ToHref();
    }

    /// <summary>The jobs of a group in a period.</summary>
    public static string HrefOfJobs(ReplayGroup group, DateTimeOffset from, DateTimeOffset until)
    {
        var jobs = UrlQuery.Of("http://localhost" + PortalUrls.Jobs)
            .With<JobPeriod>(JobListAddress.PeriodName, JobPeriod.Custom)
            .With(JobListAddress.FromName, DateOnly.FromDateTime(from.UtcDateTime))
            .With(JobListAddress.ToName, DateOnly.FromDateTime(until.UtcDateTime.AddTicks(-1)));

        return jobs.With(NameOf(group.Dimension), group.Name).ToHref();
    }

    private static string NameOf(ReplayDimension dimension) => dimension switch
    {
        ReplayDimension.Customer => JobListAddress.CustomerName,
        ReplayDimension.Agent => JobListAddress.AgentName,
        ReplayDimension.Route => JobListAddress.RouteName,
    };

    private static SortOrder NaturalOrder(ReplayColumn? column) => column is ReplayColumn.Name ? SortOrder.Ascending : SortOrder.Descending;

    private static (DateTimeOffset From, DateTimeOffset Until)? Days(DateOnly first, DateOnly last) =>
        last == DateOnly.MaxValue ? null : (Midnight(first), Midnight(last.AddDays(1)));

    private static DateTimeOffset Midnight(DateOnly day) => new(day, TimeOnly.MinValue, TimeSpan.Zero);
}
