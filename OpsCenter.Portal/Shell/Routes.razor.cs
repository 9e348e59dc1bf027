using Microsoft.AspNetCore.Components;

namespace OpsCenter.Portal.Shell;

public sealed partial class Routes
{
    /// <summary>Handed over as text, because parameters of the interactive root travel to the browser and back.</summary>
    [Parameter]
    public string? TimeZoneId { get; set; }
}
