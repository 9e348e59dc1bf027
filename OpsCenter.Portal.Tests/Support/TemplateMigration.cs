using Microsoft.Extensions.DependencyInjection;
using OpsCenter.Portal.Data;

namespace OpsCenter.Portal.Tests.Support;

/// <summary>What is done once to the database from which every test database is cloned.</summary>
internal static class TemplateMigration
{
    /// <summary>Brings the database at a connection string to the state tests start from.</summary>
    public static async Task ApplyAsync(string connectionString, CancellationToken cancellationToken)
    {
        await using var services = new ServiceCollection()
            .AddOpsCenterDatabase(connectionString)
            .AddSingleton(TimeProvider.System)
            .AddTransient<DatabasePreparation>()
            .BuildServiceProvider();
        await services.GetRequiredService<DatabasePreparation>().StartAsync(cancellationToken);
    }
}
