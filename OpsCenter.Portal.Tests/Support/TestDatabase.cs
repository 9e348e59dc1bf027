using Xunit;

namespace OpsCenter.Portal.Tests.Support;

/// <summary>A migrated database for one test class (<c>IClassFixture&lt;TestDatabase&gt;</c>), or for one test when made by hand.</summary>
public sealed class TestDatabase : IAsyncLifetime
{
    private string? connectionString;

    /// <summary>How to connect to it.</summary>
    public string ConnectionString => connectionString ?? throw new InvalidOperationException("The database was not initialised.");

    public async Task InitializeAsync() => connectionString = await TestCluster.CreateDatabaseAsync(CancellationToken.None);

    public Task DisposeAsync() => TestCluster.DropDatabaseAsync(ConnectionString, CancellationToken.None);
}
