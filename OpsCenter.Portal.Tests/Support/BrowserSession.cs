using System.Collections.Concurrent;
using FluentAssertions;
using Microsoft.Playwright;

namespace OpsCenter.Portal.Tests.Support;

/// <summary>
/// One reader with one tab. Everything the browser complains about is kept: console errors and warnings, violations of the policy among them,
/// and every file a page asked for and did not get.
/// </summary>
public sealed class BrowserSession : IAsyncDisposable
{
    // Said again, with the address, by the answer itself.
    private const string RefusedFile = "Failed to load resource: the server responded with a status of";

    // The browser tells them from a thread of its own.
    private readonly ConcurrentQueue<string> complaints = [];

    private BrowserSession(IBrowserContext context, IPage page)
    {
        (Context, Page) = (context, page);
        context.WebError += (_, error) => complaints.Enqueue(error.Error);
        context.Console += (_, message) => Keep(message);
        context.Response += (_, answer) => Keep(answer);
    }

    public IBrowserContext Context { get; }

    public IPage Page { get; }

    /// <summary>A browser nobody has used yet, on an empty page.</summary>
    public static async Task<BrowserSession> StartAsync(ChromiumFixture chromium, int width = 1440, ColorScheme scheme = ColorScheme.Light)
    {
        var context = await chromium.Browser.NewContextAsync(new BrowserNewContextOptions
        {
            ViewportSize = new ViewportSize { Width = width, Height = 900 },
            ColorScheme = scheme,
            ReducedMotion = ReducedMotion.Reduce,
            TimezoneId = "Europe/Berlin",
        });
        context.SetDefaultTimeout(ChromiumFixture.PatienceMilliseconds);

        return new BrowserSession(context, await context.NewPageAsync());
    }

    /// <summary>A browser nobody has used yet, on a page.</summary>
    public static async Task<BrowserSession> OpenAsync(ChromiumFixture chromium, Uri address, int width = 1440, ColorScheme scheme = ColorScheme.Light)
    {
        var session = await StartAsync(chromium, width, scheme);
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

    private void Keep(IConsoleMessage message)
    {
        if (message.Type is "error" or "warning" && !message.Text.StartsWith(RefusedFile, StringComparison.Ordinal))
            complaints.Enqueue(message.Text);
    }

    // A page may be missing on purpose; what it is made of may not.
    private void Keep(IResponse answer)
    {
        if (answer.Status >= 400 && !answer.Request.IsNavigationRequest)
            complaints.Enqueue($"{answer.Status} {answer.Url}");
    }
}
