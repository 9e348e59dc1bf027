using FluentAssertions;
using Microsoft.Playwright;

namespace OpsCenter.Portal.Tests.Shell;

/// <summary>One reader with one tab. Everything the browser complains about on the console, policy violations included, is kept.</summary>
public sealed class BrowserSession : IAsyncDisposable
{
    private readonly List<string> complaints = [];

    private BrowserSession(IBrowserContext context, IPage page)
    {
        (Context, Page) = (context, page);
        page.PageError += (_, error) => complaints.Add(error);
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
                complaints.Add(message.Text);
        };
    }

    public IBrowserContext Context { get; }

    public IPage Page { get; }

    public static async Task<BrowserSession> OpenAsync(
        ChromiumFixture chromium, Uri address, string? reader = null, int width = 1440, ColorScheme scheme = ColorScheme.Light)
    {
        var context = await chromium.Browser.NewContextAsync(new BrowserNewContextOptions
        {
            ViewportSize = new ViewportSize { Width = width, Height = 900 },
            ColorScheme = scheme,
            ReducedMotion = ReducedMotion.Reduce,
            TimezoneId = "Europe/Berlin",
        });
        context.SetDefaultTimeout(15_000);
        if (reader is not null)
            await context.AddCookiesAsync([new Cookie { Name = CookieNamedReader.Cookie, Value = reader, Url = address.GetLeftPart(UriPartial.Authority) }]);
        var session = new BrowserSession(context, await context.NewPageAsync());
        await session.Page.GotoAsync(address.ToString());
        return session;
    }

    /// <summary>Waits until clicks are answered by the circuit.</summary>
    public async Task<BrowserSession> InteractiveAsync()
    {
        await Page.WaitForFunctionAsync("() => window.Blazor?._internal !== undefined");
        await Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        return this;
    }

    public void ShouldHaveNoComplaints() => complaints.Should().BeEmpty();

    public ValueTask DisposeAsync() => Context.DisposeAsync();
}
