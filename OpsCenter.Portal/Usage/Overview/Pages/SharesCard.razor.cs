using Microsoft.AspNetCore.Components;
using OpsCenter.Domain.Monetary;
using OpsCenter.Portal.Usage.Jobs;
using OpsCenter.Portal.Usage.Pages;

namespace OpsCenter.Portal.Usage.Overview.Pages;

/// <summary>Who or what brings most of the spend; each row opens its jobs.</summary>
public sealed partial class SharesCard
{
    [Parameter, EditorRequired]
    public required OverviewSpan Span { get; set; }

    [Parameter, EditorRequired]
    public required CurrencyOverview Figures { get; set; }

    /// <summary>Whose figures.</summary>
    [Parameter]
    public OverviewScope Scope { get; set; } = OverviewScope.All;

    [Parameter, EditorRequired]
    public OverviewDimension Dimension { get; set; }

    private IReadOnlyList<OverviewShare> Shares => [.. Figures.By(Dimension)];

    private string Id => $"top-{Dimension}-{Figures.Currency}";

    private string Title => Dimension switch
    {
        OverviewDimension.Agent => "Top agents",
        OverviewDimension.Route => "Top routes",
        OverviewDimension.Customer => "Top customers",
    };

    private static string NameOf(OverviewShare share) => share.Name ?? "Customer not known yet";

    private decimal PercentOf(OverviewShare share) => Figures.Total.Spend.Amount == 0m
        ? 0m
        : Rounding.To(share.Figures.Spend.Amount * 100m / Figures.Total.Spend.Amount, 1);

    private string HrefOf(OverviewShare share)
    {
        var jobs = OverviewWords.Jobs(Span.Period, Scope);

        return (share.Dimension switch
        {
            OverviewDimension.Agent => jobs.With(JobListAddress.AgentName, share.Name),
            OverviewDimension.Route => jobs.With(JobListAddress.RouteName, share.Name),
            OverviewDimension.Customer when share.CustomerId is { } id => jobs.With(JobListAddress.CustomerName, id),
            // Whose customer is not known is held for that reason.
            OverviewDimension.Customer => jobs.With<JobState>(JobListAddress.StateName, JobState.Held),
        }).ToHref();
    }
}
