using System.Diagnostics;
using Microsoft.AspNetCore.Diagnostics;
using Npgsql;
using OpsCenter.Domain.Accounts;
using OpsCenter.Portal.Shell;

namespace OpsCenter.Portal.Security;

/// <summary>Answers what a machine endpoint did not expect with a problem document; pages have their own error page.</summary>
internal sealed class MachineExceptionHandler : IExceptionHandler
{
    private static readonly TimeSpan RetryAfterOutage = TimeSpan.FromSeconds(2);

    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (!httpContext.Request.Path.StartsWithSegments(PortalUrls.MachineApi, StringComparison.Ordinal))
        {
            return false;
        }

        await (exception switch
        {
            AccessDeniedException => MachineProblem.WriteAsync(
                httpContext, StatusCodes.Status403Forbidden, "missing_scope", "The credential does not allow this."),
            _ when IsOutage(exception) => MachineProblem.WriteAsync(
                httpContext, StatusCodes.Status503ServiceUnavailable, "busy", "The portal cannot answer at the moment.",
                retryable: true, retryAfter: RetryAfterOutage),
            _ => MachineProblem.WriteAsync(
                httpContext, StatusCodes.Status500InternalServerError, "internal_error", "The portal failed to answer.",
                $"Error id {Activity.Current?.TraceId.ToString() ?? httpContext.TraceIdentifier}."),
        });

        return true;
    }

    // EF Core wraps what the database client throws.
    private static bool IsOutage(Exception exception) =>
        exception is NpgsqlException { IsTransient: true } || exception.InnerException is NpgsqlException { IsTransient: true };
}
