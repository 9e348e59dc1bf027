using FluentAssertions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using OpsCenter.Domain.Accounts;
using OpsCenter.Portal.Security;
using OpsCenter.Portal.Tests.Support;
using Xunit;

namespace OpsCenter.Portal.Tests.Security;

public sealed class MachineLastUseTests : IAsyncLifetime
{
    private const string Secret = "ock_when-was-it";

    private readonly TestDatabase database = new();
    private MachineHost? started;

    private MachineHost Host => started ?? throw new InvalidOperationException("The host was not started.");

    public async Task InitializeAsync()
    {
        await database.InitializeAsync();
        started = await MachineHost.StartAsync(database);
        await Host.AddCredentialAsync(Secret, MachineScopes.UsageWrite);
    }

    public async Task DisposeAsync()
    {
        await Host.DisposeAsync();
        await database.DisposeAsync();
    }

    [Fact]
    public async Task A_call_is_remembered_and_stored_with_the_next_flush()
    {
        var at = Host.Clock.GetUtcNow();
        await CallAsync(Host);
        var before = await StoredAsync();

        await FlushAsync(Host);

        before.Should().BeNull();
        (await StoredAsync()).Should().BeCloseTo(at, TimeSpan.FromMicroseconds(1));
    }

    [Fact]
    public async Task A_refused_token_and_a_flush_without_calls_store_nothing()
    {
        using var refused = await Host.CallAsync("Bearer ock_unknown");

        await FlushAsync(Host);

        (await StoredAsync()).Should().BeNull();
    }

    [Fact]
    public async Task The_service_flushes_every_half_minute()
    {
        await CallAsync(Host);

        await TickUntilAsync(async () => await StoredAsync() is not null);
    }

    [Fact]
    public async Task The_end_of_the_portal_flushes()
    {
        await using var other = await MachineHost.StartAsync(database);
        await CallAsync(other);

        await other.StopAsync();

        (await StoredAsync()).Should().NotBeNull();
    }

    [Fact]
    public async Task A_moment_only_moves_on_whichever_instance_is_later()
    {
        await using var behind = await MachineHost.StartAsync(database);
        var latest = Host.Clock.GetUtcNow().AddHours(1);
        await CallAsync(behind);
        Host.Clock.SetUtcNow(latest);
        await CallAsync(Host);

        await FlushAsync(Host);
        await FlushAsync(behind);

        (await StoredAsync()).Should().BeCloseTo(latest, TimeSpan.FromMicroseconds(1));
    }

    [Fact]
    public async Task What_a_dead_database_did_not_take_is_stored_later()
    {
        await CallAsync(Host);
        await ExecuteAsync("alter table machine_credentials rename to hidden");
        await Host.Awaiting(FlushAsync).Should().ThrowAsync<PostgresException>();
        await ExecuteAsync("alter table hidden rename to machine_credentials");

        await FlushAsync(Host);

        (await StoredAsync()).Should().NotBeNull();
    }

    [Fact]
    public async Task The_service_survives_a_dead_database()
    {
        await CallAsync(Host);
        await ExecuteAsync("alter table machine_credentials rename to hidden");
        await TickUntilAsync(() => Task.FromResult(Host.Log.Lines.Any(line => line.Contains(" 2101 ", StringComparison.Ordinal))));
        await ExecuteAsync("alter table hidden rename to machine_credentials");

        await TickUntilAsync(async () => await StoredAsync() is not null);
    }

    [Fact]
    public async Task Instances_that_flush_at_once_do_not_lock_each_other()
    {
        var secrets = Enumerable.Range(0, 40).Select(i => $"ock_many-{i:00}-of-them").ToList();

        foreach (var secret in secrets)
            await Host.AddCredentialAsync(secret, MachineScopes.UsageWrite);

        await using var other = await MachineHost.StartAsync(database);

        for (var round = 0; round < 10; round++)
        {
            await CallAllAsync(Host, secrets);
            await CallAllAsync(other, Enumerable.Reverse(secrets));
            await Task.WhenAll(FlushAsync(Host), FlushAsync(other));
        }

        await using var db = Host.OpenDatabase();
        (await db.MachineCredentials.CountAsync(c => c.LastUsedAt != null)).Should().Be(secrets.Count);
    }

    private static async Task CallAllAsync(MachineHost host, IEnumerable<string> secrets)
    {
        host.Clock.Advance(TimeSpan.FromSeconds(2));

        foreach (var secret in secrets)
            await CallAsync(host, secret);
    }

    private static async Task CallAsync(MachineHost host, string secret = Secret)
    {
        using var answer = await host.CallAsync($"Bearer {secret}");
        answer.EnsureSuccessStatusCode();
    }

    private static Task FlushAsync(MachineHost host) => host.Services.GetRequiredService<MachineLastUseTable>().FlushAsync(CancellationToken.None);

    private async Task<DateTimeOffset?> StoredAsync()
    {
        await using var db = Host.OpenDatabase();

        return await db.MachineCredentials.Where(c => c.SecretHash == MachineSecret.HashOf(Secret)).Select(c => c.LastUsedAt).SingleAsync();
    }

    // The service may begin to listen to the clock a little after the host has started, so one tick could be missed.
    private async Task TickUntilAsync(Func<Task<bool>> isDone)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(45));

        while (!await isDone())
        {
            patience.Token.ThrowIfCancellationRequested();
            Host.Clock.Advance(MachineLastUseKeeper.Interval);
            await Task.Yield();
        }
    }

    private async Task ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(database.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
