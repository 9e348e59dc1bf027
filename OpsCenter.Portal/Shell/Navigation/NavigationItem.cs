namespace OpsCenter.Portal.Shell.Navigation;

/// <summary>One link of the rail.</summary>
/// <param name="Icon">The inside of a 24 × 24 svg.</param>
/// <param name="IsVisibleTo">What a reader may not open is absent from the rail; the page itself checks again.</param>
public sealed record NavigationItem(string Title, string Href, string Icon, NavigationGroup Group, Func<Viewer, bool> IsVisibleTo);
