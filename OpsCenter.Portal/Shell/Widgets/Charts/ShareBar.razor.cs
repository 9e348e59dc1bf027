using Microsoft.AspNetCore.Components;

namespace OpsCenter.Portal.Shell.Widgets.Charts;

/// <summary>A part of a whole as a bar under its name; the figure stands beside it.</summary>
public sealed partial class ShareBar
{
    /// <summary>0 to 100.</summary>
    [Parameter, EditorRequired]
    public decimal Percent { get; set; }
}
