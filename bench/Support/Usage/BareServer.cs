using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace OpsCenter.Bench.Usage;

/// <summary>
/// What the portal is compared with: a minimal API that writes one row a request and does nothing else. No keys, no price, no ledger, no
/// roll-ups, no credential. It and the portal write to one server, each with a pool of its own.
/// </summary>
internal static class BareServer
{
    public const string Command = "bare";
    public const string RecordPath = "/record";
    public const string PreparedPath = "/record-prepared";
    public const string CardPath = "/rate-card";
    public const string Tag = "\"rc-1\"";
    public const string Table =
        """
        create table bare_jobs (
            id uuid primary key, received_at timestamptz not null, occurred_at timestamptz, job_id text, customer_id text not null, member_id text,
            agent_name text not null, route text not null, byok boolean not null, input_tokens bigint not null, output_tokens bigint not null,
            cached_input_tokens bigint not null, tools jsonb not null)
        """;

    private const string Insert = "insert into bare_jobs values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)";

    public static async Task RunAsync(string url, string connectionString, string cardFile)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls(url);
        builder.Logging.ClearProviders();
        builder.Services.ConfigureHttpJsonOptions(options => options.SerializerOptions.PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower);
        await using var plain = NpgsqlDataSource.Create(connectionString);
        await using var prepared = NpgsqlDataSource.Create(connectionString + ";Max Auto Prepare=10;Auto Prepare Min Usages=2");
        var card = await File.ReadAllBytesAsync(cardFile);
        await using var app = builder.Build();
        app.MapGet("/", () => "ready");
        app.MapPost(RecordPath, (BareReport report, CancellationToken token) => RecordAsync(plain, report, token));
        app.MapPost(PreparedPath, (BareReport report, CancellationToken token) => RecordAsync(prepared, report, token));
        app.MapGet(CardPath, (HttpContext context) => Card(context, card));
        await app.RunAsync();
    }

    private static async Task<IResult> RecordAsync(NpgsqlDataSource database, BareReport report, CancellationToken cancellationToken)
    {
        var now = TimeProvider.System.GetUtcNow();
        var id = Guid.CreateVersion7(now);
        await using var command = database.CreateCommand(Insert);
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = id });
        command.Parameters.Add(new NpgsqlParameter<DateTimeOffset> { TypedValue = now });
        command.Parameters.Add(new NpgsqlParameter { Value = (object?)report.OccurredAt?.ToUniversalTime() ?? DBNull.Value });
        command.Parameters.Add(new NpgsqlParameter { Value = (object?)report.JobId ?? DBNull.Value });
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = report.CustomerId });
        command.Parameters.Add(new NpgsqlParameter { Value = (object?)report.MemberId ?? DBNull.Value });
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = report.AgentName });
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = report.RouteUsed });
        command.Parameters.Add(new NpgsqlParameter<bool> { TypedValue = report.ByokUsed });
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = report.InputTokens });
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = report.OutputTokens });
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = report.CachedInputTokens });
        command.Parameters.Add(new NpgsqlParameter { Value = JsonSerializer.Serialize(report.ToolsUsed), NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Jsonb });
        await command.ExecuteNonQueryAsync(cancellationToken);
        return TypedResults.Json(new BareAnswer(id), statusCode: StatusCodes.Status201Created);
    }

    private static IResult Card(HttpContext context, byte[] card)
    {
        context.Response.Headers.ETag = Tag;
        return context.Request.Headers.IfNoneMatch == Tag ? TypedResults.StatusCode(StatusCodes.Status304NotModified) : TypedResults.Bytes(card, "application/json");
    }

    private sealed record BareAnswer(Guid Id);

    private sealed record BareTool(string Tool, decimal Units);

    private sealed record BareReport(
        string? JobId,
        string CustomerId,
        string? MemberId,
        string AgentName,
        string RouteUsed,
        bool ByokUsed,
        long InputTokens,
        long OutputTokens,
        long CachedInputTokens,
        DateTimeOffset? OccurredAt,
        IReadOnlyList<BareTool> ToolsUsed);
}
