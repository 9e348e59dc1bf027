using Microsoft.AspNetCore.Components;

namespace OpsCenter.Portal.Shell.Widgets;

/// <summary>A small switch: a native checkbox underneath, so keys and screen readers know it.</summary>
public sealed partial class Toggle
{
    /// <summary>Its name for those who do not see the table.</summary>
    [Parameter, EditorRequired]
    public required string Label { get; set; }

    [Parameter, EditorRequired]
    public bool IsOn { get; set; }

    [Parameter]
    public bool IsDisabled { get; set; }

    /// <summary>Marked, because it differs from what is published.</summary>
    [Parameter]
    public bool IsChanged { get; set; }

    [Parameter]
    public EventCallback<bool> OnChange { get; set; }

    /// <summary>Words beside it.</summary>
    [Parameter]
    public RenderFragment? ChildContent { get; set; }

    // It shows what its owner says, also when the owner takes the change back.
    private Task ChangeAsync(bool isOn) => OnChange.InvokeAsync(isOn);
}
