using Microsoft.AspNetCore.Components;

namespace OpsCenter.Portal.Audit.Pages;

/// <summary>Entries as rows; each opens what it changed.</summary>
public sealed partial class AuditTable
{
    [Parameter, EditorRequired]
    public required IReadOnlyList<AuditRow> Entries { get; set; }

    [Parameter]
    public EventCallback<AuditRow> OnOpen { get; set; }
}
