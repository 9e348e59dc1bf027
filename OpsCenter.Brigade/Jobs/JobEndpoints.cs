using Microsoft.AspNetCore.Http.Features;
using OpsCenter.Brigade.Hosting;

namespace OpsCenter.Brigade.Jobs;

/// <summary>Where jobs are asked for.</summary>
internal static class JobEndpoints
{
    private const string Path = "/api/v1/jobs";

    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(2);

    public static void MapJobs(this IEndpointRouteBuilder app)
    {
        app.MapPost(Path, RunAsync);
        app.MapGet(Path + "/{jobId}", Find);
    }

    private static async Task RunAsync(HttpContext context, JobRequestReader reader, JobDesk desk, RecentJobs recent)
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            limit.MaxRequestBodySize = JobRequestReader.MaxBytes;

        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        if (reader.Read(body.GetBuffer().AsMemory(0, (int)body.Length), out var problem) is not { } request)
        {
            await Refuse(context, problem ?? throw new InvalidOperationException("A request without a problem is valid."));
            return;
        }

        var (answer, isReplayed) = await desk.RunAsync(request);
        await (answer switch
        {
            JobAnswer.Done done => WriteAsync(context, JobJson.Write(done.Record, recent.Find(request.JobId)?.Price, isReplayed)),
            JobAnswer.Refused refused => Refuse(context, refused.Problem),
            var other => throw new InvalidOperationException($"Unknown answer {other.GetType()}."),
        });
    }

    private static Task Find(HttpContext context, string jobId, RecentJobs recent) => recent.Find(jobId) switch
    {
        null => JobRefusals.UnknownJob(jobId).WriteAsync(context),
        { Record: { } record } entry => WriteAsync(context, JobJson.Write(record, entry.Price, isReplayed: false)),
        _ => WriteAsync(context, JobJson.WriteRunning(jobId)),
    };

    private static Task Refuse(HttpContext context, BrigadeProblem problem) =>
        problem.WriteAsync(context, problem.Status is StatusCodes.Status503ServiceUnavailable ? RetryAfter : null);

    private static async Task WriteAsync(HttpContext context, ReadOnlyMemory<byte> body)
    {
        context.Response.ContentType = "application/json";
        context.Response.ContentLength = body.Length;
        context.Response.Headers.CacheControl = "no-store";
        await context.Response.Body.WriteAsync(body, context.RequestAborted);
    }
}
