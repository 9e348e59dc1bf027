using Microsoft.AspNetCore.Components;
using OpsCenter.Domain.Accounts;
using OpsCenter.Portal.Shell;

namespace OpsCenter.Portal.Usage.Own.Pages;

/// <summary>The figures of a customer in a period, read again when something changes.</summary>
public sealed partial class UsagePanel
{
    private OwnUsage? usage;

    [Inject]
    public required OwnUsageQueries Usages { get; init; }

    /// <summary>Whose figures.</summary>
    [Parameter, EditorRequired]
    public Guid Organization { get; set; }

    /// <summary>The customer whom an operator looks at; null for the customer.</summary>
    [Parameter]
    public Guid? CustomerId { get; set; }

    [Parameter, EditorRequired]
    public required OwnUsageAddress Address { get; set; }

    /// <summary>What the customer plans with: forecast and budget.</summary>
    [Parameter]
    public RenderFragment? ChildContent { get; set; }

    private string PlanHref => CustomerId is { } id ? PortalUrls.OfCustomer(PortalUrls.CustomersPlan, id) : PortalUrls.CustomersPlan;

    /// <inheritdoc />
    protected override async Task LoadAsync(Actor actor, CancellationToken cancellationToken)
    {
        if (RendererInfo.IsInteractive)
            usage = await Usages.GetAsync(actor, Organization, Address.Period, Address.Dimension, cancellationToken);
    }
}
