using MudBlazor;

namespace OpsCenter.Portal.Shell.Navigation;

/// <summary>Every link of the rail, in order.</summary>
public static class NavigationCatalog
{
    public static readonly IReadOnlyList<NavigationItem> Items =
    [
        new("Jobs", PortalUrls.Jobs, Icons.Material.Outlined.ReceiptLong, NavigationGroup.MyAccount, viewer => viewer is { IsOrganizationMember: true, IsOperator: false }),
        new("Customers", PortalUrls.Customers, Icons.Material.Outlined.Business, NavigationGroup.Platform, viewer => viewer.IsOperator),
        new("Usage & receipts", PortalUrls.Jobs, Icons.Material.Outlined.ReceiptLong, NavigationGroup.Platform, viewer => viewer.IsOperator),
        new("Rate card", PortalUrls.RateCard, Icons.Material.Outlined.PriceChange, NavigationGroup.Platform, viewer => viewer.IsOperator),
    ];

    public static IReadOnlyList<NavigationItem> For(Viewer? viewer) =>
        viewer is null ? [] : [.. Items.Where(item => item.IsVisibleTo(viewer))];

    public static string TitleOf(NavigationGroup group) => group switch
    {
        NavigationGroup.MyAccount => "My account",
        NavigationGroup.Platform => "Platform",
    };
}
