using Microsoft.AspNetCore.Components;

namespace OpsCenter.Portal.RateCards.Pages;

/// <summary>All models, grouped by provider.</summary>
public sealed partial class RouteTable
{
    /// <summary>Whether to show the columns of cache costs.</summary>
    [Parameter]
    public bool ShowsCache { get; set; }

    /// <summary>The reader wants to add a model to a provider.</summary>
    [Parameter]
    public EventCallback<string> OnAdd { get; set; }
}
