using System.Diagnostics;
using Microsoft.AspNetCore.Diagnostics;
using OpsCenter.Brigade.Reports;

namespace OpsCenter.Brigade.Hosting;

/// <summary>Answers what an endpoint did not expect with a problem document; the log has the rest.</summary>
internal sealed class BrigadeExceptionHandler : IExceptionHandler
{
    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(2);

    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        await (exception switch
        {
            SpoolException full => new BrigadeProblem(
                "The usage report could not be stored, so the job does not count as done.",
                StatusCodes.Status503ServiceUnavailable, "spool_unavailable", Retryable: true, Detail: full.Message).WriteAsync(httpContext, RetryAfter),
            BadHttpRequestException bad => new BrigadeProblem("The request could not be read.", bad.StatusCode, "invalid_request").WriteAsync(httpContext),
            _ => new BrigadeProblem(
                "Brigade failed to answer.", StatusCodes.Status500InternalServerError, "internal_error",
                Detail: $"Error id {Activity.Current?.TraceId.ToString() ?? httpContext.TraceIdentifier}.").WriteAsync(httpContext),
        });
        return true;
    }
}
