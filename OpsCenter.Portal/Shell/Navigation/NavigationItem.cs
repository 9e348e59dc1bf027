using OpsCenter.Domain.Accounts;

namespace OpsCenter.Portal.Shell.Navigation;

/// <summary>One link of the rail.</summary>
/// <param name="Title">The page's name.</param>
/// <param name="Href">Where it leads; pages below it mark it as current, too.</param>
/// <param name="Icon">The inside of a 24 × 24 svg.</param>
/// <param name="Group">The part of the rail it stands in.</param>
/// <param name="RequiredPermission">Who lacks it does not see the link; the page's queries check again.</param>
public sealed record NavigationItem(string Title, string Href, string Icon, NavigationGroup Group, Permission RequiredPermission);
