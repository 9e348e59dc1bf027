using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using OpsCenter.Portal.Usage.Recording;
using Xunit;

namespace OpsCenter.Portal.Tests.Brigade;

/// <summary>
/// An Ops-Center for Brigade's tests: as strict as the real one (its own parser reads the reports), with hooks for everything that goes wrong.
/// </summary>
internal sealed class FakeOpsCenter(TimeProvider clock) : IAsyncLifetime
{
    public const string Key = "test-brigade-key-0123456789abcdef";

    private readonly ConcurrentDictionary<string, string> recorded = new();
    private WebApplication? app;

    /// <summary>The version it answers with; the content is <see cref="CardJson"/>'s.</summary>
    public int CardVersion { get; set; } = 1;

    /// <summary>Answers card reads in its stead.</summary>
    public Func<HttpContext, Task>? OnCard { get; set; }

    /// <summary>Sees requests with reports first; returns whether it has answered.</summary>
    public Func<HttpContext, Task<bool>> OnReports { get; set; } = _ => Task.FromResult(false);

    /// <summary>Gives a report another answer than the real one would: status and problem code.</summary>
    public Func<string, (int Status, string Code)?> OnReport { get; set; } = _ => null;

    /// <summary>Whether answers to reports get lost after the reports are stored.</summary>
    public bool LosesAnswers { get; set; }

    /// <summary>Added to the clock in the header Date and in judging when a job happened.</summary>
    public TimeSpan Ahead { get; set; }

    /// <summary>Bodies of requests with reports, as they came.</summary>
    public ConcurrentQueue<string> Bodies { get; } = new();

    /// <summary>Tags that card reads came with; empty text for none.</summary>
    public ConcurrentQueue<string> Tags { get; } = new();

    /// <summary>Content of the reports by job.</summary>
    public IReadOnlyDictionary<string, string> Recorded => recorded;

    /// <summary>How often a report came that was stored before.</summary>
    public int Replays { get; private set; }

    public string Address => app?.Urls.Single() ?? throw new InvalidOperationException("Not started.");

    public async Task InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        app = builder.Build();
        app.Use(GateAsync);
        app.MapGet("/api/v1/pricing/rate-card", CardAsync);
        app.MapPost("/api/v1/usage/record", ReportsAsync);
        await app.StartAsync();
    }

    public async Task DisposeAsync()
    {
        if (app is not null)
            await app.DisposeAsync();
    }

    private DateTimeOffset Now => clock.GetUtcNow() + Ahead;

    private Task GateAsync(HttpContext context, RequestDelegate next)
    {
        context.Response.Headers.Date = Now.ToString("R", CultureInfo.InvariantCulture);
        return context.Request.Headers.Authorization == $"Bearer {Key}" ? next(context) : RefuseAsync(context, 401, "invalid_credential");
    }

    private async Task CardAsync(HttpContext context)
    {
        var tag = context.Request.Headers.IfNoneMatch.ToString();
        Tags.Enqueue(tag);
        if (OnCard is { } hook)
        {
            await hook(context);
        }
        else if (tag == $"\"rc-{CardVersion}\"")
        {
            context.Response.StatusCode = StatusCodes.Status304NotModified;
        }
        else
        {
            context.Response.Headers.ETag = $"\"rc-{CardVersion}\"";
            await context.Response.WriteAsync(CardJson.Of(CardVersion).ToJsonString());
        }
    }

    private async Task ReportsAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        var body = await reader.ReadToEndAsync();
        Bodies.Enqueue(body);
        if (await OnReports(context))
            return;

        using var document = JsonDocument.Parse(body);
        var answers = document.RootElement.ValueKind is JsonValueKind.Array
            ? document.RootElement.EnumerateArray().Select(Record).ToList()
            : [Record(document.RootElement)];
        if (LosesAnswers)
        {
            context.Abort();
        }
        else if (document.RootElement.ValueKind is JsonValueKind.Array)
        {
            await context.Response.WriteAsync(new JsonArray([.. answers]).ToJsonString());
        }
        else
        {
            context.Response.StatusCode = (int)answers[0]["http_status"]!;
            await context.Response.WriteAsync(answers[0].ToJsonString());
        }
    }

    private JsonObject Record(JsonElement report)
    {
        var errors = new ReportErrors();
        if (UsageReportParser.Parse(report, new ReportRules(Now), errors) is not { } parsed)
            return Problem(422, "invalid_usage", errors.ToDictionary());
        if (OnReport(parsed.JobId!) is var (status, code)) // reports of Brigade have a job_id
            return Problem(status, code);
        if (parsed.IsOutOfTime)
            return Problem(422, "invalid_usage", new Dictionary<string, string[]> { ["occurred_at"] = [UsageLimits.TimeRule] });

        var content = report.GetRawText();
        if (recorded.TryAdd(parsed.JobId!, content))
            return Priced(201, parsed.JobId!, replayed: false);
        Replays++;
        return recorded[parsed.JobId!] == content ? Priced(200, parsed.JobId!, replayed: true) : Problem(409, "job_conflict");
    }

    private static JsonObject Priced(int status, string jobId, bool replayed) => new()
    {
        ["http_status"] = status,
        ["job_id"] = jobId,
        ["status"] = "priced",
        ["total"] = "0.469",
        ["replayed"] = replayed,
    };

    private static JsonObject Problem(int status, string code, IReadOnlyDictionary<string, string[]>? errors = null) => new()
    {
        ["http_status"] = status,
        ["title"] = code,
        ["status"] = status,
        ["code"] = code,
        ["retryable"] = status >= 500,
        ["errors"] = errors is null ? null : JsonSerializer.SerializeToNode(errors),
    };

    /// <summary>Answers with a problem document.</summary>
    public static Task RefuseAsync(HttpContext context, int status, string code)
    {
        context.Response.StatusCode = status;
        return context.Response.WriteAsync(Problem(status, code).ToJsonString());
    }
}
