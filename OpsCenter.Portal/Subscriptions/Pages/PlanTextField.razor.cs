using Microsoft.AspNetCore.Components;

namespace OpsCenter.Portal.Subscriptions.Pages;

/// <summary>A field of a plan with its label and what is wrong with it.</summary>
public sealed partial class PlanTextField
{
    [Parameter, EditorRequired]
    public required string Id { get; set; }

    [Parameter, EditorRequired]
    public required string Label { get; set; }

    [Parameter]
    public string? Hint { get; set; }

    [Parameter]
    public string? Problem { get; set; }

    /// <summary>Whether a phone shows its digits.</summary>
    [Parameter]
    public bool IsNumber { get; set; }

    /// <summary>Whether it has the focus when the dialog opens.</summary>
    [Parameter]
    public bool IsFirst { get; set; }

    [Parameter, EditorRequired]
    public required string Value { get; set; }

    [Parameter]
    public EventCallback<string> ValueChanged { get; set; }

    private Task ChangeAsync(ChangeEventArgs change) => ValueChanged.InvokeAsync(change.Value as string ?? "");
}
