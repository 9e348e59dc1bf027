using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace OpsCenter.Bench.Spools;

/// <summary>An Ops-Center that parses reports, acknowledges them and forgets them: what is left is what Brigade takes.</summary>
internal sealed class BareOpsCenter : IAsyncDisposable
{
    private readonly WebApplication app;
    private long taken;

    private BareOpsCenter(WebApplication app) => this.app = app;

    public string Address => app.Urls.Single();

    public long Taken => Volatile.Read(ref taken);

    /// <param name="more">Adds what else it answers.</param>
    public static async Task<BareOpsCenter> StartAsync(Action<WebApplication>? more = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var opsCenter = new BareOpsCenter(builder.Build());
        opsCenter.app.MapPost("/api/v1/usage/record", opsCenter.RecordAsync);
        more?.Invoke(opsCenter.app);
        await opsCenter.app.StartAsync();
        return opsCenter;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task RecordAsync(HttpContext context)
    {
        using var document = await JsonDocument.ParseAsync(context.Request.Body);
        if (document.RootElement.ValueKind is not JsonValueKind.Array)
        {
            Interlocked.Increment(ref taken);
            context.Response.StatusCode = StatusCodes.Status201Created;
            await context.Response.WriteAsync(Answer(document.RootElement));
            return;
        }

        var answers = document.RootElement.EnumerateArray().Select(Answer).ToList();
        Interlocked.Add(ref taken, answers.Count);
        await context.Response.WriteAsync($"[{string.Join(',', answers)}]");
    }

    private static string Answer(JsonElement report) =>
        $$"""
        {"http_status":201,"job_id":{{report.GetProperty("job_id").GetRawText()}},"status":"priced","rate_card_version":1,"currency":"USD","llm_fee":"0.375","agent_fee":"0.064","tools_fee":"0.03","total":"0.469","byok":false,"hold_reason":null,"replayed":false,"receipt_url":"https://ops.example.com/jobs/01a2039e-57c2-7d44-a989-a3c5b459b257"}
        """;
}
