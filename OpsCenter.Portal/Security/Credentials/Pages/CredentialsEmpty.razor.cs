using Microsoft.AspNetCore.Components;

namespace OpsCenter.Portal.Security.Credentials.Pages;

/// <summary>Why the list is empty, and what to do about it.</summary>
public sealed partial class CredentialsEmpty
{
    /// <summary>The list with those that ended; null when there are none either.</summary>
    [Parameter, EditorRequired]
    public required string? AllHref { get; set; }

    [Parameter]
    public EventCallback OnCreate { get; set; }
}
