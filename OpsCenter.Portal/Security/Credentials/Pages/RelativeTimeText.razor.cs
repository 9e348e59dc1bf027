using Microsoft.AspNetCore.Components;

namespace OpsCenter.Portal.Security.Credentials.Pages;

/// <summary>How long ago something was, the instant in UTC on hover.</summary>
public sealed partial class RelativeTimeText
{
    [Parameter, EditorRequired]
    public DateTimeOffset? Instant { get; set; }

    [Parameter, EditorRequired]
    public DateTimeOffset Now { get; set; }
}
