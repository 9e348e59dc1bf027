using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using OpsCenter.Portal.Security;
using OpsCenter.Portal.Shell;

namespace OpsCenter.Portal.Accounts;

/// <summary>The cookie that carries a session's key.</summary>
internal static class SessionCookie
{
    // Identity's own name for it, so that passkeys and second factors find the session when they come.
    public static readonly string SchemeName = IdentityConstants.ApplicationScheme;

    public const string Name = "opscenter.session";

    // The circuit's own address: a script cannot follow a redirect to a page, a status it understands.
    private const string CircuitPath = "/_blazor";

    public static void Configure(CookieAuthenticationOptions options, SessionStore store)
    {
        options.Cookie.Name = Name;
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.SessionStore = store;
        options.ExpireTimeSpan = SessionLifetime.Ordinary;
        options.SlidingExpiration = true;
        options.Events.OnRedirectToLogin = AskToSignInAsync;
        options.Events.OnRedirectToAccessDenied = RefuseAsync;
    }

    private static Task AskToSignInAsync(RedirectContext<CookieAuthenticationOptions> context)
    {
        var request = context.Request;

        if (request.Path.StartsWithSegments(PortalUrls.MachineApi))
        {
            return MachineProblem.WriteAsync(
                context.HttpContext, StatusCodes.Status401Unauthorized, "invalid_credential", "A valid machine credential is needed.");
        }

        if (request.Path.StartsWithSegments(CircuitPath))
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return Task.CompletedTask;
        }

        // A form that came too late cannot be sent again by following a link.
        var wanted = HttpMethods.IsGet(request.Method) ? request.PathBase + request.Path + request.QueryString : PortalUrls.Home;
        context.Response.Redirect(PortalUrls.SignInThenReturnTo(wanted));

        return Task.CompletedTask;
    }

    private static Task RefuseAsync(RedirectContext<CookieAuthenticationOptions> context)
    {
        if (HttpMethods.IsGet(context.Request.Method) && !context.Request.Path.StartsWithSegments(CircuitPath))
        {
            context.Response.Redirect(PortalUrls.AccessDenied);
        }
        else
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
        }

        return Task.CompletedTask;
    }
}
