using Microsoft.AspNetCore.Components;

namespace OpsCenter.Portal.Audit.Pages;

/// <summary>What an entry is about, with a link where there is a page.</summary>
public sealed partial class SubjectText
{
    [Parameter, EditorRequired]
    public required AuditRow Entry { get; set; }
}
