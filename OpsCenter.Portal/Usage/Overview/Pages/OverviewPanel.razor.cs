using Microsoft.AspNetCore.Components;
using OpsCenter.Domain.Accounts;

namespace OpsCenter.Portal.Usage.Overview.Pages;

/// <summary>The figures of a period, of all customers or of one.</summary>
public sealed partial class OverviewPanel
{
    private PlatformOverview? overview;

    [Inject]
    public required OverviewQueries Overviews { get; init; }

    [Parameter, EditorRequired]
    public OverviewPeriod Period { get; set; }

    /// <summary>Whose figures.</summary>
    [Parameter]
    public OverviewScope Scope { get; set; } = OverviewScope.All;

    /// <summary>What to show when there never was a job.</summary>
    [Parameter]
    public RenderFragment? Empty { get; set; }

    // One customer's figures by customer say nothing, and one agent's by agent.
    private IEnumerable<OverviewDimension> Dimensions => Enum.GetValues<OverviewDimension>().Where(dimension => dimension switch
    {
        OverviewDimension.Customer => Scope.CustomerId is null,
        OverviewDimension.Agent => Scope.Agent is null,
        OverviewDimension.Route => true,
    });

    /// <inheritdoc />
    protected override async Task LoadAsync(Actor actor, CancellationToken cancellationToken)
    {
        if (RendererInfo.IsInteractive)
            overview = await Overviews.GetAsync(actor, Period, Scope, cancellationToken);
    }
}
