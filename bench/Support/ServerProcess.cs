using System.Collections.Concurrent;
using System.Diagnostics;

namespace OpsCenter.Bench;

/// <summary>A server under load, as a process of its own.</summary>
public sealed class ServerProcess : IDisposable
{
    private const int KeptLines = 40;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);
    private readonly Process process;
    private readonly ConcurrentQueue<string> output = [];

    private ServerProcess(Process process, Uri address)
    {
        this.process = process;
        Address = address;
    }

    public Uri Address { get; }

    public int Id => process.Id;

    /// <summary>The last lines the program wrote.</summary>
    public string LastWords => string.Join('\n', output);

    /// <summary>Starts a program and returns when <paramref name="ready"/> answers 200.</summary>
    public static async Task<ServerProcess> StartAsync(
        IReadOnlyList<string> line, Uri address, string ready, IReadOnlyDictionary<string, string> environment)
    {
        var start = new ProcessStartInfo(line[0], line.Skip(1)) { RedirectStandardOutput = true, RedirectStandardError = true };

        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        var server = new ServerProcess(Process.Start(start) ?? throw new InvalidOperationException($"{line[0]} did not start."), address);
        server.process.OutputDataReceived += (_, said) => server.Keep(said.Data);
        server.process.ErrorDataReceived += (_, said) => server.Keep(said.Data);
        server.process.BeginOutputReadLine();
        server.process.BeginErrorReadLine();
        await server.ReadyAsync(new Uri(address, ready));
        return server;
    }

    public void Dispose()
    {
        if (!process.HasExited)
        {
            process.Kill();
        }

        process.WaitForExit();
        process.Dispose();
    }

    private async Task ReadyAsync(Uri address)
    {
        using var client = new HttpClient();
        using var limit = new CancellationTokenSource(Patience);

        while (!await AnswersAsync(client, address, limit.Token))
        {
            if (process.HasExited)
                throw new InvalidOperationException($"The server ended:\n{LastWords}");
            await Task.Delay(Pause, limit.Token);
        }
    }

    private static async Task<bool> AnswersAsync(HttpClient client, Uri address, CancellationToken cancellationToken)
    {
        try
        {
            using var response = await client.GetAsync(address, cancellationToken);
            return response.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private void Keep(string? said)
    {
        if (said is null)
            return;
        output.Enqueue(said);

        if (output.Count > KeptLines)
        {
            output.TryDequeue(out _);
        }
    }
}
