using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using OpsCenter.Portal.Hosting;
using OpsCenter.Portal.Hosting.EmbeddedDatabase;
using OpsCenter.Portal.Tests.Support;
using Xunit;

namespace OpsCenter.Portal.Tests.Hosting.EmbeddedDatabase;

/// <summary>A data folder for one test that starts, kills and restarts PostgreSQL in it.</summary>
internal sealed class OwnCluster : IAsyncLifetime
{
    private readonly TestFolder folder = new();
    private readonly List<EmbeddedPostgres> owners = [];

    public DataFolder Data { get; private set; }

    public OwnCluster() => Data = folder.Data;

    /// <summary>Uses a folder inside the temporary one.</summary>
    public OwnCluster At(string inside)
    {
        Data = new DataFolder(folder.Data.Combine(inside));
        return this;
    }

    /// <summary>Someone who would own the database; not started.</summary>
    public EmbeddedPostgres Owner(params (string Name, string Value)[] settings)
    {
        var owner = new EmbeddedPostgres(
            new EmbeddedPostgresOptions { Data = Data, Durable = false, Settings = settings.ToDictionary(setting => setting.Name, setting => setting.Value) },
            NullLogger<EmbeddedPostgres>.Instance,
            TimeProvider.System);
        owners.Add(owner);
        return owner;
    }

    public async Task<EmbeddedPostgres> StartedOwnerAsync(params (string Name, string Value)[] settings)
    {
        var owner = Owner(settings);
        await owner.StartAsync(CancellationToken.None);
        return owner;
    }

    /// <summary>
    /// The state a killed portal leaves: nobody holds the folder, and the server runs. The server is started by PostgreSQL's own tool
    /// in a cluster that was made and configured by a portal. Returns its process.
    /// </summary>
    public async Task<PostmasterFile> AbandonedServerAsync()
    {
        var owner = await StartedOwnerAsync();
        var server = new ClusterServer(owner.Location, owner.Binaries!, await ServerUser.ChooseAsync(CancellationToken.None));
        await owner.StopAsync(CancellationToken.None);
        await server.StartAsync();
        return PostmasterFile.Read(owner.Location.Cluster)!;
    }

    public static Task<object?> AskAsync(EmbeddedPostgres owner, string statement) => AskAsync(owner.ConnectionString, statement);

    public static async Task<object?> AskAsync(string connectionString, string statement)
    {
        await using var source = NpgsqlDataSource.Create(connectionString + ";Pooling=false");
        await using var command = source.CreateCommand(statement);
        return await command.ExecuteScalarAsync();
    }

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        foreach (var owner in owners)
            await owner.DisposeAsync();
        folder.Remove();
    }
}
