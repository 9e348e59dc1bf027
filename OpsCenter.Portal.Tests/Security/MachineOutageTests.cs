using System.Net;
using FluentAssertions;
using Npgsql;
using OpsCenter.Domain.Accounts;
using OpsCenter.Portal.Tests.Support;
using Xunit;

namespace OpsCenter.Portal.Tests.Security;

public sealed class MachineOutageTests : IAsyncLifetime
{
    private readonly TestDatabase database = new();

    public Task InitializeAsync() => database.InitializeAsync();

    public Task DisposeAsync() => database.DisposeAsync();

    [Fact]
    public async Task When_connections_are_cut_a_caller_is_told_to_try_again_and_not_that_its_credential_is_bad() =>
        await ShouldBeBusyAsync(() => TestCluster.DropDatabaseAsync(database.ConnectionString, CancellationToken.None));

    [Fact]
    public async Task When_the_table_cannot_be_read_the_answer_is_the_same() => await ShouldBeBusyAsync(async () =>
    {
        await using var connection = new NpgsqlConnection(database.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand("alter table machine_credentials rename to hidden", connection);
        await command.ExecuteNonQueryAsync();
    });

    private async Task ShouldBeBusyAsync(Func<Task> breakDatabase)
    {
        await using var host = await MachineHost.StartAsync(database);
        await host.AddCredentialAsync("ock_good", MachineScopes.UsageWrite);
        await breakDatabase();

        using var answer = await host.CallAsync("Bearer ock_good");

        answer.StatusCode.Should().Be(HttpStatusCode.ServiceUnavailable);
        answer.Headers.RetryAfter!.Delta.Should().BePositive();
        (await answer.Content.ReadAsStringAsync()).Should().Contain("\"code\":\"busy\"").And.Contain("\"retryable\":true");
        host.Log.Lines.Should().NotContain(
            line => line.StartsWith("Microsoft.EntityFrameworkCore.Query 10100") || line.StartsWith("Microsoft.EntityFrameworkCore.Database.Connection 20004"),
            "an outage must not write stack traces for each call");
    }
}
