using Microsoft.AspNetCore.Components;

namespace OpsCenter.Portal.Shell.Widgets;

/// <summary>What went wrong, what to do, an id to quote, and a way to try again.</summary>
public sealed partial class ErrorState
{
    [Parameter]
    public string Title { get; set; } = "This could not be loaded";

    [Parameter, EditorRequired]
    public required string Message { get; set; }

    [Parameter]
    public string? ErrorId { get; set; }

    /// <summary>Tries again on the circuit.</summary>
    [Parameter]
    public EventCallback OnRetry { get; set; }

    /// <summary>Tries again by a request; for static pages.</summary>
    [Parameter]
    public string? RetryHref { get; set; }

    /// <summary>1 when it is the whole page, 2 under a page head.</summary>
    [Parameter]
    public int Heading { get; set; } = 2;
}
