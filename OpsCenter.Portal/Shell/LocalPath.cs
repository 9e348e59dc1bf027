namespace OpsCenter.Portal.Shell;

/// <summary>Paths from a request that become links of ours.</summary>
public static class LocalPath
{
    /// <summary>The path when it leads to this portal, else the start page: "//host" and "/\host" would be read as another host, with control characters in between too.</summary>
    public static string OrHome(string? path) =>
        path is ['/', not ('/' or '\\'), ..] && !path.Any(char.IsControl) ? path : PortalUrls.Home;
}
