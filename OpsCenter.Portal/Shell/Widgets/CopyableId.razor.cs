using Microsoft.AspNetCore.Components;

namespace OpsCenter.Portal.Shell.Widgets;

/// <summary>An id, shortened for reading, whole on hover and on the clipboard.</summary>
public sealed partial class CopyableId
{
    private const int HeadLength = 8;
    private const int TailLength = 4;

    [Parameter, EditorRequired]
    public required string Value { get; set; }

    /// <summary>What the id is of, for screen readers: "job id".</summary>
    [Parameter]
    public string Label { get; set; } = "id";

    [Parameter]
    public bool IsShortened { get; set; } = true;

    /// <summary>Ids made in the same minute share their beginning, so the end is shown as well.</summary>
    private string Shown => IsShortened && Value.Length > HeadLength + TailLength + 1 ? $"{Value[..HeadLength]}…{Value[^TailLength..]}" : Value;
}
