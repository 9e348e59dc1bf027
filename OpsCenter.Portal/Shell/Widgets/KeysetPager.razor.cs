using Microsoft.AspNetCore.Components;

namespace OpsCenter.Portal.Shell.Widgets;

/// <summary>Older and newer, for lists that grow without bound and therefore have no page numbers. Absent when one page holds all.</summary>
public sealed partial class KeysetPager
{
    /// <summary>Null on the newest page.</summary>
    [Parameter]
    public string? NewerHref { get; set; }

    /// <summary>Null on the oldest page.</summary>
    [Parameter]
    public string? OlderHref { get; set; }
}
