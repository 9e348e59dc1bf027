using System.Diagnostics;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using OpsCenter.Portal.Security;

namespace OpsCenter.Portal.Shell;

/// <summary>
/// Catches what a page throws on the circuit and gives it an id that the reader can quote and the log knows. A session that is over is no
/// failure: it leads to the sign-in page.
/// </summary>
public sealed partial class RecordingErrorBoundary : ErrorBoundary
{
    [Inject]
    public required ILogger<RecordingErrorBoundary> Logger { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    /// <summary>The id of the failure shown now.</summary>
    public string? ErrorId { get; private set; }

    protected override Task OnErrorAsync(Exception exception)
    {
        if (exception is SignInRequiredException)
        {
            Navigation.NavigateTo(PortalUrls.SignInThenReturnTo("/" + Navigation.ToBaseRelativePath(Navigation.Uri)), forceLoad: true);
            return Task.CompletedTask;
        }

        ErrorId = ActivityTraceId.CreateRandom().ToHexString();
        LogFailure(Logger, exception, ErrorId, new Uri(Navigation.Uri).AbsolutePath);
        return Task.CompletedTask;
    }

    [LoggerMessage(1001, LogLevel.Error, "Page {Path} failed on the circuit; the reader was shown error id {ErrorId}")]
    private static partial void LogFailure(ILogger logger, Exception exception, string errorId, string path);
}
