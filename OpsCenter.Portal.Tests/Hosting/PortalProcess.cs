using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using OpsCenter.Portal.Hosting;
using OpsCenter.Portal.Tests.Support;

namespace OpsCenter.Portal.Tests.Hosting;

/// <summary>The portal as a process of its own, so that a test can kill it.</summary>
internal sealed class PortalProcess : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);
    private readonly Process process;
    private readonly Task<string> output;
    private readonly Task<string> errors;
    private readonly Uri live;

    private PortalProcess(Process process, Uri address)
    {
        this.process = process;
        Address = address;
        live = new Uri(address, "/health/live");
        output = process.StandardOutput.ReadToEndAsync();
        errors = process.StandardError.ReadToEndAsync();
    }

    public int Id => process.Id;

    public Uri Address { get; }

    /// <summary>Starts the portal on a data folder and a free port; <paramref name="prefix"/> can make it run as another user.</summary>
    public static PortalProcess Start(DataFolder data, IEnumerable<string> arguments, params IReadOnlyList<string> prefix)
    {
        var address = new Uri($"http://127.0.0.1:{FreePort()}");

        // Whoever runs the tests may ignore SIGHUP, as nohup does, and children inherit that.
        string[] line = ["env", "--default-signal=HUP", .. prefix, "dotnet", Path.Combine(AppContext.BaseDirectory, "OpsCenter.Portal.dll"), .. arguments];
        var start = new ProcessStartInfo(line[0], line.Skip(1)) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = AppContext.BaseDirectory };
        start.Environment["OPSCENTER_DATA"] = data.Path;
        start.Environment["OPSCENTER_URLS"] = address.ToString();
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        start.Environment["OPSCENTER_BRIGADE_KEY"] = PortalHost.BrigadeKey;
        return new PortalProcess(Process.Start(start)!, address);
    }

    /// <summary>Returns when the portal answers.</summary>
    public async Task ReadyAsync()
    {
        using var limit = new CancellationTokenSource(Patience);
        using var client = new HttpClient();
        while (!await AnswersAsync(client, limit.Token))
        {
            if (process.HasExited)
                throw new InvalidOperationException($"The portal ended with {process.ExitCode}.\n{await output}\n{await errors}");
            await Task.Delay(TimeSpan.FromMilliseconds(50), limit.Token);
        }
    }

    /// <summary>Ends the portal on the spot, without a word.</summary>
    public void Kill() => process.Kill();

    /// <summary>Sends a signal by its name.</summary>
    public async Task SignalAsync(string signal)
    {
        using var kill = Process.Start("kill", ["-s", signal, process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
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

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
