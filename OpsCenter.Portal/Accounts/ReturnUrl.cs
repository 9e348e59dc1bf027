using OpsCenter.Portal.Shell;

namespace OpsCenter.Portal.Accounts;

/// <summary>Where to go after signing in. It comes from a link that anybody may have made.</summary>
public static class ReturnUrl
{
    private const string AccountPages = "/account/";

    /// <summary>The address when it is a path of ours and no page of the account itself, else the start page.</summary>
    /// <remarks>Browsers read <c>//host</c> and <c>/\host</c> as another host, and skip control characters while they read.</remarks>
    public static string OrHome(string? url) =>
        url is ['/', not ('/' or '\\'), ..] && !url.Any(char.IsControl) && !url.StartsWith(AccountPages, StringComparison.OrdinalIgnoreCase)
            ? url
            : PortalUrls.Home;
}
