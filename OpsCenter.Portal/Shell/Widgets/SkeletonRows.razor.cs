using Microsoft.AspNetCore.Components;

namespace OpsCenter.Portal.Shell.Widgets;

/// <summary>The shape of a table while its rows are on their way.</summary>
public sealed partial class SkeletonRows
{
    [Parameter]
    public int Rows { get; set; } = 8;

    [Parameter]
    public int Columns { get; set; } = 4;
}
