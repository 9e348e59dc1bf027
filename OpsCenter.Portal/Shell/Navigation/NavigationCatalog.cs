using MudBlazor;
using OpsCenter.Domain.Accounts;

namespace OpsCenter.Portal.Shell.Navigation;

/// <summary>Every link of the rail, in order.</summary>
public static class NavigationCatalog
{
    public static readonly IReadOnlyList<NavigationItem> Items =
    [
        new("Overview", PortalUrls.CustomersOverview, Icons.Material.Outlined.Home, NavigationGroup.MyAccount, Permission.ViewOwnJobs),
        new("Usage", PortalUrls.CustomersUsage, Icons.Material.Outlined.BarChart, NavigationGroup.MyAccount, Permission.ViewOwnJobs),
        new("Jobs", PortalUrls.Jobs, Icons.Material.Outlined.ReceiptLong, NavigationGroup.MyAccount, Permission.ViewOwnJobs),
        new("Plan", PortalUrls.CustomersPlan, Icons.Material.Outlined.Sell, NavigationGroup.MyAccount, Permission.ViewOwnSubscription),
        new("Billing", PortalUrls.CustomersBilling, Icons.Material.Outlined.Receipt, NavigationGroup.MyAccount, Permission.ViewOwnBilling),
        new("Payment methods", PortalUrls.CustomersPaymentMethods, Icons.Material.Outlined.CreditCard, NavigationGroup.MyAccount, Permission.ViewOwnBilling),
        new("Provider keys", PortalUrls.CustomersProviderKeys, Icons.Material.Outlined.Key, NavigationGroup.MyAccount, Permission.ViewOwnProviderKeys),
        new("Overview", PortalUrls.Overview, Icons.Material.Outlined.SpaceDashboard, NavigationGroup.Platform, Permission.ViewAllJobs),
        new("Margin", PortalUrls.Margin, Icons.Material.Outlined.Percent, NavigationGroup.Platform, Permission.ViewAllJobs),
        new("Customers", PortalUrls.Customers, Icons.Material.Outlined.Business, NavigationGroup.Platform, Permission.ViewCustomers),
        new("Usage & receipts", PortalUrls.Jobs, Icons.Material.Outlined.ReceiptLong, NavigationGroup.Platform, Permission.ViewAllJobs),
        new("Holds", PortalUrls.Holds, Icons.Material.Outlined.HourglassEmpty, NavigationGroup.Platform, Permission.ViewAllJobs),
        new("Finance", PortalUrls.Finance, Icons.Material.Outlined.AccountBalance, NavigationGroup.Platform, Permission.ViewBilling),
        new("Rate card", PortalUrls.RateCard, Icons.Material.Outlined.PriceChange, NavigationGroup.Platform, Permission.ViewRateCard),
        new("Agents", PortalUrls.Agents, Icons.Material.Outlined.SmartToy, NavigationGroup.Platform, Permission.ViewAllJobs),
        new("Plans", PortalUrls.Plans, Icons.Material.Outlined.Sell, NavigationGroup.Platform, Permission.ViewBilling),
        new("Integrations", PortalUrls.Integrations, Icons.Material.Outlined.SyncAlt, NavigationGroup.Platform, Permission.ViewBilling),
        new("Audit", PortalUrls.Audit, Icons.Material.Outlined.FactCheck, NavigationGroup.Platform, Permission.ViewAudit),
        new("Machine credentials", PortalUrls.MachineCredentials, Icons.Material.Outlined.VpnKey, NavigationGroup.Platform, Permission.ManageMachineCredentials),
    ];

    /// <summary>What a reader may open; empty for one who has not signed in.</summary>
    public static IReadOnlyList<NavigationItem> For(Viewer? viewer) =>
        viewer is null ? [] : [.. Items.Where(item => AccessPolicy.Allows(viewer.Actor, item.RequiredPermission))];

    public static string TitleOf(NavigationGroup group) => group switch
    {
        NavigationGroup.MyAccount => "My account",
        NavigationGroup.Platform => "Platform",
    };
}
