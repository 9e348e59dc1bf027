using System.Net.Http.Headers;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using OpsCenter.Brigade.Hosting;
using OpsCenter.Portal.Tests.Support;
using Xunit;

namespace OpsCenter.Portal.Tests.Brigade;

/// <summary>A Brigade on a port of its own before a fake Ops-Center, with a clock that a test moves.</summary>
internal sealed class BrigadeFixture : IAsyncLifetime
{
    public const string CallerKey = "what-callers-present";

    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(100);

    private readonly TestFolder folder = new();
    private WebApplication? app;

    public BrigadeFixture() => OpsCenter = new FakeOpsCenter(Clock);

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 6, 15, 12, 0, 0, TimeSpan.Zero));

    public FakeOpsCenter OpsCenter { get; }

    /// <summary>Services that the next start gets besides its own.</summary>
    public Action<IServiceCollection> Adjust { get; set; } = _ => { };

    /// <summary>Another Ops-Center than the fake one.</summary>
    public Uri? OtherOpsCenter { get; set; }

    /// <summary>Where Brigade keeps its things.</summary>
    public string Data => folder.Data.Combine("brigade");

    public IServiceProvider Services => app?.Services ?? throw new InvalidOperationException("Not started.");

    public Task InitializeAsync() => OpsCenter.InitializeAsync();

    public async Task DisposeAsync()
    {
        await StopAsync();
        await OpsCenter.DisposeAsync();
        folder.Remove();
    }

    public async Task StartAsync()
    {
        app = BrigadeHost.Build([], builder =>
        {
            builder.Logging.ClearProviders();
            builder.Services.AddSingleton<TimeProvider>(Clock);
            builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
            {
                ["OpsCenter:Url"] = OtherOpsCenter?.ToString() ?? OpsCenter.Address,
                ["OpsCenter:Key"] = FakeOpsCenter.Key,
                ["Brigade:Urls"] = "http://127.0.0.1:0",
                ["Brigade:Data"] = Data,
                ["Brigade:Key"] = CallerKey,
            });
            Adjust(builder.Services);
        });
        await app.StartAsync();
    }

    public async Task StopAsync()
    {
        if (app is not null)
            await app.DisposeAsync();
        app = null;
    }

    public HttpClient CreateClient(string? key = CallerKey)
    {
        var client = new HttpClient { BaseAddress = new Uri(app!.Urls.Single()) }; // started
        client.DefaultRequestHeaders.Authorization = key is null ? null : new AuthenticationHeaderValue("Bearer", key);
        return client;
    }

    /// <summary>Lets the clock run until something is so; each tick waits for an answer of Brigade, so that time does not run away from it.</summary>
    public async Task UntilAsync(Func<bool> isSo)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        using var client = CreateClient();
        while (!isSo())
        {
            await client.GetAsync(new Uri("/health/live", UriKind.Relative), patience.Token);
            Clock.Advance(Tick);
        }
    }
}
