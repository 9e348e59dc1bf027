using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using OpsCenter.Brigade.Cards;
using OpsCenter.Brigade.Hosting;
using OpsCenter.Portal.Tests.Support;
using Xunit;

namespace OpsCenter.Portal.Tests.Brigade.Jobs;

/// <summary>A Brigade on a port of its own, before an Ops-Center and a model server that tests steer.</summary>
internal sealed class JobsFixture : IAsyncLifetime
{
    public const string Customer = "0199c1f2-0000-7000-8000-000000000001";

    private readonly TestFolder folder = new();
    private WebApplication? app;
    private HttpClient? client;

    public JobsFixture()
    {
        OpsCenter = new JobsOpsCenter(Clock);
        OpsCenter.Customers[Customer] = CustomerJson();
    }

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 6, 15, 12, 0, 0, TimeSpan.Zero));

    public JobsOpsCenter OpsCenter { get; }

    public ModelServer Models { get; } = new();

    /// <summary>Everything that was logged.</summary>
    public LogLines Log { get; } = new();

    /// <summary>Settings of the next start besides the usual ones.</summary>
    public Dictionary<string, string?> Settings { get; } = [];

    public async Task InitializeAsync()
    {
        await OpsCenter.InitializeAsync();
        await Models.InitializeAsync();
    }

    public async Task DisposeAsync()
    {
        await StopAsync();
        await OpsCenter.DisposeAsync();
        await Models.DisposeAsync();
        folder.Remove();
    }

    public async Task StartAsync()
    {
        app = BrigadeHost.Build([], builder =>
        {
            builder.Logging.ClearProviders().AddProvider(Log).SetMinimumLevel(LogLevel.Trace);
            builder.Services.AddSingleton<TimeProvider>(Clock);
            builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>(Settings)
            {
                ["OpsCenter:Url"] = OpsCenter.Address,
                ["OpsCenter:Key"] = JobsOpsCenter.Key,
                ["Brigade:Urls"] = "http://127.0.0.1:0",
                ["Brigade:Data"] = folder.Data.Combine("brigade"),
            });
        });
        await app.StartAsync();
        client = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", JobsOpsCenter.Key);
        await UntilAsync(() => app.Services.GetRequiredService<CurrentCard>().InUse is not null);
    }

    public async Task StopAsync()
    {
        if (app is not null)
        {
            await app.StopAsync();
            await app.DisposeAsync();
        }

        client?.Dispose();
        app = null;
    }

    /// <summary>Asks for a job.</summary>
    public async Task<(HttpStatusCode Status, JsonElement Body)> RunAsync(object request, CancellationToken cancellationToken = default) =>
        await ReadAsync(await client!.PostAsJsonAsync("/api/v1/jobs", request, cancellationToken)); // started

    /// <summary>Asks about a job.</summary>
    public async Task<(HttpStatusCode Status, JsonElement Body)> FindAsync(string jobId) => await ReadAsync(await client!.GetAsync($"/api/v1/jobs/{jobId}")); // started

    /// <summary>Waits until a job's price is Ops-Center's.</summary>
    public async Task<JsonElement> PricedAsync(string jobId)
    {
        JsonElement job = default;
        await UntilAsync(() =>
        {
            job = FindAsync(jobId).GetAwaiter().GetResult().Body;
            return job.TryGetProperty("price", out var price) && price.GetProperty("status").GetString() == "priced";
        });
        return job;
    }

    /// <summary>Waits until something is so.</summary>
    public static async Task UntilAsync(Func<bool> isSo)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (!isSo())
        {
            patience.Token.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }

    /// <summary>What is shown about a customer. A key without text is one that cannot be decrypted.</summary>
    public static JsonObject CustomerJson(bool byok = false, string? key = null, string? maxJobCost = null, string? stop = null) => new()
    {
        ["id"] = Customer,
        ["status"] = "active",
        ["byok_providers"] = key is null ? [] : new JsonArray("openai"),
        ["entitlements"] = new JsonObject { ["may_start_jobs"] = stop is null, ["byok"] = byok },
        ["max_job_cost"] = maxJobCost,
        ["budget"] = new JsonObject { ["may_start_jobs"] = stop is null, ["stop_reason"] = stop, ["stop_message"] = stop is null ? null : "Told so." },
        ["byok_keys"] = key is null ? [] : new JsonArray(new JsonObject { ["provider"] = "openai", ["key"] = key.Length == 0 ? null : key }),
    };

    private static async Task<(HttpStatusCode Status, JsonElement Body)> ReadAsync(HttpResponseMessage response)
    {
        using (response)
            return (response.StatusCode, JsonElement.Parse(await response.Content.ReadAsStringAsync()));
    }
}
