using Microsoft.AspNetCore.Components;
using OpsCenter.Domain.Accounts;
using OpsCenter.Portal.Shell;
using OpsCenter.Portal.Usage.Own.Home;

namespace OpsCenter.Portal.Usage.Own.Pages;

/// <summary>A customer's overview, read again when something changes.</summary>
public sealed partial class CustomerOverviewPanel
{
    private OwnHome? home;

    [Inject]
    public required OwnHomeQueries Homes { get; init; }

    /// <summary>Whose overview.</summary>
    [Parameter, EditorRequired]
    public Guid Organization { get; set; }

    /// <summary>The customer whom an operator looks at; null for the customer.</summary>
    [Parameter]
    public Guid? CustomerId { get; set; }

    private string JobsHref => CustomerId is { } id ? PortalUrls.JobsOf(id) : PortalUrls.Jobs;

    /// <inheritdoc />
    protected override async Task LoadAsync(Actor actor, CancellationToken cancellationToken)
    {
        if (RendererInfo.IsInteractive)
            home = await Homes.GetAsync(actor, Organization, cancellationToken);
    }
}
