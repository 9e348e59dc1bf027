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

    /// <summary>Whose figures; null for all customers'.</summary>
    [Parameter]
    public Guid? CustomerId { get; set; }

    /// <summary>What to show when there never was a job.</summary>
    [Parameter]
    public RenderFragment? Empty { get; set; }

    // One customer's figures by customer say nothing.
    private IEnumerable<OverviewDimension> Dimensions =>
        Enum.GetValues<OverviewDimension>().Where(dimension => CustomerId is null || dimension is not OverviewDimension.Customer);

    /// <inheritdoc />
    protected override async Task LoadAsync(Actor actor, CancellationToken cancellationToken)
    {
        if (RendererInfo.IsInteractive)
            overview = await Overviews.GetAsync(actor, Period, CustomerId, cancellationToken);
    }
}
