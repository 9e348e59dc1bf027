using Microsoft.AspNetCore.Components;

namespace OpsCenter.Portal.Outbox.Pages;

/// <summary>Messages as rows.</summary>
public sealed partial class MessageTable
{
    [Parameter, EditorRequired]
    public required string Caption { get; set; }

    [Parameter, EditorRequired]
    public required IReadOnlyList<MessageRow> Rows { get; set; }

    /// <summary>Not set: nothing can be retried.</summary>
    [Parameter]
    public EventCallback<MessageRow> OnRetry { get; set; }

    private static string StateOf(MessageRow row) => row switch
    {
        { DoneAt: not null } => "Done",
        { LastError: { } error } => $"{row.Tries} tries, last: {error}",
        _ => "Waits",
    };
}
