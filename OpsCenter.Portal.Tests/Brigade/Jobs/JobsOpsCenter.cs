using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using OpsCenter.Domain.Monetary;
using OpsCenter.Domain.RateCards;
using OpsCenter.Domain.Usage;
using OpsCenter.Domain.Usage.Pricing;
using OpsCenter.Portal.RateCards;
using OpsCenter.Portal.Usage.Recording;
using Xunit;

namespace OpsCenter.Portal.Tests.Brigade.Jobs;

/// <summary>An Ops-Center for the jobs of Brigade: shows any card, knows customers, reads reports with the real parser and prices them.</summary>
internal sealed class JobsOpsCenter(TimeProvider clock) : IAsyncLifetime
{
    public const string Key = "test-brigade-key-0123456789abcdef";

    private WebApplication? app;

    public RateCard Card { get; set; } = JobsCard.Of();

    /// <summary>What is shown about customers, by id.</summary>
    public ConcurrentDictionary<string, JsonObject> Customers { get; } = new();

    /// <summary>Whether Brigade's credential may read provider keys.</summary>
    public bool ShowsKeys { get; set; } = true;

    /// <summary>Whether everything but reports is answered with 503.</summary>
    public bool IsAway { get; set; }

    /// <summary>Reports are answered once this has ended.</summary>
    public Task MayAnswer { get; set; } = Task.CompletedTask;

    /// <summary>Reads of customers, each with what it asked to include.</summary>
    public ConcurrentQueue<string> CustomerReads { get; } = new();

    /// <summary>Reports by job.</summary>
    public ConcurrentDictionary<string, JsonElement> Reports { get; } = new();

    public string Address => app?.Urls.Single() ?? throw new InvalidOperationException("Not started.");

    public async Task InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        app = builder.Build();
        app.MapGet("/api/v1/pricing/rate-card", CardAsync);
        app.MapPost("/api/v1/usage/record", RecordAsync);
        await app.StartAsync();
    }

    public async Task DisposeAsync()
    {
        if (app is not null)
            await app.DisposeAsync();
    }

    private async Task CardAsync(HttpContext context)
    {
        if (IsAway || context.Request.Headers.Authorization != $"Bearer {Key}")
        {
            context.Response.StatusCode = IsAway ? 503 : 401;
            return;
        }

        var (customer, include) = (context.Request.Query["customer_id"].ToString(), context.Request.Query["include"].ToString());
        if (customer.Length > 0)
            CustomerReads.Enqueue(include);
        if (include.Contains("byok_keys", StringComparison.Ordinal) && !ShowsKeys)
            context.Response.StatusCode = 403;
        else if (customer.Length > 0 && !Customers.ContainsKey(customer))
            await AnswerAsync(context, 404, new JsonObject { ["code"] = "unknown_customer" });
        else
            await AnswerAsync(context, 200, Document(customer, include));
    }

    private JsonObject Document(string customer, string include)
    {
        using var body = new MemoryStream();
        using (var json = new Utf8JsonWriter(body))
        {
            json.WriteStartObject();
            RateCardJson.WriteFields(json, Card);
            json.WriteEndObject();
        }

        var document = (JsonObject)JsonNode.Parse(Encoding.UTF8.GetString(body.ToArray()))!; // an object was written
        if (customer.Length == 0)
            return document;

        var shown = (JsonObject)Customers[customer].DeepClone();
        if (!include.Contains("byok_keys", StringComparison.Ordinal))
            shown.Remove("byok_keys");
        document["customer"] = shown;
        return document;
    }

    private async Task RecordAsync(HttpContext context)
    {
        using var document = await JsonDocument.ParseAsync(context.Request.Body);
        await MayAnswer;
        var isBatch = document.RootElement.ValueKind is JsonValueKind.Array;
        var answers = isBatch ? document.RootElement.EnumerateArray().Select(Record).ToList() : [Record(document.RootElement)];
        await AnswerAsync(context, isBatch ? 200 : (int)answers[0]["http_status"]!, isBatch ? new JsonArray([.. answers]) : answers[0]);
    }

    private JsonNode Record(JsonElement report)
    {
        var errors = new ReportErrors();
        if (UsageReportParser.Parse(report, new ReportRules(clock.GetUtcNow()), errors) is not { JobId: { } jobId } parsed)
            return new JsonObject { ["http_status"] = 422, ["code"] = "invalid_usage", ["errors"] = JsonSerializer.SerializeToNode(errors.ToDictionary()) };

        var price = ((PricingResult.Priced)JobPricer.Price(Card, parsed.Usage)).Price;
        return new JsonObject
        {
            ["http_status"] = Reports.TryAdd(jobId, report.Clone()) ? 201 : 200,
            ["job_id"] = jobId,
            ["status"] = "priced",
            ["rate_card_version"] = Card.Version,
            ["currency"] = "USD",
            ["llm_fee"] = DecimalText.Format(price.LlmFee.Amount),
            ["agent_fee"] = DecimalText.Format(price.AgentFee.Amount),
            ["tools_fee"] = DecimalText.Format(price.ToolsFee.Amount),
            ["total"] = DecimalText.Format(price.Total.Amount),
        };
    }

    private static Task AnswerAsync(HttpContext context, int status, JsonNode body)
    {
        context.Response.StatusCode = status;
        return context.Response.WriteAsync(body.ToJsonString());
    }
}
