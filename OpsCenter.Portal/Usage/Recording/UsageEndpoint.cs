using System.Text.Json;
using OpsCenter.Domain.Accounts;
using OpsCenter.Portal.Hosting;
using OpsCenter.Portal.Security;

namespace OpsCenter.Portal.Usage.Recording;

/// <summary><c>POST /api/v1/usage/record</c>: reads, validates, records, answers. Every answer stands in the contract.</summary>
internal static class UsageEndpoint
{
    public static void MapUsageEndpoint(this IEndpointRouteBuilder app) =>
        app.MapPost("/api/v1/usage/record", HandleAsync).RequireMachine(MachineScopes.UsageWrite);

    private static async Task HandleAsync(HttpContext context, RecordUsage recordUsage, PublicUrls urls, TimeProvider clock)
    {
        if (context.Request.Headers.ContentEncoding is [not (null or "" or "identity"), ..])
        {
            await MachineProblem.WriteAsync(
                context, StatusCodes.Status415UnsupportedMediaType, "unsupported_encoding", "The body is compressed.", "Send it without Content-Encoding.");

            return;
        }

        using var document = await UsageBody.ReadAsync(context);

        if (document is null)
        {
            return;
        }

        string? idempotencyKey = context.Request.Headers["Idempotency-Key"];
        var rules = new ReportRules(clock.GetUtcNow(), idempotencyKey, context.GetMachineActor().RequiresJobKey);
        var errors = new ReportErrors();
        var answered = document.RootElement.ValueKind is JsonValueKind.Array
            ? await TryRecordBatchAsync(context, document.RootElement, rules, errors, recordUsage, urls)
            : await TryRecordOneAsync(context, document.RootElement, rules, errors, recordUsage, urls);

        if (!answered)
        {
            await MachineProblem.WriteAsync(context, UsageProblem.Invalid(errors));
        }
    }

    private static async Task<bool> TryRecordOneAsync(
        HttpContext context, JsonElement element, ReportRules rules, ReportErrors errors, RecordUsage recordUsage, PublicUrls urls)
    {
        if (UsageReportParser.Parse(element, rules, errors) is not { } report)
        {
            return false;
        }

        var outcome = await recordUsage.HandleAsync(context.GetMachineActor(), report, context.RequestAborted);
        await new UsageAnswer(context, urls).WriteAsync(report, outcome);

        return true;
    }

    private static async Task<bool> TryRecordBatchAsync(
        HttpContext context, JsonElement array, ReportRules rules, ReportErrors errors, RecordUsage recordUsage, PublicUrls urls)
    {
        if (UsageBatch.Parse(array, rules, errors) is not { } batch)
        {
            return false;
        }

        var outcomes = await recordUsage.HandleAsync(context.GetMachineActor(), batch.Reports, context.RequestAborted);
        await new UsageAnswer(context, urls).WriteAsync(batch, outcomes);

        return true;
    }
}
