using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;
using OpsCenter.Portal.Shell;
using Xunit;

namespace OpsCenter.Portal.Tests.Shell;

/// <summary>The frame alone on a real port: no database, sign-in by a test cookie, and two addresses that fail on purpose.</summary>
public sealed class ShellHost : IAsyncLifetime
{
    private WebApplication? app;

    /// <summary>The folder of the static files as they are in the sources.</summary>
    public static string WebRoot { get; } = FindWebRoot();

    public Uri Address { get; private set; } = new("http://localhost");

    public async Task InitializeAsync()
    {
        app = Build(shell => shell.MapPortalShell());
        Address = await StartAsync(app);
    }

    public async Task DisposeAsync()
    {
        if (app is not null)
            await app.DisposeAsync();
    }

    public HttpClient CreateClient() => new(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = Address };

    internal static WebApplication Build(Action<WebApplication> mapPages)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            ApplicationName = typeof(App).Assembly.GetName().Name,
            ContentRootPath = AppContext.BaseDirectory,
            EnvironmentName = "Testing",
        });
        builder.WebHost.UseStaticWebAssets();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        // With no logger at all the host would make no activity, hence no trace id; with this one it stays quiet about the failures on purpose.
        builder.Logging.ClearProviders().AddConsole().AddFilter<ConsoleLoggerProvider>(level => level >= LogLevel.Critical);
        builder.Services.AddPortalShell();
        builder.Services.AddAuthentication(CookieNamedReader.SchemeName)
            .AddScheme<AuthenticationSchemeOptions, CookieNamedReader>(CookieNamedReader.SchemeName, null);

        var app = builder.Build();
        app.UsePortalShell();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseAntiforgery();
        mapPages(app);
        app.MapMethods("/test/throws", ["GET", "POST"], void () => throw new InvalidOperationException("on purpose"));
        app.MapGet("/api/test/missing", () => Results.NotFound());
        return app;
    }

    internal static async Task<Uri> StartAsync(WebApplication app)
    {
        await app.StartAsync();
        var addresses = app.Services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>();
        return new Uri(addresses.Addresses.Single());
    }

    private static string FindWebRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "OpsCenter.Portal.sln")))
        {
            folder = folder.Parent;
        }
        return Path.Combine(folder?.FullName ?? throw new InvalidOperationException("The tests do not run inside the repository."), "OpsCenter.Portal", "wwwroot");
    }
}
