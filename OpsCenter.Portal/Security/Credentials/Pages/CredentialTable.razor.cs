using Microsoft.AspNetCore.Components;

namespace OpsCenter.Portal.Security.Credentials.Pages;

/// <summary>Machine credentials as rows; the name of a usable one opens what can be changed about it.</summary>
public sealed partial class CredentialTable
{
    [Parameter, EditorRequired]
    public required IReadOnlyList<MachineCredentialRow> Credentials { get; set; }

    /// <summary>When the rows were read; states and ages are told for this moment.</summary>
    [Parameter, EditorRequired]
    public DateTimeOffset Now { get; set; }

    [Parameter]
    public EventCallback<MachineCredentialRow> OnEdit { get; set; }

    [Parameter]
    public EventCallback<MachineCredentialRow> OnRotate { get; set; }

    [Parameter]
    public EventCallback<MachineCredentialRow> OnRevoke { get; set; }
}
