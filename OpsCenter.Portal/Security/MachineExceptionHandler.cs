using System.Diagnostics;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Features;
using OpsCenter.Domain.Accounts;
using OpsCenter.Portal.Data;
using OpsCenter.Portal.Shell;

namespace OpsCenter.Portal.Security;

/// <summary>Answers what a machine endpoint did not expect with a problem document; pages have their own error page.</summary>
internal sealed class MachineExceptionHandler : IExceptionHandler
{
    private static readonly TimeSpan RetryAfterOutage = TimeSpan.FromSeconds(2);

    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        // The request itself points at the error page by now.
        var path = new PathString(httpContext.Features.GetRequiredFeature<IExceptionHandlerPathFeature>().Path);

        if (!path.StartsWithSegments(PortalUrls.MachineApi, StringComparison.Ordinal))
        {
            return false;
        }

        await (exception switch
        {
            AccessDeniedException => MachineProblem.WriteAsync(
                httpContext, StatusCodes.Status403Forbidden, "missing_scope", "The credential does not allow this."),
            _ when DatabaseFailure.IsAway(exception) => MachineProblem.WriteAsync(
                httpContext, StatusCodes.Status503ServiceUnavailable, "busy", "The portal cannot answer at the moment.",
                retryable: true, retryAfter: RetryAfterOutage),
            _ => MachineProblem.WriteAsync(
                httpContext, StatusCodes.Status500InternalServerError, "internal_error", "The portal failed to answer.",
                $"Error id {Activity.Current?.TraceId.ToString() ?? httpContext.TraceIdentifier}."),
        });

        return true;
    }
}
