using System.Diagnostics;
using FluentAssertions;
using Microsoft.Extensions.Logging;
using OpsCenter.Portal.Hosting.EmbeddedDatabase;
using Xunit;

namespace OpsCenter.Portal.Tests.Hosting.EmbeddedDatabase;

public sealed class ServerSupervisorTests : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly OwnCluster cluster = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => cluster.DisposeAsync();

    [Fact]
    public async Task A_killed_server_is_started_again_with_what_was_committed()
    {
        var owner = await cluster.StartedOwnerAsync();
        await OwnCluster.AskAsync(owner, "CREATE TABLE kept AS SELECT 42 AS answer");
        using var stopping = new CancellationTokenSource();
        var logger = new WaitingLogger<ServerSupervisor>();
        var supervision = new ServerSupervisor(owner, logger, TimeProvider.System).RunAsync(stopping.Token);

        Kill(PostmasterFile.Read(owner.Location.Cluster)!.ProcessId);
        await logger.EventAsync(1007).WaitAsync(Patience);

        (await OwnCluster.AskAsync(owner, "SELECT answer FROM kept")).Should().Be(42);
        await stopping.CancelAsync();
        await supervision;
    }

    [Fact]
    public async Task A_server_that_lost_its_socket_gets_it_back()
    {
        var owner = await cluster.StartedOwnerAsync();
        using var stopping = new CancellationTokenSource();
        var logger = new WaitingLogger<ServerSupervisor>();
        var supervision = new ServerSupervisor(owner, logger, TimeProvider.System).RunAsync(stopping.Token);

        File.Delete(owner.Location.Socket);
        await logger.EventAsync(1007).WaitAsync(Patience);

        (await OwnCluster.AskAsync(owner, "SELECT 1")).Should().Be(1);
        await stopping.CancelAsync();
        await supervision;
    }

    [Fact]
    public async Task A_stopped_database_stays_stopped()
    {
        var owner = await cluster.StartedOwnerAsync();
        await owner.StopAsync(CancellationToken.None);

        await owner.RestartAsync(CancellationToken.None);

        PostmasterFile.Read(owner.Location.Cluster).Should().BeNull();
    }

    private static void Kill(int processId)
    {
        using var server = Process.GetProcessById(processId);
        server.Kill();
    }

    /// <summary>Lets a test wait for a log line.</summary>
    private sealed class WaitingLogger<T> : ILogger<T>
    {
        private readonly System.Collections.Concurrent.ConcurrentDictionary<int, TaskCompletionSource> events = new();

        public Task EventAsync(int id) => Source(id).Task;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Source(eventId.Id).TrySetResult();

        private TaskCompletionSource Source(int id) => events.GetOrAdd(id, _ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
    }
}
