using Microsoft.AspNetCore.Components;

namespace OpsCenter.Portal.Shell.Widgets;

/// <summary>What is wrong with a field, below it; nothing when nothing is.</summary>
public sealed partial class FieldProblem
{
    /// <summary>For the field's <c>aria-describedby</c>.</summary>
    [Parameter, EditorRequired]
    public required string Id { get; set; }

    [Parameter]
    public string? Text { get; set; }
}
