using System.Net.Http.Headers;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Xunit;

namespace OpsCenter.Portal.Tests.Support;

/// <summary>The real portal on a real port and a database of its own, with a known operator and a known machine credential.</summary>
public class PortalHost : WebApplicationFactory<Program>, IAsyncLifetime
{
    public const string AdminEmail = "admin@example.com";
    public const string AdminPassword = "correct-horse-battery";
    public const string BrigadeKey = "test-brigade-key-0123456789abcdef";

    private readonly TestDatabase database = new();
    private readonly string? external;
    private readonly TestFolder folder = new();

    public PortalHost()
    {
    }

    /// <summary>On a database that the test brings, which the portal migrates itself.</summary>
    internal PortalHost(string connectionString) => external = connectionString;

    /// <summary>Where the portal listens.</summary>
    public Uri Address => ClientOptions.BaseAddress;

    /// <summary>The clock of the portal; the machine's unless a test brings its own.</summary>
    protected virtual TimeProvider Clock => TimeProvider.System;

    public async Task InitializeAsync()
    {
        if (external is null)
        {
            await database.InitializeAsync();
        }

        UseKestrel(0);
        StartServer();
    }

    public new async Task DisposeAsync()
    {
        await base.DisposeAsync();

        if (external is null)
        {
            await database.DisposeAsync();
        }

        folder.Remove();
    }

    /// <summary>A client that sends Brigade's credential, or another token, or none.</summary>
    public HttpClient CreateMachine(string? token = BrigadeKey)
    {
        var client = CreateClient();
        client.DefaultRequestHeaders.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);

        return client;
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseSetting("ConnectionStrings:OpsCenter", external ?? database.ConnectionString);
        builder.UseSetting("OPSCENTER_DATA", folder.Data.Path);
        builder.UseSetting("OPSCENTER_ADMIN_EMAIL", AdminEmail);
        builder.UseSetting("OPSCENTER_ADMIN_PASSWORD", AdminPassword);
        builder.UseSetting("OPSCENTER_BRIGADE_KEY", BrigadeKey);
        builder.ConfigureServices(services => services.Replace(ServiceDescriptor.Singleton(Clock)));
    }
}
