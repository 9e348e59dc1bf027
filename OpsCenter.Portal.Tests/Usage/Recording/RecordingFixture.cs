using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Npgsql;
using OpsCenter.Domain.Accounts;
using OpsCenter.Domain.Organizations;
using OpsCenter.Portal.Data;
using OpsCenter.Portal.Tests.Support;
using OpsCenter.Portal.Usage;
using OpsCenter.Portal.Usage.Recording;
using Xunit;

namespace OpsCenter.Portal.Tests.Usage.Recording;

/// <summary>The usage path on a database of its own, with a clock that tests set and one known customer.</summary>
public sealed class RecordingFixture : IAsyncLifetime
{
    private readonly TestDatabase database = new();
    private ServiceProvider? services;

    public FakeTimeProvider Clock { get; } = new(Reports.Now);

    public Guid CustomerId { get; } = Guid.CreateVersion7(Reports.Now);

    public NpgsqlDataSource Database => Services.GetRequiredService<NpgsqlDataSource>();

    private ServiceProvider Services => services ?? throw new InvalidOperationException("The fixture was not initialised.");

    public async Task InitializeAsync()
    {
        await database.InitializeAsync();
        services = new ServiceCollection()
            .AddUsagePath(database.ConnectionString, Clock)
            .BuildServiceProvider();
        await services.StartWriterAsync();
        await UsagePartitions.EnsureAsync(Database, Clock.GetUtcNow(), CancellationToken.None);
        await using var db = await services.GetRequiredService<IDbContextFactory<OpsCenterDbContext>>().CreateDbContextAsync();
        db.Organizations.Add(new Organization(CustomerId, "Example", Reports.Now));
        await db.SaveChangesAsync();
    }

    public async Task DisposeAsync()
    {
        await Services.StopWriterAsync();
        await Services.DisposeAsync();
        await database.DisposeAsync();
    }

    internal static Actor.Machine MachineOf(string source) =>
        new(Guid.CreateVersion7(Reports.Now), source, MachineScopes.UsageWrite);

    internal Task<RecordUsageOutcome> RecordAsync(string json, string source = "brigade") =>
        RecordAsync(MachineOf(source), Reports.Valid(json));

    /// <summary>Records reports that come in one request, so that one transaction writes them.</summary>
    internal Task<RecordUsageOutcome[]> RecordAllAsync(params string[] reports) => Services.GetRequiredService<RecordUsage>()
        .HandleAsync(MachineOf("brigade"), [.. reports.Select(Reports.Valid)], CancellationToken.None);

    internal Task<RecordUsageOutcome> RecordAsync(Actor actor, UsageReport report) =>
        Services.GetRequiredService<RecordUsage>().HandleAsync(actor, report, CancellationToken.None);

    internal async Task<T> ScalarAsync<T>(string sql, params object[] values)
    {
        await using var command = Database.CreateCommand(sql);
        command.Parameters.AddAll(values);

        return (T)(await command.ExecuteScalarAsync() ?? throw new InvalidOperationException($"No row: {sql}"));
    }

    internal async Task ExecuteAsync(string sql, params object[] values)
    {
        await using var command = Database.CreateCommand(sql);
        command.Parameters.AddAll(values);
        await command.ExecuteNonQueryAsync();
    }
}
