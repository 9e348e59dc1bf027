using OpsCenter.Portal.Shell.Widgets;

namespace OpsCenter.Portal.Usage.Own.Pages;

/// <summary>A customer's usage as it stands in the address: period and what it is broken down by.</summary>
/// <param name="Query">The address.</param>
public sealed record OwnUsageAddress(UrlQuery Query)
{
    /// <summary>Which period.</summary>
    public const string PeriodName = "period";

    /// <summary>Broken down by what.</summary>
    public const string DimensionName = "by";

    /// <summary>Whose; only in the addresses of files.</summary>
    public const string CustomerName = "customer";

    public OwnPeriod Period => Query.Choice<OwnPeriod>(PeriodName) ?? OwnPeriod.Current;

    public OwnDimension Dimension => Query.Choice<OwnDimension>(DimensionName) ?? OwnDimension.Agent;

    public Guid? CustomerId => Query.Id(CustomerName);

    public string PeriodHref(OwnPeriod period) => Query.With<OwnPeriod>(PeriodName, period).ToHref();

    public string DimensionHref(OwnDimension dimension) => Query.With<OwnDimension>(DimensionName, dimension).ToHref();
}
