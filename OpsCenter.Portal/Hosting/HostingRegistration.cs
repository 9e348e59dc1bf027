using OpsCenter.Portal.Hosting.EmbeddedDatabase;

namespace OpsCenter.Portal.Hosting;

/// <summary>Registers listening, data folder and database.</summary>
public static class HostingRegistration
{
    /// <summary>The name of the portal's connection string: <c>ConnectionStrings__OpsCenter</c>.</summary>
    public const string ConnectionName = "OpsCenter";

    // Forms are small; an endpoint that takes more says so itself.
    private const long MaxFormBytes = 256 * 1024;

    /// <summary>
    /// Reads the settings, sets the listen addresses, and sees to a database: after this <c>GetConnectionString("OpsCenter")</c> has a value,
    /// the external database's or the embedded one's. The embedded one comes up when the host starts, before services registered after
    /// this call, and goes down after they have stopped.
    /// </summary>
    public static HostingOptions AddHosting(this WebApplicationBuilder builder)
    {
        var options = HostingOptions.From(builder.Configuration);
        builder.WebHost.UseUrls(options.Urls);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = MaxFormBytes;
        });
        builder.Services.AddSingleton(options);
        builder.Services.AddSingleton(options.Data);
        builder.Services.AddSingleton<FirstRunFile>();
        builder.Services.AddPublicAddress();
        builder.AddPortalTelemetry();
        builder.Services.AddSingleton(TimeProvider.System);
        if (options.ConnectionString is null)
            builder.AddEmbeddedPostgres(options);
        return options;
    }

    private static void AddEmbeddedPostgres(this WebApplicationBuilder builder, HostingOptions options)
    {
        var embedded = new EmbeddedPostgresOptions { Data = options.Data, BinariesFolder = options.PostgresBinaries };
        var location = ClusterLocation.For(options.Data, Environment.IsPrivilegedProcess, TimeProvider.System.GetUtcNow());
        builder.Configuration.AddInMemoryCollection(
            [new($"ConnectionStrings:{ConnectionName}", EmbeddedPostgres.ConnectionStringOf(location.SocketFolder))]);
        builder.Services.AddSingleton(services =>
            new EmbeddedPostgres(embedded, location, services.GetRequiredService<ILogger<EmbeddedPostgres>>()));
        builder.Services.AddSingleton<ServerSupervisor>();
        builder.Services.AddHostedService<EmbeddedPostgresService>();
    }
}
