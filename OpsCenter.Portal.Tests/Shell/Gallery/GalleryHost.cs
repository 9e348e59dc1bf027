using Microsoft.AspNetCore.Builder;
using Xunit;

namespace OpsCenter.Portal.Tests.Shell.Gallery;

/// <summary>The frame around the gallery page instead of around the portal's own pages.</summary>
public sealed class GalleryHost : IAsyncLifetime
{
    private WebApplication? app;

    public Uri Page { get; private set; } = new("http://localhost");

    public async Task InitializeAsync()
    {
        app = ShellHost.Build(shell =>
        {
            shell.MapStaticAssets();
            shell.MapRazorComponents<GalleryDocument>().AddInteractiveServerRenderMode(options => options.ContentSecurityFrameAncestorsPolicy = null);
        });
        Page = new Uri(await ShellHost.StartAsync(app), "jobs");
    }

    public async Task DisposeAsync()
    {
        if (app is not null)
            await app.DisposeAsync();
    }
}
