using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace OpsCenter.Portal.Tests.Support;

/// <summary>A program of ours as a process of its own, so that a test can kill it.</summary>
internal sealed class ChildProcess : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);
    private readonly Process process;
    private readonly Task<string> output;
    private readonly Task<string> errors;
    private readonly Uri live;

    private ChildProcess(Process process, Uri address)
    {
        this.process = process;
        Address = address;
        live = new Uri(address, "/health/live");
        output = process.StandardOutput.ReadToEndAsync();
        errors = process.StandardError.ReadToEndAsync();
    }

    public int Id => process.Id;

    public Uri Address { get; }

    /// <summary>An address of this machine where nobody listens.</summary>
    public static Uri FreeAddress()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return new Uri($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}");
    }

    /// <summary>Starts a program of the build.</summary>
    /// <param name="program">Its file, <c>OpsCenter.Portal.dll</c>.</param>
    /// <param name="address">Where its settings make it listen.</param>
    /// <param name="settings">What is added to the environment.</param>
    /// <param name="arguments">Its command line.</param>
    /// <param name="prefix">Can make it run as another user.</param>
    public static ChildProcess Start(
        string program, Uri address, IReadOnlyDictionary<string, string> settings, IEnumerable<string> arguments, IEnumerable<string> prefix)
    {
        // Whoever runs the tests may ignore signals, as nohup and shells do for what runs in the background, and children inherit that.
        string[] line = ["env", "--default-signal=HUP,INT,TERM", .. prefix, "dotnet", Path.Combine(AppContext.BaseDirectory, program), .. arguments];
        var start = new ProcessStartInfo(line[0], line.Skip(1)) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = AppContext.BaseDirectory };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        foreach (var (name, value) in settings)
            start.Environment[name] = value;
        return new ChildProcess(Process.Start(start)!, address); // not through a shell, so there is a process
    }

    /// <summary>Returns when it answers.</summary>
    public async Task ReadyAsync()
    {
        using var limit = new CancellationTokenSource(Patience);
        using var client = new HttpClient();
        while (!await AnswersAsync(client, limit.Token))
        {
            if (process.HasExited)
                throw new InvalidOperationException($"{process.StartInfo.ArgumentList[^1]} ended with {process.ExitCode}.\n{await output}\n{await errors}");
            await Task.Delay(TimeSpan.FromMilliseconds(50), limit.Token);
        }
    }

    /// <summary>Ends it on the spot, without a word.</summary>
    public void Kill() => process.Kill();

    /// <summary>Sends a signal by its name.</summary>
    public async Task SignalAsync(string signal)
    {
        using var kill = Process.Start("kill", ["-s", signal, process.Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
    }

    /// <summary>Waits for the end and tells how it was.</summary>
    public async Task<(int ExitCode, string Errors)> EndAsync()
    {
        await process.WaitForExitAsync().WaitAsync(Patience);
        return (process.ExitCode, await errors);
    }

    public void Dispose()
    {
        if (!process.HasExited)
            process.Kill();
        process.Dispose();
    }

    private async Task<bool> AnswersAsync(HttpClient client, CancellationToken cancellationToken)
    {
        try
        {
            using var response = await client.GetAsync(live, cancellationToken);
            return response.StatusCode == HttpStatusCode.OK;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
