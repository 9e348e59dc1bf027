using System.Net;
using FluentAssertions;
using Npgsql;
using OpsCenter.Domain.Accounts;
using OpsCenter.Portal.Tests.Support;
using Xunit;

namespace OpsCenter.Portal.Tests.Security;

public sealed class MachineOutageTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    [Fact]
    public async Task Without_the_database_a_caller_is_told_to_try_again_and_not_that_its_credential_is_bad()
    {
        await using var host = await MachineHost.StartAsync(database);
        await host.AddCredentialAsync("ock_good", MachineScopes.UsageWrite);
        await BreakAsync();

        using var answer = await host.CallAsync("Bearer ock_good");

        answer.StatusCode.Should().Be(HttpStatusCode.ServiceUnavailable);
        answer.Headers.RetryAfter!.Delta.Should().BePositive();
        (await answer.Content.ReadAsStringAsync()).Should().Contain("\"code\":\"busy\"").And.Contain("\"retryable\":true");
    }

    // To the portal a table it may not find is as good as a server that is down.
    private async Task BreakAsync()
    {
        await using var connection = new NpgsqlConnection(database.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand("alter table machine_credentials rename to hidden", connection);
        await command.ExecuteNonQueryAsync();
    }
}
