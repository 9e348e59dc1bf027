using Microsoft.AspNetCore.Components;
using OpsCenter.Portal.Usage.Jobs;

namespace OpsCenter.Portal.Usage.Pages;

/// <summary>Jobs as rows; each opens its receipt.</summary>
public sealed partial class JobTable
{
    [Parameter, EditorRequired]
    public required JobList Jobs { get; set; }
}
