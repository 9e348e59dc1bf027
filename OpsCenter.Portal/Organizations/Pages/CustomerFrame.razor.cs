using Microsoft.AspNetCore.Components;
using OpsCenter.Portal.Shell;
using OpsCenter.Portal.Shell.Widgets;

namespace OpsCenter.Portal.Organizations.Pages;

/// <summary>The frame of a page of the customer's side: refuses who may not see it, and tells an operator whose pages these are.</summary>
public sealed partial class CustomerFrame
{
    [Inject]
    public required NavigationManager Navigation { get; init; }

    /// <summary>The page that is drawn inside.</summary>
    [Parameter, EditorRequired]
    public required CustomersOwnPage Page { get; set; }

    [Parameter]
    public RenderFragment? ChildContent { get; set; }

    private IEnumerable<SegmentLink> Links => PortalUrls.CustomersOwn.Select(page =>
    {
        var href = PortalUrls.OfCustomer(page.Href, Page.OrganizationId);

        return new SegmentLink(page.Title, href, new Uri(Navigation.Uri).AbsolutePath == href);
    });
}
