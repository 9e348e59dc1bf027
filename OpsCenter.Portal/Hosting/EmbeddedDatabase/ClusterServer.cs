using System.Globalization;
using System.Net.Sockets;

namespace OpsCenter.Portal.Hosting.EmbeddedDatabase;

/// <summary>The server process of the cluster: starts it, finds one that is still running, stops it.</summary>
internal sealed class ClusterServer(ClusterLocation location, PostgresBinaries binaries, ServerUser user)
{
    // Replaying the log after a crash of the machine may take minutes.
    private static readonly TimeSpan StartLimit = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan StopLimit = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan EndCheckInterval = TimeSpan.FromMilliseconds(10);
    private static readonly TimeSpan ConnectLimit = TimeSpan.FromSeconds(2);
    private readonly ServerLog log = new(location.Log);

    /// <summary>The server that is running on the cluster; null when there is none.</summary>
    public async Task<PostmasterFile?> RunningAsync(CancellationToken cancellationToken) =>
        PostmasterFile.Read(location.Cluster) is { } file && await file.IsRunningAsync(cancellationToken) ? file : null;

    /// <summary>
    /// Starts the server and returns when it accepts connections. Cannot be cancelled: a server whose start nobody awaits could not be
    /// found and stopped.
    /// </summary>
    /// <exception cref="HostingException">It did not start; the message holds the end of its log.</exception>
    public async Task StartAsync()
    {
        var cancellationToken = CancellationToken.None;
        await RemoveStaleFilesAsync(cancellationToken);
        await log.RotateAsync(user, cancellationToken);
        // With a log file of its own the server inherits none of our streams, so reading pg_ctl's output ends with pg_ctl.
        var started = await ControlAsync(StartLimit, ["--log", log.Path, "start"], cancellationToken);
        if (!started.Succeeded)
            throw new HostingException($"The embedded PostgreSQL did not start. The end of {log.Path}:\n{log.Tail()}\n{started.Output.Trim()}");
    }

    /// <summary>Stops the server: sessions are cut off, what they committed is kept. True: it stopped in the orderly way.</summary>
    public async Task<bool> StopAsync(CancellationToken cancellationToken)
    {
        if (await RunningAsync(cancellationToken) is not { } server)
            return true;
        if ((await ControlAsync(StopLimit, ["--mode=fast", "stop"], cancellationToken)).Succeeded)
        {
            await WaitForEndAsync(server, cancellationToken);
            return true;
        }

        // Safe, but the next start replays the log.
        await StopAtOnceAsync(cancellationToken);
        return false;
    }

    /// <summary>Stops the server without writing back its memory; commits are safe in the log, unless it is not durable.</summary>
    public async Task StopAtOnceAsync(CancellationToken cancellationToken)
    {
        if (await RunningAsync(cancellationToken) is not { } server)
            return;
        (await ControlAsync(StopLimit, ["--mode=immediate", "stop"], cancellationToken)).Require("The embedded PostgreSQL could not be stopped");
        await WaitForEndAsync(server, cancellationToken);
    }

    /// <summary>Whether somebody listens at the socket. A server that is too busy to take the connection is there, too.</summary>
    public async Task<bool> IsListeningAsync(CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(ConnectLimit);
        using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        try
        {
            await socket.ConnectAsync(new UnixDomainSocketEndPoint(location.Socket), limit.Token);
            return true;
        }
        catch (SocketException refused)
        {
            return refused.SocketErrorCode == SocketError.WouldBlock;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return true;
        }
    }

    // pg_ctl is content when postmaster.pid is gone, which is the last thing a server does but one: to end.
    private static async Task WaitForEndAsync(PostmasterFile server, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(StopLimit);
        while (await server.IsRunningAsync(limit.Token))
            await Task.Delay(EndCheckInterval, limit.Token);
    }

    // PostgreSQL itself takes the files of a dead server away, but not when another program has got its number since, which is common in
    // containers, where numbers start from 1 again; nor when the dead server was never collected by its parent. Only then do we take them
    // away: otherwise PostgreSQL looks in them for sessions that outlived the server.
    private async Task RemoveStaleFilesAsync(CancellationToken cancellationToken)
    {
        foreach (var path in new[] { PostmasterFile.PathIn(location.Cluster), PostmasterFile.PathBeside(location.Socket) })
        {
            if (PostmasterFile.Read(path, location.Cluster) is { } file && await file.IsMisleadingAsync(cancellationToken))
                (await user.RunAsync(["rm", "-f", path], cancellationToken)).Require($"The stale file {path} cannot be removed");
        }
    }

    private Task<CommandResult> ControlAsync(TimeSpan limit, IEnumerable<string> action, CancellationToken cancellationToken)
    {
        var seconds = ((int)limit.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        return user.RunAsync([binaries["pg_ctl"], "--pgdata", location.Cluster, "--wait", "--timeout", seconds, .. action], cancellationToken);
    }
}
