using System.Globalization;
using OpsCenter.Domain.Monetary;
using OpsCenter.Domain.Usage;
using OpsCenter.Domain.Usage.Replays;
using OpsCenter.Portal.Shell.Widgets;
using OpsCenter.Portal.Usage.Overview.Pages;

namespace OpsCenter.Portal.Usage.Replays.Pages;

/// <summary>How the page speaks of what would change.</summary>
internal static class ReplayWords
{
    public static string Text(ReplayPeriod period) => period switch
    {
        ReplayPeriod.Last7Days => "Last 7 days",
        ReplayPeriod.Last30Days => "Last 30 days",
        ReplayPeriod.Last90Days => "Last 90 days",
        ReplayPeriod.Custom => "Custom days",
    };

    public static string Text(ReplayDimension dimension) => dimension switch
    {
        ReplayDimension.Customer => "Customer",
        ReplayDimension.Agent => "Agent",
        ReplayDimension.Route => "Route",
    };

    public static string Plural(ReplayDimension dimension) => Text(dimension) + "s";

    public static string Text(HoldReason reason) => reason switch
    {
        HoldReason.UnknownRoute => "Route",
        HoldReason.UnknownAgent => "Agent",
        HoldReason.UnknownTool => "Tool",
        HoldReason.UnknownCustomer => "Customer",
    };

    /// <summary>With its sign: <c>+$1.20</c>, <c>-$1.20</c>, <c>$0.00</c>.</summary>
    public static string Signed(Money money) => money.Amount > 0m ? "+" + MoneyFormat.Rounded(money) : MoneyFormat.Rounded(money);

    /// <summary>A change in percent of what was; empty when there was nothing or nothing changes.</summary>
    public static string Change(Money before, Money after) => before.Amount == 0m || before == after
        ? ""
        : SignedPercent(Rounding.To((after.Amount - before.Amount) * 100m / Math.Abs(before.Amount), 1));

    public static string Percent(decimal? percent) => percent is { } known ? OverviewWords.Percent(known) : "—";

    public static string Jobs(long jobs) => jobs == 1 ? "1 job" : $"{OverviewWords.Count(jobs)} jobs";

    /// <summary>The days of a period, the last one included.</summary>
    public static string Days(DateTimeOffset from, DateTimeOffset until)
    {
        var (first, last) = (from.UtcDateTime, until.UtcDateTime.AddTicks(-1));

        return first.Date == last.Date ? Day(first) : $"{Day(first)} – {Day(last)}";
    }

    private static string Day(DateTime day) => day.ToString("d MMM yyyy", CultureInfo.InvariantCulture);

    private static string SignedPercent(decimal percent) => $"{(percent > 0m ? "+" : "")}{OverviewWords.Percent(percent)}";
}
