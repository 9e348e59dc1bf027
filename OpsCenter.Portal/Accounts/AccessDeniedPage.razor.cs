using Microsoft.AspNetCore.Components;

namespace OpsCenter.Portal.Accounts;

/// <summary>Where a signed-in reader lands whose role does not include what they asked for.</summary>
public sealed partial class AccessDeniedPage
{
    [CascadingParameter]
    public required HttpContext HttpContext { get; set; }

    protected override void OnInitialized() => HttpContext.Response.StatusCode = StatusCodes.Status403Forbidden;
}
