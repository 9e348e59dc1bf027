using FluentAssertions;
using Microsoft.AspNetCore.Http;
using OpsCenter.Portal.Shell.Reader;
using Xunit;

namespace OpsCenter.Portal.Tests.Shell;

public sealed class ReaderPreferencesTests
{
    [Theory]
    [InlineData("theme=dark", "dark")]
    [InlineData("theme=light; theme-system=dark", "light")]
    [InlineData("theme=system; theme-system=dark", "dark")]
    [InlineData("theme-system=light", "light")]
    [InlineData("theme=system", null)]
    [InlineData("theme=%22onload", null)]
    public void The_mode_is_known_on_the_server_when_the_browser_has_said_it(string cookies, string? mode) =>
        From(cookies).Mode.Should().Be(mode);

    [Theory]
    [InlineData("time-zone=Europe%2FBerlin", "Europe/Berlin")]
    [InlineData("time-zone=Mars%2FBase", "UTC")]
    [InlineData("time-zone=..%2F..%2Fetc%2Fpasswd", "UTC")]
    [InlineData("a=b", "UTC")]
    public void An_unknown_time_zone_is_utc(string cookies, string zone) => From(cookies).TimeZone.Id.Should().Be(zone);

    private static ReaderPreferences From(string cookies)
    {
        var context = new DefaultHttpContext();
        context.Request.Headers.Cookie = cookies;
        return ReaderPreferences.From(context.Request.Cookies);
    }
}
