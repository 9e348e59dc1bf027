using Microsoft.AspNetCore.Components;

namespace OpsCenter.Portal.Audit.Pages;

/// <summary>What stands in the place of no entries: why there are none, and what to do.</summary>
public sealed partial class AuditEmpty
{
    [Parameter, EditorRequired]
    public required AuditListAddress Address { get; set; }
}
