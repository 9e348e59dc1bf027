using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.AspNetCore.Components.Web;
using OpsCenter.Portal.Security;
using OpsCenter.Portal.Shell.Reader;

namespace OpsCenter.Portal.Shell;

/// <summary>The document. Always static; the pages inside are interactive unless they exclude themselves from interactive routing.</summary>
public sealed partial class App
{
    [CascadingParameter]
    public required HttpContext HttpContext { get; set; }

    private ReaderPreferences Preferences => ReaderPreferences.From(HttpContext.Request.Cookies);

    private string Nonce => HttpContext.GetCspNonce();

    private InteractiveServerRenderMode? PageRenderMode => HttpContext.AcceptsInteractiveRouting() ? RenderMode.InteractiveServer : null;
}
