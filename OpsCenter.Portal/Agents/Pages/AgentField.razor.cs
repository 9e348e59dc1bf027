using Microsoft.AspNetCore.Components;
using OpsCenter.Domain.RateCards;

namespace OpsCenter.Portal.Agents.Pages;

/// <summary>One setting of an agent with its label and what is wrong with it.</summary>
public sealed partial class AgentField
{
    [Parameter, EditorRequired]
    public required RateCardColumn Column { get; set; }

    /// <summary>What is typed so far.</summary>
    [Parameter, EditorRequired]
    public required string Value { get; set; }

    [Parameter]
    public EventCallback<string> ValueChanged { get; set; }

    /// <summary>Its name for people; the column's own when null.</summary>
    [Parameter]
    public string? Label { get; set; }

    [Parameter]
    public string? Hint { get; set; }

    [Parameter]
    public string? Example { get; set; }

    [Parameter]
    public string? Problem { get; set; }

    /// <summary>Whether it has the focus when the dialog opens.</summary>
    [Parameter]
    public bool IsFirst { get; set; }

    private string Id => $"agent-{Column.Name.Replace('_', '-')}";

    private string ProblemId => $"{Id}-problem";

    private string? Invalid => Problem is null ? null : "true";

    private string? DescribedBy => Problem is null ? null : ProblemId;

    private Task TypeAsync(ChangeEventArgs change) => ValueChanged.InvokeAsync(change.Value as string ?? "");
}
