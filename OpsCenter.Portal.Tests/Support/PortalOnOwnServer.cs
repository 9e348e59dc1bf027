using Microsoft.Extensions.Logging.Abstractions;
using OpsCenter.Portal.Hosting.EmbeddedDatabase;
using Xunit;

namespace OpsCenter.Portal.Tests.Support;

/// <summary>A portal on a PostgreSQL of its own, which a test may stop and start.</summary>
public sealed class PortalOnOwnServer : IAsyncLifetime
{
    private readonly TestFolder folder = new();
    private EmbeddedPostgres? postgres;
    private PortalHost? host;

    public PortalHost Host => host ?? throw new InvalidOperationException("Not initialised.");

    internal EmbeddedPostgres Postgres => postgres ?? throw new InvalidOperationException("Not initialised.");

    public async Task InitializeAsync()
    {
        postgres = new EmbeddedPostgres(
            new EmbeddedPostgresOptions { Data = folder.Data, Durable = false }, NullLogger<EmbeddedPostgres>.Instance, TimeProvider.System);
        await postgres.StartAsync(CancellationToken.None);
        host = new PortalHost(postgres.ConnectionString);
        await host.InitializeAsync();
    }

    public async Task DisposeAsync()
    {
        await Host.DisposeAsync();
        await Postgres.DisposeAsync();
        folder.Remove();
    }
}
