using System.Diagnostics;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Diagnostics;

namespace OpsCenter.Portal.Shell;

/// <summary>What a failed request shows. Static and without services of its own, so that it also stands when they are what failed.</summary>
public sealed partial class ErrorPage
{
    [Inject]
    public required ILogger<ErrorPage> Logger { get; init; }

    [CascadingParameter]
    public HttpContext? HttpContext { get; set; }

    private string? ErrorId { get; set; }

    private string RetryHref { get; set; } = PortalUrls.Home;

    protected override void OnInitialized()
    {
        if (HttpContext?.Features.Get<IExceptionHandlerPathFeature>() is not { } failure)
            return;
        // The trace id is what the log, the traces and the reader can all name.
        ErrorId = Activity.Current?.TraceId.ToHexString() ?? HttpContext.TraceIdentifier;
        RetryHref = LocalPath.OrHome(failure.Path);
        LogFailure(Logger, failure.Path, ErrorId);
    }

    [LoggerMessage(1002, LogLevel.Error, "Request for {Path} failed; the reader was shown error id {ErrorId}")]
    private static partial void LogFailure(ILogger logger, string path, string errorId);
}
