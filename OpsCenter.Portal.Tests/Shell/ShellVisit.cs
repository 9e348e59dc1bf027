using Microsoft.Playwright;
using OpsCenter.Portal.Tests.Support;

namespace OpsCenter.Portal.Tests.Shell;

/// <summary>A look at the frame alone, as whoever the cookie names.</summary>
internal static class ShellVisit
{
    public static async Task<BrowserSession> OpenAsync(
        ChromiumFixture chromium, Uri address, string? reader = null, int width = 1440, ColorScheme scheme = ColorScheme.Light)
    {
        var session = await BrowserSession.StartAsync(chromium, width, scheme);
        if (reader is not null)
            await session.Context.AddCookiesAsync([new Cookie { Name = CookieNamedReader.Cookie, Value = reader, Url = address.GetLeftPart(UriPartial.Authority) }]);
        await session.Page.GotoAsync(address.ToString());
        return session;
    }
}
