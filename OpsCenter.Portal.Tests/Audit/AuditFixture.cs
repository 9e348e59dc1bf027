using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Npgsql;
using OpsCenter.Domain.Accounts;
using OpsCenter.Portal.Accounts;
using OpsCenter.Portal.Audit;
using OpsCenter.Portal.Data;
using OpsCenter.Portal.Organizations;
using OpsCenter.Portal.Tests.Support;

namespace OpsCenter.Portal.Tests.Audit;

/// <summary>A database of its own without any entries, for tests that tamper with it.</summary>
internal sealed class AuditFixture : IAsyncDisposable
{
    public static readonly DateTimeOffset Now = new(2026, 6, 15, 12, 0, 0, TimeSpan.Zero);

    private static readonly string[] Unguarded =
    [
        "alter table audit_entries disable trigger user",
        "alter table audit_seals disable trigger user",
        "alter table audit_seals drop constraint if exists audit_seals_audit_id_fkey",
        "alter table audit_entries drop constraint if exists fk_audit_entries_organizations_organization_id",
    ];

    private static readonly string[] GuardedAgain =
        ["alter table audit_entries enable trigger user", "alter table audit_seals enable trigger user"];

    private readonly TestDatabase database = new();
    private ServiceProvider? services;

    public static Actor.User Admin { get; } = new(Guid.CreateVersion7(Now), PlatformRole.Admin, null, null);

    public FakeTimeProvider Clock { get; } = new(Now);

    private ServiceProvider Services => services ?? throw new InvalidOperationException("The fixture was not started.");

    public static async Task<AuditFixture> StartAsync()
    {
        var fixture = new AuditFixture();
        await fixture.database.InitializeAsync();
        fixture.services = new ServiceCollection()
            .AddOpsCenterDatabase(fixture.database.ConnectionString)
            .AddSingleton<TimeProvider>(fixture.Clock)
            .AddSingleton<ActorNames>()
            .AddLogging()
            .AddCustomers()
            .AddAudit()
            .BuildServiceProvider();
        await fixture.TamperAsync("delete from audit_entries");

        return fixture;
    }

    public async ValueTask DisposeAsync()
    {
        await Services.DisposeAsync();
        await database.DisposeAsync();
    }

    public T Get<T>()
        where T : notnull => Services.GetRequiredService<T>();

    /// <summary>Appends entries a second apart; their subjects are 1, 2, 3 …</summary>
    public async Task<IReadOnlyList<Guid>> AppendAsync(int count, string action = "customer.renamed", Actor? actor = null, int first = 1)
    {
        await using var db = await Get<IDbContextFactory<OpsCenterDbContext>>().CreateDbContextAsync();

        for (var i = first; i < first + count; i++)
        {
            Clock.Advance(TimeSpan.FromSeconds(1));
            AuditTrail.Append(db, actor ?? Admin, Clock.GetUtcNow(), new AuditRecord(
                action, "organization", $"{i}", new { name = $"before {i}" }, new { name = $"after {i}" }, $"reason {i}"));
        }

        var ids = db.ChangeTracker.Entries<AuditEntry>().Select(entry => entry.Entity).OrderBy(entry => entry.At).Select(entry => entry.Id).ToList();
        await db.SaveChangesAsync();

        return ids;
    }

    public Task<int> SealAsync() => Get<AuditSealer>().SealAsync(DateTimeOffset.MinValue, CancellationToken.None);

    public Task<AuditVerification> VerifyAsync(AuditSeal? noted = null) =>
        Get<VerifyAuditTrail>().HandleAsync(Admin, noted, null, CancellationToken.None);

    /// <summary>Does what the triggers refuse, as the owner of the tables can.</summary>
    public async Task TamperAsync(string sql)
    {
        await using var connection = await Get<NpgsqlDataSource>().OpenConnectionAsync();
        await using var batch = new NpgsqlBatch(connection);

        foreach (var statement in (string[])[.. Unguarded, .. sql.Split(';'), .. GuardedAgain])
            batch.BatchCommands.Add(new NpgsqlBatchCommand(statement));
        await batch.ExecuteNonQueryAsync();
    }

    public async Task<T> ScalarAsync<T>(string sql)
    {
        await using var command = Get<NpgsqlDataSource>().CreateCommand(sql);

        return (T)(await command.ExecuteScalarAsync() ?? throw new InvalidOperationException($"No row: {sql}"));
    }
}
