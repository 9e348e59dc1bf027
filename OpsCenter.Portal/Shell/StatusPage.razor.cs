using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Diagnostics;

namespace OpsCenter.Portal.Shell;

/// <summary>
/// The body of an answer that carries only a status: unknown address, missing role, refused form. Static, so that a stray request costs
/// no circuit.
/// </summary>
public sealed partial class StatusPage
{
    [Parameter]
    public int Code { get; set; }

    [CascadingParameter]
    public HttpContext? HttpContext { get; set; }

    private int Shown => HttpContext?.Response.StatusCode ?? Code;

    private string RetryHref { get; set; } = PortalUrls.Home;

    protected override void OnInitialized()
    {
        if (HttpContext?.Features.Get<IStatusCodeReExecuteFeature>() is { } original)
        {
            RetryHref = LocalPath.OrHome(original.OriginalPath);
        }
        else if (HttpContext is not null)
        {
            // Someone typed this page's own address, where there is nothing to see.
            HttpContext.Response.StatusCode = StatusCodes.Status404NotFound;
        }
    }
}
