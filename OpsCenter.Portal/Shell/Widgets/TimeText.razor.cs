using Microsoft.AspNetCore.Components;

namespace OpsCenter.Portal.Shell.Widgets;

/// <summary>An instant in the reader's zone, UTC on hover. The zone comes from a cookie that the browser sets on its first page.</summary>
public sealed partial class TimeText
{
    [Parameter, EditorRequired]
    public DateTimeOffset? Instant { get; set; }

    [Parameter]
    public TimePrecision Precision { get; set; }

    [CascadingParameter]
    public TimeZoneInfo? Zone { get; set; }
}
