using FluentAssertions;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using OpsCenter.Domain.Accounts;
using OpsCenter.Portal.Hosting.EmbeddedDatabase;
using OpsCenter.Portal.Organizations;
using OpsCenter.Portal.Tests.Support;
using Xunit;
using Xunit.Abstractions;

namespace OpsCenter.Portal.Tests.Usage.Faults;

/// <summary>PostgreSQL is stopped under load and started again; the portal runs on.</summary>
public sealed class DatabaseAwayTests(PortalOnOwnServer server, ITestOutputHelper output) : IClassFixture<PortalOnOwnServer>
{
    private const int Enough = 60;
    private const string SecondsAway = "OPSCENTER_TEST_SECONDS_AWAY";
    private EmbeddedPostgres Postgres => server.Postgres;

    private PortalHost Host => server.Host;

    [Fact]
    public async Task While_the_database_is_away_senders_are_told_to_try_again_and_afterwards_everything_is_there_once()
    {
        var runtime = await RuntimeAsync();
        using var stop = new CancellationTokenSource();
        var sending = runtime.SendAsync(Host.Address, stop.Token);
        await runtime.UntilMoreAsync(Enough);

        await Postgres.StopAsync(CancellationToken.None);
        var takenBefore = runtime.Answers.Taken.Count;
        var busyBefore = runtime.Answers.Busy;
        await runtime.UntilAsync(answers => answers.Busy >= busyBefore + Enough);
        await StayAwayAsync();
        runtime.Answers.Taken.Count.Should().Be(takenBefore, "nothing can be promised without a database");
        await Postgres.StartAsync(CancellationToken.None);
        await runtime.UntilMoreAsync(Enough);

        await stop.CancelAsync();
        await sending;
        await runtime.SettleAsync(Host.Address);
        await using var database = NpgsqlDataSource.Create(Postgres.ConnectionString + ";Pooling=false");
        await StoredJobs.ShouldBeAsPromisedAsync(database, runtime.Answers);
    }

    // Longer by hand; the test itself goes by what is answered.
    private static Task StayAwayAsync() =>
        int.TryParse(Environment.GetEnvironmentVariable(SecondsAway), out var seconds) ? Task.Delay(TimeSpan.FromSeconds(seconds)) : Task.CompletedTask;

    private async Task<Runtime> RuntimeAsync()
    {
        var customer = (CreateCustomerOutcome.Created)await Host.Services.GetRequiredService<CreateCustomer>()
            .HandleAsync(new Actor.System("test"), "Example", CancellationToken.None);

        return new Runtime(new JobMaker(customer.Id.ToString(), TimeProvider.System.GetUtcNow()), TestSeed.Take(output));
    }
}
