using OpsCenter.Portal.Shell;

namespace OpsCenter.Portal.Accounts;

/// <summary>Where to go after signing in. It comes from a link that anybody may have made.</summary>
public static class ReturnUrl
{
    private const string AccountPages = "/account/";

    /// <summary>The address when it is a path of ours and no page of the account itself, else the start page.</summary>
    public static string OrHome(string? url) =>
        url?.StartsWith(AccountPages, StringComparison.OrdinalIgnoreCase) is true ? PortalUrls.Home : LocalPath.OrHome(url);
}
